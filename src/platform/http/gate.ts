import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { unavailable } from '../refusal.ts';
import { cookieName } from './cookies.ts';
import type { Web } from './web.ts';

/** Requests being worked on at once: beyond these, public ones first, then all, are told to come back (Q13). */
const MOST_PUBLIC = 80;
const MOST = 240;
/** Mean delay of the event loop in milliseconds at which public requests, then all, are turned away. */
const LATE_PUBLIC = 1000;
const LATE = 4000;

/** Turns requests away in time, so that those let in are answered: public pages before people at work. */
export async function registerGate(app: FastifyInstance, web: Web): Promise<void> {
  const session = cookieName(web.config, 'session');
  const isPublic = (request: FastifyRequest) =>
    (request.method === 'GET' || request.method === 'HEAD') && !request.headers.cookie?.includes(`${session}=`);
  let inside = 0;
  let insidePublic = 0;
  app.addHook('onRequest', async (request, reply) => {
    if (isProbe(request)) return;
    const open = isPublic(request);
    if (inside >= MOST || (open && insidePublic >= MOST_PUBLIC)) throw unavailable(5);
    inside++;
    if (open) insidePublic++;
    reply.raw.once('close', () => {
      inside--;
      if (open) insidePublic--;
    });
  });
  await app.register(underPressure, {
    maxEventLoopDelay: LATE_PUBLIC,
    pressureHandler: (request, _reply, _type, value) => {
      if (!isProbe(request) && (isPublic(request) || (value ?? 0) > LATE)) throw unavailable(5);
    },
  });
}

const isProbe = (request: FastifyRequest) => request.url === '/healthz' || request.url === '/readyz';
