/** The process is killed while many write, and ended in order. The database outlives it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { afterAll, describe, expect, test } from 'vitest';
import { freePort, TEST_SECRET } from '../support/app.ts';
import { Client } from '../support/client.ts';
import { testDatabase } from '../support/database.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const database = await testDatabase({ demo: true });
const dataDir = await mkdtemp(join(tmpdir(), 'saolang-crash-'));
const port = await freePort();
const base = `http://localhost:${port}`;
let child: ChildProcess | undefined;

afterAll(async () => {
  child?.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

/** Starts the product in a process of its own on the test's database; answers seconds until it is ready. */
async function start(): Promise<number> {
  const begun = performance.now();
  const env = {
    ...{ PORT: String(port), DATA_DIR: dataDir, SECRET: TEST_SECRET, RATE_LIMITS: 'off', LOG_LEVEL: 'silent' },
    ...{ DATABASE_OWNER_URL: database.urls.owner, DATABASE_URL: database.urls.app },
    DATABASE_REPORT_URL: database.urls.report,
    BASE_URL: '', // vitest sets one of its own
  };
  const started = spawn(process.execPath, [join(ROOT, 'bin/saolang.mjs'), 'start'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child = started;
  let complaint = '';
  started.stderr.on('data', (chunk) => {
    complaint += chunk;
  });
  while (!(await ready())) {
    if (started.exitCode !== null) throw new Error(`the product ended: ${complaint}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  return (performance.now() - begun) / 1000;
}

async function ready(): Promise<boolean> {
  const answer = await fetch(`${base}/readyz`).catch(() => null);
  return answer?.status === 200;
}

async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ code: number | null; signal: string | null }> {
  if (!child || child.exitCode !== null) throw new Error('nothing runs');
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  child.kill(signal);
  const [code, by] = await ended;
  return { code, signal: by };
}

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
