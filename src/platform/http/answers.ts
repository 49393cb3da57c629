import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Refusal } from '../refusal.ts';
import type { Asker } from './asker.ts';
import { cookieName } from './cookies.ts';
import { asRefusal, problemOf, titleOf, UNFORESEEN } from './errors.ts';
import { PRIVATE_CACHE, PUBLIC_CACHE } from './headers.ts';
import type { PageHead, Shell } from './page.ts';
import { langOf } from './requests.ts';
import type { Frame, FrameLogo, Theme, Web } from './web.ts';

export const HTML = 'text/html; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';
const PROBLEM = 'application/problem+json; charset=utf-8';

/** The whole HTML document of a page's content. */
export function documentOf(web: Web, frame: Frame, content: VNode): string {
  return `<!doctype html>${renderToString(web.views.document(frame, content))}`;
}

/** What a frame is told by the page itself. */
export interface FramedPage {
  shell: Shell;
  head: PageHead | string;
  errors?: boolean;
  done?: string | null;
  unread?: number;
  logo?: FrameLogo | null;
}

/** What the frame around a page of this request knows. */
export function frameOf(web: Web, request: Asker, page: FramedPage): Frame {
  return {
    shell: page.shell,
    head: typeof page.head === 'string' ? { title: page.head } : page.head,
    lang: langOf(request.url),
    actor: request.actor,
    demo: web.config.demo,
    path: request.url.split('?', 1)[0] ?? '/',
    baseUrl: web.config.baseUrl,
    errors: page.errors ?? false,
    done: page.done ?? null,
    unread: page.unread ?? 0,
    logo: page.logo ?? null,
    theme: themeOf(web, request),
  };
}

function themeOf(web: Web, request: Asker): Theme {
  const theme = request.cookies?.[cookieName(web.config, 'theme')];
  return theme === 'day' || theme === 'night' ? theme : 'device';
}

/** Private unless said otherwise (S32). */
export function setCaching(reply: FastifyReply, kind: 'public' | 'private'): void {
  reply.header('cache-control', kind === 'public' ? PUBLIC_CACHE : PRIVATE_CACHE);
  if (kind === 'public') reply.header('vary', 'Accept-Encoding, Cookie');
}

/** Does the caller speak to the API? Everything else is answered as a page. */
function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/');
}

/** Answers any error: a refusal in its words, everything else as a generic 500 with the id the log knows (S39). */
export function answerError(web: Web, request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = asRefusal(error);
  if (refusal === null) web.log.error({ err: error, id: request.id, route: request.routeOptions.url }, 'unforeseen');
  else if (refusal.status >= 500) web.log.warn({ err: error, id: request.id, code: refusal.code }, 'refused');
  if (refusal?.retryAfter !== undefined) reply.header('retry-after', String(refusal.retryAfter));
  setCaching(reply, 'private');
  reply.code(refusal?.status ?? 500);
  return isApi(request) ? answerProblem(request, reply, refusal) : answerErrorPage(web, request, reply, refusal);
}

function answerProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal | null): FastifyReply {
  return reply.type(PROBLEM).send(JSON.stringify(problemOf(refusal, request.id)));
}

function answerErrorPage(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal | null,
): FastifyReply {
  const status = refusal?.status ?? 500;
  const frame = frameOf(web, request, { shell: 'plain', head: { title: titleOf(status), noindex: true } });
  const content = web.views.error(frame, {
    status,
    message: refusal?.message ?? UNFORESEEN,
    basis: refusal?.basis,
    errorId: request.id,
    signIn: status === 401 ? web.paths.signIn : undefined,
  });
  return reply.type(HTML).send(documentOf(web, frame, content));
}
