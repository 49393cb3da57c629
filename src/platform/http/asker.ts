import type { FastifyRequest } from 'fastify';

/** What a context is made from: a request of the web server, or one answered before it (short-way.ts), which has no cookies and no route. */
export type Asker = Pick<FastifyRequest, 'actor' | 'sessionToken' | 'deviceToken' | 'id' | 'url' | 'ip' | 'headers'> &
  Partial<Pick<FastifyRequest, 'cookies' | 'routeOptions'>>;
