/** The web layer with the programme of chores, for tests of the machinery: real database, real pages, own sessions. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { createAccess } from '../../src/platform/access/access.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openFileStore } from '../../src/platform/files/store.ts';
import { createApp } from '../../src/platform/http/app.ts';
import { SlowCounts } from '../../src/platform/http/slow-counts.ts';
import type { Web } from '../../src/platform/http/web.ts';
import { views } from '../../src/views.tsx';
import { freePort } from './app.ts';
import { choreRoutes as routes } from './chore-pages.tsx';
import { actor, choreSteps, configureChores } from './chores.ts';
import { Client } from './client.ts';
import { type TestDb, testDatabase } from './database.ts';

export interface SmallWeb {
  base: string;
  web: Web;
  database: TestDb;
  visitor(): Client;
  signIn(parts?: Partial<Actor>): Client & { actor: Actor };
  /** Forgets a session on the server, as a timeout does. */
  expire(client: Client): void;
  lines: string[];
}

/** Starts it; stopped after the file's last test. */
export async function smallWeb(env: Record<string, string> = {}): Promise<SmallWeb> {
  configureChores();
  const database = await testDatabase({ steps: choreSteps });
  const dataDir = await mkdtemp(join(tmpdir(), 'saolang-web-'));
  const config = readConfig({ PORT: String(await freePort()), DATA_DIR: dataDir, RATE_LIMITS: 'off', ...env }, 'start');
  const sessions = new Map<string, Actor>();
  const lines: string[] = [];
  const { app, web } = await createApp({
    config,
    routes,
    views,
    secret: 'the-secret-of-the-small-web-0123456789',
    clock: systemClock,
    db: database.db,
    files: await openFileStore('file:files', dataDir),
    access: createAccess({
      cell: (_verb, role) => (role === 'public' || role === 'stranger' ? 'no' : 'all'),
      seatRoles: {},
    }),
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    slowCounts: new SlowCounts(),
    release: '0.0.0',
    findActor: async (_db, token) => sessions.get(token) ?? null,
    presumeActor: () => null,
    logo: async () => null,
    paths: { signIn: '/dang-nhap', reauthenticate: '/xac-nhan-lai', theme: '/giao-dien' },
    assets: dataDir,
  });
  await app.listen({ host: config.host, port: config.port });
  afterAll(async () => {
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const base = `http://localhost:${config.port}`;
  const signIn = (parts: Partial<Actor> = {}) => {
    const token = randomBytes(24).toString('base64url');
    const who = actor({ fresh: true, ...parts });
    sessions.set(token, who);
    const client = new Client(base);
    client.cookies.set('saolang', token);
    return Object.assign(client, { actor: who });
  };
  const expire = (client: Client) => void sessions.delete(client.cookies.get('saolang') ?? '');
  return { base, web, database, visitor: () => new Client(base), signIn, expire, lines };
}
