import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { loadSubject } from '../access/access.ts';
import type { Actor } from '../actor.ts';
import type { DB } from '../db/schema.generated.ts';
import { signInNeeded } from '../refusal.ts';
import type { RateClass } from './action.ts';
import type { Asker } from './asker.ts';
import { BYTES_TYPE } from './bodies.ts';
import type { Lang, PublicContext, ReadContext, RequestContext } from './context.ts';
import { readToken } from './cookies.ts';
import { PRIVATE_CACHE } from './headers.ts';
import { foreignOrigin, isForeign, isOtherCharset, isPacked, mediaType, wrongType } from './origin.ts';
import { logAccess, refusedAsMissing } from './refused-access.ts';
import type { Web } from './web.ts';

export type Door = 'form' | 'api' | 'bytes' | 'get';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * What stands before every handler: Origin and media type of unsafe requests, who acts, and the rate limit. The body is
 * read only afterwards. With `presumes`, who acted a moment ago is taken for who acts; the handler asks it in its statement.
 */
export function beforeHandler(web: Web, door: Door, rate: RateClass, presumes = false) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (door !== 'get') {
      if (isForeign(request, web.config)) {
        await logAccess(web, request, 'attack', { what: 'foreignOrigin', route: request.routeOptions.url ?? '' });
        throw foreignOrigin();
      }
      checkMediaType(request, door);
    }
    request.sessionToken = readToken(request, web.config, 'session');
    request.deviceToken = readToken(request, web.config, 'device');
    if (request.sessionToken !== null) {
      request.presumed = presumes ? web.presumeActor(request.sessionToken, web.clock.now()) : null;
      request.actor =
        request.presumed?.actor ?? (await web.findActor(web.db.app, request.sessionToken, web.clock.now()));
      reply.header('cache-control', PRIVATE_CACHE);
    }
    await web.limits.take(rate, request);
  };
}

/** Asks who acts where it was only presumed. */
export async function askWho(web: Web, request: FastifyRequest): Promise<void> {
  if (request.presumed === null || request.sessionToken === null) return;
  request.presumed = null;
  request.actor = await web.findActor(web.db.app, request.sessionToken, web.clock.now());
}

function checkMediaType(request: FastifyRequest, door: Door): void {
  const type = mediaType(request);
  if (door === 'api' && type !== 'application/json') throw wrongType('application/json');
  if (door === 'bytes' && type !== BYTES_TYPE) throw wrongType(BYTES_TYPE);
  if (door === 'form' && type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data') {
    throw wrongType('biểu mẫu');
  }
  if (isOtherCharset(request)) throw wrongType('UTF-8');
  if (isPacked(request)) throw wrongType('không nén');
}

/** What pages and acts alike are told of a request. */
export function requestContext(web: Web, request: Asker): RequestContext {
  return {
    day: web.clock.today(),
    now: web.clock.now(),
    requestId: request.id,
    address: request.ip,
    device: String(request.headers['user-agent'] ?? '').slice(0, 200),
    knownDevice: request.deviceToken,
    files: web.files,
    baseUrl: web.config.baseUrl,
    demo: web.config.demo,
    secret: web.secret,
    rateLimits: web.config.rateLimits,
    securityContact: web.config.securityContact ?? null,
    session: request.sessionToken,
  };
}

/** The context of a page, read or download that anyone may open. */
export function publicContext(web: Web, request: Asker): PublicContext {
  const { actor } = request;
  return {
    ...requestContext(web, request),
    db: web.db.app,
    actor,
    lang: langOf(request.url),
    url: request.url,
    kept: (key, load) => web.cache.value(key, load),
    counted: (key, count) => web.slowCounts.ask(key, count),
    may: (verb, subject) => mayDo(web, web.db.app, actor, verb, subject),
    within: (verb, alias) => web.access.within(actor, verb, alias),
  };
}

/** The same for somebody the policy row lets in; refused as 404 and written to the access log (S13). */
export async function readContext(
  web: Web,
  request: Asker,
  permission: string | null,
  subject: string | undefined,
): Promise<ReadContext> {
  const { actor } = request;
  if (actor === null) throw signInNeeded();
  if (permission !== null && !(await mayDo(web, web.db.app, actor, permission, subject))) {
    throw await refusedAsMissing(web, request, permission, subject);
  }
  return contextOf(web, request, actor);
}

/** What somebody signed in reads with. */
export function contextOf(web: Web, asker: Asker, actor: Actor): ReadContext {
  return {
    ...publicContext(web, asker),
    actor,
    ways: (verb, alias) => web.access.waysOf(actor, verb, alias),
  };
}

/** Asks the policy row: for a subject by its lifecycle row, otherwise whether the role has any reach at all. */
export async function mayDo(
  web: Web,
  db: Kysely<DB>,
  actor: Actor | null,
  verb: string,
  subject?: string,
): Promise<boolean> {
  if (!web.access.mayEver(actor, verb)) return false;
  if (subject === undefined) return true;
  if (!UUID.test(subject)) return false;
  const found = await loadSubject(db, actor, subject);
  return found !== null && web.access.may(actor, verb, found);
}

export function langOf(url: string): Lang {
  return url === '/en' || url.startsWith('/en/') || url.startsWith('/en?') ? 'en' : 'vi';
}
