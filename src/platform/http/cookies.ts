import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

/** The cookies of the machinery: who is signed in, which device this is, which form waits for a new sign-in, what was just done, day or night. */
export type CookieKind = 'session' | 'device' | 'kept' | 'done' | 'theme';

const NAMES: Record<CookieKind, string> = {
  session: 'saolang',
  device: 'saolang-device',
  kept: 'saolang-kept',
  done: 'saolang-done',
  theme: 'saolang-theme',
};
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

/** The sentence about what was just done, for the next page; at most 300 characters. */
export function writeDone(reply: FastifyReply, config: Config, sentence: string): void {
  writeToken(reply, config, 'done', Buffer.from(sentence.slice(0, 300)).toString('base64url'), 60);
}

/** Takes that sentence out: it is said once. */
export function takeDone(request: FastifyRequest, reply: FastifyReply, config: Config): string | null {
  const value = request.cookies[cookieName(config, 'done')];
  if (value === undefined || !/^[\w-]{1,2000}$/.test(value)) return null;
  writeToken(reply, config, 'done', null);
  return Buffer.from(value, 'base64url').toString('utf8').slice(0, 300);
}
