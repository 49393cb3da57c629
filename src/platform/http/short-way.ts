import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import { parse } from 'fast-querystring';
import { HTML, JSON_TYPE } from './answers.ts';
import type { Asker } from './asker.ts';
import type { Gate } from './gate.ts';
import type { Made } from './page-cache.ts';
import { openListText } from './serve-api.ts';
import { openPage } from './serve-page.ts';
import type { Web } from './web.ts';

/** What a short way answers, made for the asker; null: it is not the thing itself, the whole way says what it is. */
type Answer = (asker: Asker, query: unknown) => Promise<Omit<Made, 'generation'> | null>;

/** Answers the request or touches nothing; `otherwise` is called when the whole way has to be gone after all. */
export type ShortWay = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => boolean;

/**
 * The public lists of the API, and the public pages that are kept as text, for visitors without any cookie: thousands of
 * requests a minute that need no router, no hooks and no body. Overload protection, rate limit and log are the same as on
 * the whole way (decision record 012). Whatever cannot be answered with the list itself (a wrong filter, another address
 * to go to, too many requests, a lost database) goes the whole way, which says so in words.
 */
export function createShortWay(web: Web, gate: Gate, newId: () => string): ShortWay {
  const answers = answersOf(web);
  const trusted = proxyAddr.compile([...web.config.trustedProxies]);
  return (request, response, otherwise) => {
    if (request.method !== 'GET' || request.headers.cookie !== undefined) return false;
    const url = request.url ?? '/';
    const end = url.indexOf('?');
    const path = end === -1 ? url : url.slice(0, end);
    const answer = answers.get(path);
    if (answer === undefined) return false;
    const leave = gate.enterAtOnce();
    if (leave === null) return false;
    const { headers } = request;
    const ip = proxyAddr(request, trusted);
    const asker: Asker = { actor: null, sessionToken: null, deviceToken: null, id: newId(), url, ip, headers };
    const query = end === -1 ? {} : parse(url.slice(end + 1));
    const begun = performance.now();
    const { generation } = web.cache;
    made(web, answer, asker, query).then(
      (body) => {
        leave();
        if (body === null) return otherwise();
        web.cache.answer(request, response, { generation, ...body });
        const ms = performance.now() - begun;
        web.answered({ id: asker.id, method: 'GET', route: path, status: response.statusCode, ms, actor: null });
      },
      () => {
        leave();
        otherwise();
      },
    );
    return true;
  };
}

async function made(web: Web, answer: Answer, asker: Asker, query: unknown) {
  await web.limits.take('public', asker);
  return answer(asker, query);
}

/** What is answered so, by its path; what has a value in its path is left to the router. */
function answersOf(web: Web): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const route of web.routes) {
    if (route.path.includes(':')) continue;
    if (route.kind === 'apiRead') {
      const { read } = route;
      if (read.kind !== 'list' || !read.open) continue;
      answers.set(route.path, async (asker, query) => ({
        type: JSON_TYPE,
        body: await openListText(web, read, asker, query),
        cors: true,
      }));
    }
    if (route.kind === 'page') {
      const { page } = route;
      if (!page.open || page.ready === undefined || page.cache === 'private') continue;
      answers.set(route.path, async (asker, query) => {
        const body = await openPage(web, page, asker, query);
        return body === null ? null : { type: HTML, body, cors: false };
      });
    }
  }
  return answers;
}
