/** The whole product on a free port, with a database and a data folder of its own, for tests through HTTP. */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { buildAssets } from '../../src/cli/running.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { SlowCounts } from '../../src/platform/http/slow-counts.ts';
import { createLog, type Server, startServer } from '../../src/server.ts';
import { Client } from './client.ts';
import { type TestDb, testDatabase } from './database.ts';
import { demoFiles } from './demo-template.ts';

export interface TestApp {
  base: string;
  server: Server;
  database: TestDb;
  dataDir: string;
  /** Somebody who has not signed in. */
  visitor(): Client;
  /** A browser signed in to an account of the demonstration: 'producer', 'commune', 'council-member-1' … */
  signIn(account: string): Promise<Client>;
}

export interface TestAppOptions {
  /** With the data and accounts of the demonstration programme; true unless said otherwise. */
  demo?: boolean;
  clock?: Clock;
  /** Counts that take longer are kept, milliseconds; unless said, none is, so that a busy machine changes no answer. */
  slow?: number;
  /** Settings beyond the defaults of tests. */
  env?: Record<string, string>;
}

export const TEST_SECRET = 'a-secret-for-tests-0123456789-xyz';

/** Starts it; stopped after the file's last test. Call it in the file's top level or in `beforeAll`. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await testDatabase({ demo: options.demo ?? true });
  const dataDir = await mkdtemp(join(tmpdir(), 'saolang-app-'));
  if (options.demo ?? true) await cp(demoFiles(), dataDir, { recursive: true });
  const env = { PORT: String(await freePort()), DATA_DIR: dataDir, RATE_LIMITS: 'off', LOG_LEVEL: 'silent' };
  const config = readConfig({ ...env, ...options.env }, 'start');
  if (!existsSync('build/assets/manifest.json')) await buildAssets();
  const server = await startServer({
    config,
    urls: database.urls,
    secret: TEST_SECRET,
    log: createLog(config.logLevel),
    slowCounts: new SlowCounts({ slow: options.slow ?? Number.POSITIVE_INFINITY }),
    ...(options.clock ? { clock: options.clock } : {}),
  });
  afterAll(async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const base = `http://localhost:${config.port}`;
  await rested(base);
  return {
    base,
    server,
    database,
    dataDir,
    visitor: () => new Client(base),
    signIn: async (account) => {
      const client = new Client(base);
      const answer = await client.post('/vao-thu', { account });
      if (answer.status !== 303)
        throw new Error(`${account} cannot sign in: ${answer.status} ${answer.text.slice(0, 300)}`);
      return client;
    },
  };
}

/** Waits until loading the modules no longer counts as overload: pages would answer 503 for a second. */
export async function rested(base: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { status } = await fetch(`${base}/dang-nhap`);
    if (status !== 503) return;
    await new Promise((go) => setTimeout(go, 100));
  }
}

/** A port nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
