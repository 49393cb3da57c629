import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Web } from './web.ts';

/** Style sheets, scripts, fonts and drawings with a hash in their names; security.txt. Nothing else lies open (S34). */
export async function registerPlainFiles(app: FastifyInstance, web: Web): Promise<void> {
  await app.register(fastifyStatic, {
    root: web.assets,
    prefix: '/assets/',
    index: false,
    dotfiles: 'ignore',
    immutable: true,
    maxAge: '365d',
    wildcard: true,
    decorateReply: false,
    allowedPath: (path) => /^\/[\w.-]+-[\w-]{8}\.(?:css|js|woff2|svg|webp|png)$/.test(path),
  });
  app.get('/.well-known/security.txt', async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').send(securityText(web)),
  );
}

/** RFC 9116; the date moves on by itself, half a year ahead. */
function securityText(web: Web): string {
  const expires = new Date(web.clock.now().getTime() + 180 * 24 * 3600 * 1000);
  const { securityContact } = web.config;
  return [
    ...(securityContact === undefined ? [] : [`Contact: ${securityContact}`]),
    `Contact: ${web.config.baseUrl}/bao-mat`,
    `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
    'Preferred-Languages: vi, en',
    `Policy: ${web.config.baseUrl}/bao-mat`,
    `Canonical: ${web.config.baseUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
}
