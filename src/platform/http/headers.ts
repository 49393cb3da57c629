import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
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
const HSTS = 'max-age=31536000; includeSubDomains';

/** Headers of S31 on every answer, errors included; written before anything else can fail. */
export async function registerHeaders(app: FastifyInstance, config: Config): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CSP },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: config.https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    xPoweredBy: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.raw.setHeader('permissions-policy', PERMISSIONS);
  });
}

/** The same headers as a flat list for answers from the page cache, which pass no hook. */
export function cachedHeaders(config: Config): (type: string, cors: boolean) => readonly string[] {
  const policy = Object.entries(CSP)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';');
  const common = [
    ['content-security-policy', policy],
    ['cross-origin-opener-policy', 'same-origin'],
    ['origin-agent-cluster', '?1'],
    ['permissions-policy', PERMISSIONS],
    ['referrer-policy', 'same-origin'],
    ['x-content-type-options', 'nosniff'],
    ['x-dns-prefetch-control', 'off'],
    ['x-download-options', 'noopen'],
    ['x-frame-options', 'DENY'],
    ['x-permitted-cross-domain-policies', 'none'],
    ['x-xss-protection', '0'],
    ...(config.https ? [['strict-transport-security', HSTS]] : []),
    ['cache-control', PUBLIC_CACHE],
    ['vary', 'Accept-Encoding, Cookie'],
  ].flat();
  return (type, cors) => [
    'content-type',
    type,
    ...common,
    ...(cors ? CORS.flat() : ['cross-origin-resource-policy', 'same-origin']),
  ];
}

/** Public answers may be stored but are asked about each time (ETag). */
export const PUBLIC_CACHE = 'public, no-cache';
/** Only the public read API, never with credentials (S33). */
export const CORS: readonly (readonly [string, string])[] = [
  ['access-control-allow-origin', '*'],
  ['access-control-expose-headers', 'ETag'],
  ['cross-origin-resource-policy', 'cross-origin'],
];
