import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RateClass } from './action.ts';
import { JSON_TYPE, setCaching } from './answers.ts';
import { mayPresume } from './at-once.ts';
import { CORS } from './headers.ts';
import { etagOf, matches } from './page-cache.ts';
import { beforeHandler, type Door } from './requests.ts';
import type { Route } from './routes.ts';
import { serveApiAction, serveRead } from './serve-api.ts';
import { serveDownload } from './serve-download.ts';
import { pagePath, serveForm } from './serve-form.ts';
import { servePage } from './serve-page.ts';
import type { Handler, Web } from './web.ts';
import { type Addresses, patternOf } from './wrong-method.ts';

const OPENAPI_PATH = '/api/openapi.json';
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Mounted {
  method: Method;
  path: string;
  door: Door;
  rate: RateClass;
  /** Other sites' scripts may read it. */
  cors: boolean;
  /** Its act is one statement that asks by itself who acts. */
  presumes?: boolean;
  handler: Handler;
}

/** Puts every route where it belongs. */
export function mountRoutes(app: FastifyInstance, web: Web, openApi: () => string, addresses: Addresses): void {
  for (const one of [...web.routes.map((route) => mountedOf(web, route)), openApiRoute(openApi)]) {
    const before = beforeHandler(web, one.door, one.rate, one.presumes);
    app.route({ method: one.method, url: one.path, onRequest: before, handler: one.handler });
    const address = addresses.get(patternOf(one.path));
    if (one.cors && address) address.cors = true;
  }
  leadBackToPages(app, web, addresses);
}

/** Who loads the address of a refused form anew, or comes back to it, is led to the page the form stands on. */
function leadBackToPages(app: FastifyInstance, web: Web, addresses: Addresses): void {
  for (const { kind, path, ...route } of web.routes) {
    if (kind !== 'form' || !('form' in route) || addresses.get(patternOf(path))?.methods.has('GET')) continue;
    const handler: Handler = async (request, reply) => {
      setCaching(reply, 'private');
      return reply.redirect(pagePath(web, route.form.page, request), 303);
    };
    app.route({ method: 'GET', url: path, onRequest: beforeHandler(web, 'get', 'read'), handler });
  }
}

function mountedOf(web: Web, route: Route): Mounted {
  switch (route.kind) {
    case 'page': {
      const rate = route.page.open ? 'public' : 'read';
      const handler: Handler = (request, reply) =>
        orSignIn(web, request, reply, servePage(web, route.page, request, reply));
      return { method: 'GET', path: route.path, door: 'get', rate, cors: false, handler };
    }
    case 'download': {
      const rate = route.download.rate ?? (route.download.open ? 'public' : 'read');
      const handler: Handler = (request, reply) =>
        orSignIn(web, request, reply, serveDownload(web, route.download, request, reply));
      return { method: 'GET', path: route.path, door: 'get', rate, cors: false, handler };
    }
    case 'form': {
      const handler: Handler = (request, reply) => serveForm(web, route, request, reply);
      return {
        method: 'POST',
        path: route.path,
        door: 'form',
        rate: route.action.rate ?? 'write',
        cors: false,
        handler,
      };
    }
    case 'apiAction': {
      const handler: Handler = (request, reply) => serveApiAction(web, route.action, request, reply);
      const rate = route.action.rate ?? 'write';
      const presumes = mayPresume(route.action);
      return { method: route.method, path: route.path, door: 'api', rate, cors: false, presumes, handler };
    }
    case 'apiRead': {
      const rate = route.read.open ? 'public' : 'read';
      const handler: Handler = (request, reply) => serveRead(web, route.read, request, reply);
      return { method: 'GET', path: route.path, door: 'get', rate, cors: route.read.open, handler };
    }
  }
}

/** A page or file for people who have signed in leads others to the sign-in and back (S7). */
async function orSignIn(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Promise<unknown>,
): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'signInNeeded' && code !== 'reauthenticate') throw error;
    const door = code === 'reauthenticate' ? web.paths.reauthenticate : web.paths.signIn;
    setCaching(reply, 'private');
    return reply.redirect(`${door}?tiep=${encodeURIComponent(request.url)}`, 303);
  }
}

/** The document is made when it is asked for the first time. */
function openApiRoute(make: () => string): Mounted {
  let made: { text: string; etag: string } | undefined;
  const handler: Handler = async (request, reply) => {
    if (made === undefined) {
      const text = make();
      made = { text, etag: etagOf(text) };
    }
    const { text, etag } = made;
    for (const [name, value] of CORS) reply.header(name, value);
    setCaching(reply, 'public');
    reply.header('etag', etag);
    if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type(JSON_TYPE).send(text);
  };
  return { method: 'GET', path: OPENAPI_PATH, door: 'get', rate: 'public', cors: true, handler };
}
