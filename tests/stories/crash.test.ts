/** The process is killed while many write, and ended in order. The database outlives it. */
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { Client } from '../support/client.ts';
import { testDatabase } from '../support/database.ts';
import { killable } from '../support/killable.ts';

const database = await testDatabase({ demo: true });
const { base, start, end } = await killable(database);

interface Writing {
  key: string;
  body: { fullName: string; username: string; email: string; role: string };
  acknowledged: boolean;
}

const newWriting = (n: number): Writing => {
  const username = `gia.dinh.${n}`;
  const body = { fullName: `Người Giả Định ${n}`, username, email: `${username}@vi-du.vn`, role: 'auditor' };
  return { key: v7(), body, acknowledged: false };
};

describe('Q1 kill -9 while ten write', () => {
  const writings: Writing[] = [];
  const administrator = new Client(base);

  async function write(one: Writing): Promise<void> {
    const answer = await administrator.json('POST', '/api/v1/accounts', one.body, { key: one.key }).catch(() => null);
    expect([200, 503, undefined]).toContain(answer?.status); // 503: too busy, ask again; undefined: nobody there
    one.acknowledged = answer?.status === 200;
  }

  test('everything acknowledged is there after the start, nothing twice, and repeats are taken once', async () => {
    await start();
    await signIn();
    let killed = false;
    const writers = Array.from({ length: 10 }, async () => {
      while (!killed) {
        const one = newWriting(writings.length);
        writings.push(one);
        await write(one);
      }
    });
    const enough = async () => {
      while (writings.filter((one) => one.acknowledged).length < 40) await new Promise((done) => setTimeout(done, 20));
    };
    await Promise.race([enough(), Promise.all(writers)]);
    const gone = end('SIGKILL');
    killed = true;
    expect((await gone).signal).toBe('SIGKILL');
    await Promise.all(writers);
    const acknowledged = writings.filter((one) => one.acknowledged);
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);

    const seconds = await start();
    expect(seconds).toBeLessThanOrEqual(20); // 10 s on two idle cores; tests run on busy ones
    const kept = new Set((await rows()).map((row) => row.username));
    expect(acknowledged.filter((one) => !kept.has(one.body.username))).toEqual([]);

    // Whoever got no answer asks again with the same key.
    for (const one of writings) while (!one.acknowledged) await write(one);
    const there = await rows();
    expect(there.map((row) => row.username)).toEqual(writings.map((one) => one.body.username).sort());
    expect(there.map((row) => row.invited)).toEqual(writings.map(() => 1));
  });

  /** Asks again while the product says it is too busy. */
  async function signIn(): Promise<void> {
    let status = 503;
    while (status === 503) status = (await administrator.post('/vao-thu', { account: 'administrator' })).status;
    expect(status).toBe(303);
  }

  /** Accounts of this test with the number of ledger rows that invited them. */
  function rows() {
    return database.asOwner<{ username: string; invited: number }>(
      `select a.username, (select count(*)::int from ledger l where l.subject = a.id and l.action = 'account.invite') as invited
       from account a where a.username like 'gia.dinh.%' order by a.username collate "C"`,
    );
  }
});

test('Q15 SIGTERM ends in order: what runs is finished, exit code 0', async () => {
  const visitor = new Client(base);
  const running = Promise.all(
    Array.from({ length: 20 }, (_, n) => visitor.page(`/san-pham?q=gao%20${n}`).catch(() => null)),
  );
  await new Promise((done) => setTimeout(done, 30));
  const begun = performance.now();
  const ended = end('SIGTERM');
  const statuses = (await running).map((answer) => answer?.status ?? 0); // 0: was not taken any more
  expect(await ended).toEqual({ code: 0, signal: null });
  expect((performance.now() - begun) / 1000).toBeLessThan(20); // 10 s and a margin for a busy machine
  expect(statuses.filter((status) => status >= 500 && status !== 503)).toEqual([]);
  const left = await database.asOwner(
    'select from pg_stat_activity where datname = current_database() and usename like $1',
    ['%_app'],
  );
  expect(left.length).toBeLessThanOrEqual(1); // the test's own pool
});
