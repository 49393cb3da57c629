/** The product in a process of its own on a test's database, to be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { freePort, TEST_SECRET } from './app.ts';
import type { TestDb } from './database.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where it listens; `start` answers the seconds until it is ready, `end` how it ended. The database outlives it. */
export interface Killable {
  readonly base: string;
  start(): Promise<number>;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ code: number | null; signal: string | null }>;
}

/** Killed after the file's last test. Call it in the file's top level. */
export async function killable(database: TestDb): Promise<Killable> {
  const dataDir = await mkdtemp(join(tmpdir(), 'saolang-crash-'));
  const port = await freePort();
  const base = `http://localhost:${port}`;
  let child: ChildProcess | undefined;

  afterAll(async () => {
    child?.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  });

  const ready = async () => (await fetch(`${base}/readyz`).catch(() => null))?.status === 200;
  return {
    base,
    async start() {
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
    },
    async end(signal) {
      if (!child || child.exitCode !== null) throw new Error('nothing runs');
      const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
      child.kill(signal);
      const [code, by] = await ended;
      return { code, signal: by };
    },
  };
}
