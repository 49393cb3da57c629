import { describe, expect, test } from 'vitest';
import { Refusal } from '#platform/refusal';
import { testDatabase } from '../../../tests/support/database.ts';
import { countTry, type Door } from './limits.ts';

const { db, asOwner } = await testDatabase();
const door = (parts: Partial<Door> = {}): Door => ({ name: 'lan', address: '203.0.113.1', device: null, ...parts });

async function waitOf(asked: Door): Promise<number> {
  const refusal = await countTry(db.app, asked).then(
    () => null,
    (error: unknown) => error,
  );
  if (refusal === null) return 0;
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal).toMatchObject({ status: 429, code: 'tooMany' });
  return refusal instanceof Refusal ? (refusal.retryAfter ?? 0) : -1;
}

async function fail(times: number, asked: Door): Promise<number> {
  let wait = 0;
  for (let no = 0; no < times; no += 1) wait = await waitOf(asked);
  return wait;
}

/** As if the wait were over: the counter's time is set back. */
const later = (keyPrefix: string) => asOwner(`update rate_limit set expire = 0 where key like $1`, [`${keyPrefix}:%`]);

describe('S4 brute force', () => {
  test('eight failures in a row pass, then a wait that grows from one minute to fifteen', async () => {
    const asked = door({ name: 'grows' });
    expect(await fail(8, asked)).toBe(0);
    const waits: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      waits.push(await waitOf(asked));
      expect(await waitOf(asked)).toBeGreaterThan(0); // within the wait everything is refused
      await later('account');
      await fail(8, asked);
    }
    expect(waits).toEqual([60, 120, 240, 480, 900, 900]);
  });

  test('a right password forgets the failures', async () => {
    const asked = door({ name: 'right', address: '203.0.113.2' });
    await fail(7, asked);
    await (await countTry(db.app, asked)).passed();
    expect(await fail(8, asked)).toBe(0);
    expect(await waitOf(asked)).toBe(60);
  });

  test('capitals of the name make no second account, another name is not concerned', async () => {
    await fail(8, door({ name: 'case', address: '203.0.113.9' }));
    expect(await waitOf(door({ name: 'CASE', address: '203.0.113.9' }))).toBeGreaterThan(0);
    expect(await waitOf(door({ name: 'other', address: '203.0.113.9' }))).toBe(0);
  });

  test('an attacker cannot lock out the browser the account is known in', async () => {
    await fail(9, door({ name: 'known', address: '203.0.113.3' }));
    expect(await waitOf(door({ name: 'known', address: '203.0.113.3' }))).toBeGreaterThan(0);
    expect(await waitOf(door({ name: 'known', device: 'device-1' }))).toBe(0);
    await (await countTry(db.app, door({ name: 'known', device: 'device-1' }))).passed();
  });

  test('but the known browser has its own limit', async () => {
    const asked = door({ name: 'known-2', device: 'device-2' });
    expect(await fail(8, asked)).toBe(0);
    expect(await waitOf(asked)).toBeGreaterThan(0);
  });

  test('sixty failures from one address over many names, and everything from its /64 waits', async () => {
    for (let no = 0; no < 60; no += 1) {
      expect(await waitOf(door({ name: `n${no}`, address: `2001:db8:9:9::${no.toString(16)}` }))).toBe(0);
    }
    expect(await waitOf(door({ name: 'fresh', address: '2001:db8:9:9:aaaa::1' }))).toBe(900);
    expect(await waitOf(door({ name: 'fresh', address: '2001:db8:9:a::1' }))).toBe(0);
  });

  test('a hundred tries at the same moment: eight pass', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 100 }, (_, no) => countTry(db.app, door({ name: 'burst', address: `198.51.100.${no}` }))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
  });

  test('neither names nor addresses are kept as they are', async () => {
    const rows = await asOwner<{ key: string }>('select key from rate_limit');
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter(({ key }) => /known|burst|203\.0|2001:db8/.test(key))).toEqual([]);
  });
});
