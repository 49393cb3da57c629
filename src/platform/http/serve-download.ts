import type { FastifyReply, FastifyRequest } from 'fastify';
import { listFormOf, MADE_LATER, takenAs } from '../documents/list-file.ts';
import { dispositionOf } from '../files/names.ts';
import { reauthenticate } from '../refusal.ts';
import { PUBLIC_CACHE } from './headers.ts';
import { matches } from './page-cache.ts';
import type { Download, FileAnswer } from './read.ts';
import { writeAccess } from './refused-access.ts';
import { publicContext, readContext } from './requests.ts';
import { readParams, readQuery } from './serve-page.ts';
import type { Web } from './web.ts';

/**
 * Answers a file, in a sandbox and never sniffed (S28). An export is written to the access log before it leaves (S38). A list
 * too long to be answered at once leads to the page where its file is asked for.
 */
export async function serveDownload(
  web: Web,
  download: Download,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const params = readParams(download.params, request.params);
  const query = readQuery(download.query, request.query);
  const answer = await answerOf();
  if ('later' in answer) return reply.redirect(answer.later, 303);
  const form = listFormOf(request.query);
  const file: FileAnswer = 'lines' in answer ? await takenAs(answer, form, web.clock.now()) : answer;
  const text = file.type.startsWith('text/') || file.type === 'application/json' || file.type === 'image/svg+xml';
  const open = download.open && request.actor === null && file.personal !== true;
  reply.headers({
    'content-type': text && !file.type.includes('charset') ? `${file.type}; charset=utf-8` : file.type,
    'content-disposition': dispositionOf(file.name, file.inline ? 'inline' : 'attachment'),
    'content-security-policy': `default-src 'none'; sandbox${file.inline ? "; frame-ancestors 'self'" : ''}`,
    ...(file.inline ? { 'x-frame-options': 'SAMEORIGIN' } : {}),
    'cache-control': open ? PUBLIC_CACHE : 'private, no-store',
    ...(file.etag === undefined ? {} : { etag: file.etag }),
    ...(file.size === undefined ? {} : { 'content-length': String(file.size) }),
  });
  if (file.etag !== undefined && matches(request.headers['if-none-match'], file.etag)) return reply.code(304).send();
  return reply.send(file.body instanceof Uint8Array ? Buffer.from(file.body) : file.body);

  async function answerOf() {
    if (download.open) return download.run(publicContext(web, request), params, query);
    const subject = download.subject?.(params);
    const ctx = await readContext(web, request, download.permission, subject);
    if (download.fresh && !ctx.actor.fresh) throw reauthenticate();
    const answer = await download.run(ctx, params, query);
    if ('lines' in answer && listFormOf(request.query) !== 'pdf') {
      const rows = (await answer.long?.()) ?? null;
      if (rows !== null)
        return { later: `${MADE_LATER}?${new URLSearchParams({ tu: request.url, dong: String(rows) })}` };
    }
    if (download.logged) await writeAccess(web, request, download.logged, { what: download.name }, subject ?? null);
    return answer;
  }
}
