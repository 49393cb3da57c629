import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Config } from '../config.ts';

const CSP = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'frame-src': ["'self'"],
  'object-src': ["'none'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
};
const PERMISSIONS =
  'accelerometer=(), autoplay=(), camera=(self), display-capture=(), geolocation=(self), gyroscope=(), microphone=(), payment=(), usb=()';

/** Headers of S31, as helmet works them out; worked out once, since they are the same on every answer. */
function securityHeaders(config: Config): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [['permissions-policy', PERMISSIONS]];
  const note = {
    setHeader: (name: string, value: string) => headers.push([name.toLowerCase(), value]),
    removeHeader: () => undefined,
  };
  const write = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    xPoweredBy: false,
  });
  const request = new IncomingMessage(new Socket());
  write(request, Object.assign(new ServerResponse(request), note), (problem) => {
    if (problem) throw problem;
  });
  return headers;
}

/** Puts the security headers on every answer, errors included; what an answer says itself stays. */
export function registerHeaders(app: FastifyInstance, config: Config): void {
  const headers = securityHeaders(config);
  app.addHook('onSend', (_request, reply, _payload, done) => {
    for (const [name, value] of headers) if (!reply.hasHeader(name)) reply.header(name, value);
    done();
  });
}

/** The same headers as a flat list for answers to one person that pass no hook (S32). */
export function privateHeaders(config: Config): readonly string[] {
  return [...securityHeaders(config), ['cache-control', PRIVATE_CACHE]].flat();
}

/** The same headers as a flat list for answers from the page cache, which pass no hook. */
export function cachedHeaders(config: Config): (type: string, cors: boolean) => readonly string[] {
  const own = [...securityHeaders(config), ['cache-control', PUBLIC_CACHE], ['vary', 'Accept-Encoding, Cookie']];
  const cross = own.filter(([name]) => name !== 'cross-origin-resource-policy');
  const [same, open] = [own.flat(), [...cross, ...CORS].flat()];
  return (type, cors) => ['content-type', type, ...(cors ? open : same)];
}

/** What one person was answered is stored nowhere (S32). */
export const PRIVATE_CACHE = 'private, no-store';
/** Public answers may be stored but are asked about each time (ETag). */
export const PUBLIC_CACHE = 'public, no-cache';
/** Only the public read API, never with credentials (S33). */
export const CORS: readonly (readonly [string, string])[] = [
  ['access-control-allow-origin', '*'],
  ['access-control-expose-headers', 'ETag'],
  ['cross-origin-resource-policy', 'cross-origin'],
];
