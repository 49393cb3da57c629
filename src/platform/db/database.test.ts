import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { DatabaseUnavailable, openDatabase } from './database.ts';

const { db, urls } = await testDatabase();

test('dates are strings, bigint numbers, instants Date', async () => {
  const { rows } = await sql<{
    day: string;
    big: number;
    at: Date;
    n: string;
  }>`select date '2026-02-28' as day, 9007199254740991::bigint as big, timestamptz '2026-01-01T00:00:00Z' as at, 1.10::numeric as n`.execute(
    db.app,
  );
  expect(rows[0]).toEqual({
    day: '2026-02-28',
    big: 9007199254740991,
    at: new Date('2026-01-01T00:00:00Z'),
    n: '1.10',
  });
});

test('Q2: a server that falls silent in the middle is reported as away, and asked anew once it answers again', async () => {
  const line = await tappedLine(urls.app);
  const tapped = await openDatabase({ app: line.url, report: line.url }, { poolSize: 1, statementMs: 100 });
  onTestFinished(() => tapped.close());
  const one = sql`select 1`;
  await one.execute(tapped.app);
  line.silent = true;
  await expect(one.execute(tapped.app)).rejects.toThrow(DatabaseUnavailable);
  line.silent = false;
  await one.execute(tapped.app);
  await tapped.transaction(async (tx) => {
    await one.execute(tx);
    await new Promise((later) => setTimeout(later, 1300)); // no statement is waiting: nothing is given up
    await one.execute(tx);
  });
});

/** The way to the database through a line of our own that can be told to lose everything. */
async function tappedLine(url: string): Promise<{ url: string; silent: boolean }> {
  const { hostname, port } = new URL(url);
  const line = { url, silent: false };
  const server = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (chunk) => line.silent || to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    };
    pass(near, far);
    pass(far, near);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((ready) => server.once('listening', ready));
  const near = new URL(url);
  near.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  line.url = near.href;
  return line;
}
