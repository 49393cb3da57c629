import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import { answerError } from './answers.ts';
import type { Handler, Web } from './web.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** Methods some address here answers; the others are refused everywhere. */
export const KNOWN_METHODS: readonly string[] = [...METHODS, 'OPTIONS'];

/** 405; the answer names the methods of its address in Allow. */
export function wrongMethod(): Refusal {
  return new Refusal({ status: 405, code: 'method', message: 'Địa chỉ này không nhận cách gửi đó.' });
}

export interface Address {
  readonly url: string;
  readonly methods: Set<string>;
  /** Other sites' scripts may read it. */
  cors: boolean;
}

/** Addresses by their pattern, whatever the names in it. */
export type Addresses = Map<string, Address>;

export const patternOf = (url: string) => url.replace(/:\w+/g, ':');

/** Notes every address mounted from now on with its methods. */
export function noteAddresses(app: FastifyInstance): Addresses {
  const addresses: Addresses = new Map();
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = patternOf(url);
    const address = addresses.get(pattern) ?? { url, methods: new Set(), cors: false };
    for (const one of [method].flat()) address.methods.add(one);
    addresses.set(pattern, address);
  });
  return addresses;
}

/** Puts a 405 with Allow on every other method of each address, and an answer to OPTIONS. */
export function refuseOtherMethods(app: FastifyInstance, web: Web, addresses: Addresses): void {
  for (const { url, methods, cors } of [...addresses.values()]) {
    const allow = [...KNOWN_METHODS.filter((one) => methods.has(one)), 'OPTIONS'].join(', ');
    const refuse: Handler = async (request, reply) =>
      answerError(web, request, reply.header('allow', allow), wrongMethod());
    const others = [...METHODS.filter((one) => !methods.has(one)), 'TRACE'];
    app.route({ method: others, url, handler: refuse, exposeHeadRoute: false });
    app.options(url, async (_request, reply) => {
      if (cors) {
        reply.headers({ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD' });
        reply.headers({ 'access-control-allow-headers': 'If-None-Match', 'access-control-max-age': '86400' });
      }
      return reply.code(204).header('allow', allow).send();
    });
  }
}
