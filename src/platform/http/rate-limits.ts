import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '../refusal.ts';
import type { RateClass } from './action.ts';
import type { Asker } from './asker.ts';

/** Requests a minute for one account, or one address where nobody is signed in. */
const PER_MINUTE: Record<RateClass, number> = {
  signIn: 60,
  report: 10,
  write: 300,
  upload: 900,
  read: 1200,
  public: 1200,
  bulk: 30,
};

export interface Limits {
  /** Counts one request. Throws the refusal 429 with Retry-After. */
  take(rate: RateClass, request: Pick<Asker, 'actor' | 'ip'>): Promise<void>;
}

/** Counters in memory by class; `on` false lets everything through (demonstration programme only). */
export function createLimits(on: boolean): Limits {
  const counters = new Map(
    (Object.keys(PER_MINUTE) as RateClass[]).map((rate) => [
      rate,
      new RateLimiterMemory({ keyPrefix: rate, points: PER_MINUTE[rate], duration: 60 }),
    ]),
  );
  return {
    async take(rate, request) {
      if (!on) return;
      const key = request.actor && rate !== 'signIn' ? request.actor.account : addressKey(request.ip);
      try {
        await counters.get(rate)?.consume(key);
      } catch (spent) {
        if (spent instanceof RateLimiterRes) throw tooMany(spent.msBeforeNext / 1000);
        throw spent;
      }
    },
  };
}

/** One subscriber: an IPv4 address, or the first four groups of an IPv6 address (S4). */
export function addressKey(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  const [head = '', tail = ''] = address.split('::', 2);
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0') : [];
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::/64`;
}
