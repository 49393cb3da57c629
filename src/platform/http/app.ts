import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { notFound } from '../refusal.ts';
import { answerError } from './answers.ts';
import { BODY_LIMIT, registerBodies } from './bodies.ts';
import { cookieName } from './cookies.ts';
import { registerUpload } from './file-upload.ts';
import { registerGate } from './gate.ts';
import { cachedHeaders, privateHeaders, registerHeaders } from './headers.ts';
import { registerHealth } from './health.ts';
import { mountRoutes } from './mount.ts';
import { openApiText } from './openapi.ts';
import { PageCache } from './page-cache.ts';
import { registerPlainFiles } from './plain-files.ts';
import { createLimits } from './rate-limits.ts';
import { createShortWay, type ShortWay } from './short-way.ts';
import { registerTheme } from './theme.ts';
import type { Answered, Web, WebParts } from './web.ts';
import { WholePages } from './whole-pages.ts';
import { KNOWN_METHODS, noteAddresses, refuseOtherMethods, wrongMethod } from './wrong-method.ts';

/** The web server, ready to listen. Its parts are closed by whoever made them. */
export async function createApp(parts: WebParts): Promise<{ app: FastifyInstance; web: Web }> {
  const { config } = parts;
  const kinds = ['session', 'kept', 'done', 'theme'] as const;
  const personalCookies = kinds.map((kind) => cookieName(config, kind));
  const cache = new PageCache({ headers: cachedHeaders(config), personalCookies });
  const watchers: Web['watchers'] = [];
  const answered = (answer: Answered): void => {
    logAnswer(parts, answer);
    for (const watch of watchers) watch(answer);
  };
  const web: Web = {
    ...parts,
    cache,
    wholePages: new WholePages(),
    limits: createLimits(config.rateLimits),
    privateHeaders: privateHeaders(config),
    answered,
    watchers,
  };
  let shortWay: ShortWay = () => false;
  const logger: FastifyBaseLogger = parts.log;
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newRequestId,
    requestIdHeader: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 300_000,
    keepAliveTimeout: 15_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void answerError(web, request, reply, error),
    serverFactory: (handler) =>
      createServer(
        { headersTimeout: 15_000, requestTimeout: 300_000, keepAliveTimeout: 15_000 },
        (request, response) => {
          request.url = originForm(request.url);
          if (cache.serve(request, response)) return;
          const otherwise = () => handler(request, response);
          if (!shortWay(request, response, otherwise)) otherwise();
        },
      ),
  });
  app.decorateRequest('actor', null);
  app.decorateRequest('presumed', null);
  app.decorateRequest('sessionToken', null);
  app.decorateRequest('deviceToken', null);
  app.setErrorHandler((error, request, reply) => answerError(web, request, reply, error));
  app.setNotFoundHandler((request, reply) => {
    if (KNOWN_METHODS.includes(request.method)) return answerError(web, request, reply, notFound());
    return answerError(web, request, reply.header('allow', KNOWN_METHODS.join(', ')), wrongMethod());
  });
  const addresses = noteAddresses(app);
  registerHeaders(app, config);
  const gate = registerGate(app, web);
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: false });
  // Answers only: a packed body sent to us could unpack to anything (S18).
  await app.register(compress, { globalDecompression: false, threshold: 1000, encodings: ['br', 'gzip', 'identity'] });
  registerBodies(app);
  app.addHook('onResponse', ({ id, method, routeOptions, actor }, { statusCode: status, elapsedTime: ms }, done) => {
    answered({ id, method, route: routeOptions.url, status, ms, actor });
    done();
  });
  registerHealth(app, web);
  await registerPlainFiles(app, web);
  registerTheme(app, web);
  registerUpload(app, web);
  mountRoutes(app, web, () => openApiText(web), addresses);
  refuseOtherMethods(app, web, addresses);
  shortWay = createShortWay(web, gate, newRequestId);
  return { app, web };
}

/**
 * A request target without the scheme and host some clients put before the path (RFC 9112, 3.2.2): pages, links and the
 * cache are made from the path alone (S33).
 */
function originForm(target = '/'): string {
  const rest = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return rest.startsWith('/') || rest === '*' ? rest : `/${rest}`;
}

const ID_LENGTH = 10;
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Random bytes in store: asking for them one request at a time costs more than the rest of the id. */
let store = Buffer.alloc(0);
let used = 0;

/** Ten letters that can be read out on the telephone: the request's and the error's id. */
function newRequestId(): string {
  if (used + ID_LENGTH > store.length) {
    store = randomBytes(ID_LENGTH * 400);
    used = 0;
  }
  let id = '';
  for (const end = used + ID_LENGTH; used < end; used++) id += LETTERS[(store[used] ?? 0) % LETTERS.length];
  return id;
}

/** One JSON line a request: the route's pattern, not the address, so no id or search text is logged (S38). */
function logAnswer({ log }: WebParts, { id, method, route = '(unknown)', status, ms, actor }: Answered): void {
  const who = actor ? { account: actor.account, role: actor.role } : {};
  const api = route.startsWith('/api/') ? { api: true } : {};
  log.info({ id, method, route, status, ms: Math.round(ms), ...who, ...api }, 'request');
}
