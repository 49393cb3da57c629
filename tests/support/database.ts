/** A database of one's own for a test file, migrated, with the steps of the law, in about 0.1 s. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type DatabaseUrls, prepareDatabase, SESSION_OPTIONS, withClient } from '../../src/platform/db/connect.ts';
import { type Database, openDatabase } from '../../src/platform/db/database.ts';
import { startEmbedded } from '../../src/platform/db/launcher.ts';
import { loadSteps, type Step } from '../../src/platform/db/migrate.ts';
import { copyTemplate, dropDatabase, ensureTemplate, runUrls } from './database-run.ts';
import { lawSteps } from './steps.ts';

export interface TestDb {
  db: Database;
  urls: DatabaseUrls;
  /** Runs one statement as the owner: for tests that tamper, and for rows no application may write. */
  asOwner<R extends object = object>(query: string, parameters?: readonly unknown[]): Promise<R[]>;
}

/**
 * Makes a database of its own for the calling test file and drops it after the file's last test. Call it in the file's
 * top level or in `beforeAll`.
 * @param options.steps further moves beyond the law's, for tests of the machinery
 * @param options.demo with units, real lists and the accounts of the demonstration programme
 */
export async function testDatabase(
  options: { steps?: readonly Step[]; poolSize?: number; demo?: boolean } = {},
): Promise<TestDb> {
  const { serverUrl, urls, name } = await copyFor(options.demo ?? false);
  if (options.steps)
    await withClient(urls.owner, (client) => loadSteps(client, [...lawSteps, ...(options.steps ?? [])]));
  const db = await openDatabase(urls, { poolSize: options.poolSize ?? 10, reportPoolSize: 2 });
  afterAll(async () => {
    await db.close();
    await dropDatabase(serverUrl, name);
  });
  return {
    db,
    urls,
    asOwner: (query, parameters = []) =>
      withClient(inVietnam(urls.owner), async (client) => (await client.query(query, [...parameters])).rows),
  };
}

/** The same server with Vietnam's clock: `current_date` is the day of the law, at any hour. */
function inVietnam(url: string): string {
  const there = new URL(url);
  there.searchParams.set('options', SESSION_OPTIONS.replace('TimeZone=UTC', 'TimeZone=Asia/Ho_Chi_Minh'));
  return there.href;
}

/** A new database with roles and nothing in it, dropped after the file: for tests of migrations and of restoring. */
export async function emptyDatabase(): Promise<DatabaseUrls> {
  const { url, secret, prefix } = await testServer();
  const name = `${prefix}_${randomBytes(4).toString('hex')}`;
  const urls = runUrls(url, prefix, secret, name);
  await prepareDatabase(urls);
  afterAll(() => dropDatabase(url, name));
  return urls;
}

/** URL of the run's server, with a role that may create databases and roles; starts the server when nobody has. */
async function testServer(): Promise<{ url: string; secret: string; prefix: string }> {
  const { prefix, folder } = inject('run');
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, secret: createHash('sha256').update(`${given} ${prefix}`).digest('hex'), prefix };
  const server = await startEmbedded({
    folder,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  return { url: server.ownerUrl, secret: server.secret, prefix };
}

async function copyFor(demo: boolean): Promise<{ serverUrl: string; urls: DatabaseUrls; name: string }> {
  const { url, secret, prefix } = await testServer();
  await ensureTemplate(url, prefix, secret, lawSteps);
  const from = demo ? await (await import('./demo-template.ts')).ensureDemoTemplate(url, prefix, secret) : undefined;
  const name = `${prefix}_${randomBytes(4).toString('hex')}`;
  return { serverUrl: url, urls: await copyTemplate(url, prefix, secret, name, from), name };
}
