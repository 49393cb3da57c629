import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

/** The cookies of the machinery: who is signed in, which device this is, which form waits for a new sign-in. */
export type CookieKind = 'session' | 'device' | 'kept';

const NAMES: Record<CookieKind, string> = { session: 'saolang', device: 'saolang-device', kept: 'saolang-kept' };
const YEAR = 365 * 24 * 3600;

/** Name of a cookie: over https bound to this host (S6); over plain http on loopback a browser would refuse that. */
export function cookieName(config: Config, kind: CookieKind): string {
  return config.https ? `__Host-${NAMES[kind]}` : NAMES[kind];
}

/** The token in a cookie, or null. Anything but 20–200 url-safe characters is no token. */
export function readToken(request: FastifyRequest, config: Config, kind: CookieKind): string | null {
  const value = request.cookies[cookieName(config, kind)];
  return value !== undefined && /^[\w.-]{20,200}$/.test(value) ? value : null;
}

/** Sets a cookie, or takes it away (null). Without `seconds` a session ends with the browser; a device is kept a year. */
export function writeToken(
  reply: FastifyReply,
  config: Config,
  kind: CookieKind,
  token: string | null,
  seconds = kind === 'device' ? YEAR : undefined,
): void {
  const name = cookieName(config, kind);
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.https } as const;
  if (token === null) reply.clearCookie(name, options);
  else reply.setCookie(name, token, seconds === undefined ? options : { ...options, maxAge: seconds });
}
