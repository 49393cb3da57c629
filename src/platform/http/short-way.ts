import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import { parse } from 'fast-querystring';
import { JSON_TYPE } from './answers.ts';
import type { Asker } from './asker.ts';
import type { Gate } from './gate.ts';
import type { List } from './read.ts';
import { openListText } from './serve-api.ts';
import type { Web } from './web.ts';

type OpenList = List & { readonly open: true };

/** Answers the request or touches nothing; `otherwise` is called when the whole way has to be gone after all. */
export type ShortWay = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => boolean;

/**
 * The public lists of the API for visitors without any cookie: thousands of requests a minute that need no router, no
 * hooks and no body. Overload protection, rate limit and log are the same as on the whole way (decision record 012).
 * Whatever cannot be answered with the list itself (a wrong filter, too many requests, a lost database) goes the whole
 * way, which says so in words.
 */
export function createShortWay(web: Web, gate: Gate, newId: () => string): ShortWay {
  const lists = openLists(web);
  const trusted = proxyAddr.compile([...web.config.trustedProxies]);
  return (request, response, otherwise) => {
    if (request.method !== 'GET' || request.headers.cookie !== undefined) return false;
    const url = request.url ?? '/';
    const end = url.indexOf('?');
    const path = end === -1 ? url : url.slice(0, end);
    const list = lists.get(path);
    if (list === undefined) return false;
    const leave = gate.enterAtOnce();
    if (leave === null) return false;
    const { headers } = request;
    const ip = proxyAddr(request, trusted);
    const asker: Asker = { actor: null, sessionToken: null, deviceToken: null, id: newId(), url, ip, headers };
    const query = end === -1 ? {} : parse(url.slice(end + 1));
    const begun = performance.now();
    const { generation } = web.cache;
    textOf(web, list, asker, query).then(
      (body) => {
        leave();
        web.cache.answer(request, response, { generation, type: JSON_TYPE, body, cors: true });
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

/** Public lists by their path; those with a value in the path are left to the router. */
function openLists(web: Web): Map<string, OpenList> {
  const lists = new Map<string, OpenList>();
  for (const route of web.routes)
    if (route.kind === 'apiRead' && route.read.kind === 'list' && route.read.open && !route.path.includes(':'))
      lists.set(route.path, route.read);
  return lists;
}

async function textOf(web: Web, list: OpenList, asker: Asker, query: unknown): Promise<string> {
  await web.limits.take('public', asker);
  return openListText(web, list, asker, query);
}
