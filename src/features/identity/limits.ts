// Counting tries at every door where something can be guessed: sign-in, codes, reset (S4). Shared by all processes.
import { isIPv6 } from 'node:net';
import type { Kysely } from 'kysely';
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { DB } from '#platform/db/schema.generated';
import { counterKey, keptCounter } from '#platform/http/kept-counter';
import { tooMany } from '#platform/refusal';

const window = 15 * 60;
/** Seconds to wait after the first, second … time that eight tries failed; the last one stays. */
const waits = [60, 120, 240, 480, 900];

export interface Door {
  /** Name typed in, known or not: both are counted alike (S5). */
  readonly name: string;
  readonly address: string;
  /** Id of the known device when the browser is known for this very account: others cannot lock it out. */
  readonly device: string | null;
}

interface Counters {
  readonly account: RateLimiterPostgres;
  readonly device: RateLimiterPostgres;
  readonly address: RateLimiterPostgres;
  readonly strikes: RateLimiterPostgres;
}

const made = new WeakMap<Kysely<DB>, Counters>();

function countersOf(db: Kysely<DB>): Counters {
  const known = made.get(db);
  if (known) return known;
  const counters = {
    account: keptCounter(db, 'account', 8, window),
    device: keptCounter(db, 'device', 8, window),
    address: keptCounter(db, 'address', 60, window),
    strikes: keptCounter(db, 'strikes', 1_000_000, 24 * 3600),
  };
  made.set(db, counters);
  return counters;
}

/**
 * Counts one try before it is judged, so that a thousand at once are counted too. Throws 429 with the seconds to wait.
 * Tell `passed` when the try was right.
 */
export async function countTry(db: Kysely<DB>, door: Door): Promise<{ passed(): Promise<void> }> {
  const counters = countersOf(db);
  const account = counterKey(door.name.toLowerCase());
  if (door.device !== null) {
    const device = counterKey(`${account} ${door.device}`);
    await take(counters.device, device, async () => window);
    return { passed: async () => void (await counters.device.delete(device)) };
  }
  const network = counterKey(networkOf(door.address));
  await take(counters.address, network, async () => window);
  await take(counters.account, account, () => nextWait(counters.strikes, account));
  return {
    passed: async () => {
      await Promise.all([
        counters.address.reward(network, 1),
        counters.account.delete(account),
        counters.strikes.delete(account),
      ]);
    },
  };
}

async function take(counter: RateLimiterPostgres, key: string, wait: () => Promise<number>): Promise<void> {
  try {
    await counter.consume(key);
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full;
    if (full.consumedPoints !== counter.points + 1) throw tooMany(full.msBeforeNext / 1000);
    const seconds = await wait();
    await counter.block(key, seconds);
    throw tooMany(seconds);
  }
}

async function nextWait(strikes: RateLimiterPostgres, key: string): Promise<number> {
  const { consumedPoints } = await strikes.consume(key);
  return waits[Math.min(consumedPoints, waits.length) - 1] ?? window;
}

/** IPv4 counts as itself, IPv6 as its /64: whoever has one address of it has them all. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
