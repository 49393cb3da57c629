import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { unavailable } from '../refusal.ts';
import { cookieName } from './cookies.ts';
import type { Web } from './web.ts';

/** Requests taken in at once: beyond these, public ones first, then all, are told to come back (Q13). */
const MOST_PUBLIC = 80;
const MOST = 240;
/** Public requests worked on at once, fewer than the database has connections: the others are for people at work. */
const PUBLIC_AT_WORK = 6;
/** Mean delay of the event loop in milliseconds at which public requests, then all, are turned away. */
const LATE_PUBLIC = 1000;
const LATE = 4000;
/** How often the event loop is looked at. */
const LOOK_MS = 200;
const WINDOW_MS = 3000;
/** The long turns of starting up say nothing about load: nobody is turned away so soon after the first listening. */
const SETTLING_MS = 5000;

/** The gate for requests answered before the web server's hooks. */
export interface Gate {
  /** Lets one public request in if it need not wait; answers what to call when it is done. Null: it goes the whole way. */
  enterAtOnce(): (() => void) | null;
}

/** Turns requests away in time, so that those let in are answered: public pages before people at work. */
export function registerGate(app: FastifyInstance, web: Web): Gate {
  const session = cookieName(web.config, 'session');
  const isPublic = (request: FastifyRequest) =>
    (request.method === 'GET' || request.method === 'HEAD') && !request.headers.cookie?.includes(`${session}=`);
  const turns = new Turns(PUBLIC_AT_WORK);
  let inside = 0;
  let insidePublic = 0;
  // Every request passes here: hooks with a callback cost it no promises.
  app.addHook('onRequest', (request, reply, done) => {
    if (isProbe(request)) return done();
    const open = isPublic(request);
    if (isLate(open) || inside >= MOST || (open && insidePublic >= MOST_PUBLIC)) return done(unavailable(5));
    inside++;
    if (open) insidePublic++;
    reply.raw.once('close', () => {
      inside--;
      if (open) insidePublic--;
    });
    if (open) turns.take(reply, done);
    else done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    turns.give(reply);
    done();
  });
  const lateness = new Lateness();
  let settled = Number.POSITIVE_INFINITY;
  app.addHook('onListen', async () => {
    settled = performance.now() + SETTLING_MS;
  });
  app.addHook('onClose', async () => lateness.stop());
  const isLate = (open: boolean) =>
    lateness.ms > LATE_PUBLIC && performance.now() >= settled && (open || lateness.ms > LATE);
  return {
    enterAtOnce() {
      if (isLate(true) || inside >= MOST || insidePublic >= MOST_PUBLIC || !turns.takeFree()) return null;
      inside++;
      insidePublic++;
      return () => {
        inside--;
        insidePublic--;
        turns.next();
      };
    },
  };
}

/** Mean delay of the event loop over the last seconds, milliseconds: one long turn is no overload. Looks seldom, since each look wakes an idle process. */
class Lateness {
  ms = 0;
  readonly #delay = monitorEventLoopDelay({ resolution: LOOK_MS });
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#delay.enable();
    this.#timer = setInterval(() => {
      this.ms = Number.isNaN(this.#delay.mean) ? 0 : Math.max(0, this.#delay.mean / 1e6 - LOOK_MS);
      this.#delay.reset();
    }, WINDOW_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#delay.disable();
  }
}

const isProbe = (request: FastifyRequest) => request.url === '/healthz' || request.url === '/readyz';

/** Lets so many at a time through, in the order they came; who has gone away loses the turn. */
class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];
  readonly #held = new WeakSet<FastifyReply>();

  constructor(free: number) {
    this.#free = free;
  }

  take(reply: FastifyReply, go: () => void): void {
    const begin = () => {
      this.#held.add(reply);
      if (reply.raw.closed) this.give(reply);
      else reply.raw.once('close', () => this.give(reply));
      go();
    };
    if (this.#free === 0) this.#waiting.push(begin);
    else {
      this.#free--;
      begin();
    }
  }

  /** Gives the turn back, once; nothing for those that needed none. */
  give(reply: FastifyReply): void {
    if (this.#held.delete(reply)) this.next();
  }

  /** Takes a turn that is free now, to be given back with `next`; false when there is none. */
  takeFree(): boolean {
    if (this.#free === 0) return false;
    this.#free--;
    return true;
  }

  /** The turn that ended goes to the one who waits longest. */
  next(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
