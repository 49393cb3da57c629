import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { derivedUrls, prepareDatabase, withClient } from './connect.ts';
import { DatabaseUnavailable, openDatabase } from './database.ts';
import { type EmbeddedServer, startEmbedded } from './launcher.ts';

const folder = await mkdtemp(join(tmpdir(), 'saolang-launcher-'));
await chmod(folder, 0o711); // as root, the server runs as another user who must pass through
let running: EmbeddedServer | null = null;
afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

const start = async () => {
  running = await startEmbedded({ folder });
  return running;
};
const postmaster = () => Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
const answers = (server: EmbeddedServer) =>
  withClient(server.ownerUrl, async (client) => (await client.query('select 1 as one')).rows[0]);

test('the first start makes a cluster that only this user can enter, on 127.0.0.1 only', async () => {
  const server = await start();
  expect(server.adopted).toBe(false);
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  const settings = await withClient(server.ownerUrl, async (client) => {
    const { rows } =
      await client.query(`select current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets,
      current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding, current_setting('password_encryption') as passwords, current_setting('fsync') as fsync`);
    return rows[0];
  });
  expect(settings).toEqual({
    listen: '127.0.0.1',
    sockets: '',
    checksums: 'on',
    encoding: 'UTF8',
    passwords: 'scram-sha-256',
    fsync: 'on',
  });
  const wrong = server.ownerUrl.replace(server.secret, 'wrong');
  await expect(withClient(wrong, async () => true)).rejects.toMatchObject({ code: '28P01' });
});

test('a killed process of ours leaves the server to be adopted, with all that was acknowledged', async () => {
  const first = await start();
  await withClient(first.ownerUrl, (client) => client.query('create table public.kept (n int)'));
  const program = `
    import { startEmbedded } from ${JSON.stringify(new URL('./launcher.ts', import.meta.url).href)};
    import pg from 'pg';
    const server = await startEmbedded({ folder: ${JSON.stringify(folder)} });
    const client = new pg.Client(server.ownerUrl);
    await client.connect();
    for (let n = 1; ; n++) { await client.query('insert into public.kept values ($1)', [n]); process.stdout.write(n + '\\n'); }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: new URL('../../..', import.meta.url),
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > 200) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const again = await start();
  expect(again.adopted).toBe(true);
  const acknowledged = Number(said.trim().split('\n').at(-1));
  const { rows } = await withClient(again.ownerUrl, (client) =>
    client.query('select count(*)::int as n, max(n) as last from public.kept'),
  );
  expect(rows[0].last).toBeGreaterThanOrEqual(acknowledged);
  expect(rows[0].n).toBe(rows[0].last);
}, 60_000);

test('Q2 the server dies while serving: typed errors, the process lives, and it is back within 10 s', async () => {
  const server = await start();
  const urls = derivedUrls(server.ownerUrl, 'serving', server.secret);
  await prepareDatabase(urls);
  const lost: Error[] = [];
  const db = await openDatabase(urls, { onLost: (error) => lost.push(error) });
  const ask = () => sql`select 1`.execute(db.app);
  await Promise.all([ask(), ask(), ask()]);
  const words: string[] = [];
  server.mind((line) => words.push(line));

  const inside = db.transaction(async (tx) => {
    process.kill(postmaster(), 'SIGKILL');
    await sleep(500);
    await sql`select 1`.execute(tx);
  });
  await expect(inside).rejects.toBeInstanceOf(DatabaseUnavailable);
  const since = Date.now();
  for (;;) {
    const error = await ask().then(
      () => null,
      (caught: unknown) => caught,
    );
    if (error === null) break;
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    if (Date.now() - since > 10_000) throw error;
    await sleep(100);
  }
  expect(Date.now() - since).toBeLessThan(10_000);
  await expect.poll(() => words, { timeout: 5000 }).toEqual(['The database had died; it was started again.']);
  await db.close();
  await server.stop();
}, 60_000);

test('a stopped server: connecting fails as unavailable within 2 s', async () => {
  const server = await start();
  const urls = derivedUrls(server.ownerUrl, 'serving', server.secret);
  const db = await openDatabase(urls);
  await server.stop();
  const since = Date.now();
  await expect(sql`select 1`.execute(db.app)).rejects.toBeInstanceOf(DatabaseUnavailable);
  expect(Date.now() - since).toBeLessThan(2500);
  await db.close();
});

test('a pid file that another program now answers to is waste, and the server starts', async () => {
  const server = await start();
  const file = join(folder, 'cluster', 'postmaster.pid');
  const text = readFileSync(file, 'utf8');
  await server.stop();
  expect(existsSync(file)).toBe(false);
  await writeFile(file, text.replace(/^\d+/, String(process.pid)));
  const again = await start();
  expect(await answers(again)).toEqual({ one: 1 });
});

test('release leaves a server that others use, and stops one that nobody does', async () => {
  const server = await start();
  await server.stop();
  const mine = await start();
  await withClient(mine.ownerUrl, () => mine.release());
  expect(await answers(mine)).toEqual({ one: 1 });
  await mine.release();
  expect(existsSync(join(folder, 'cluster', 'postmaster.pid'))).toBe(false);
});
