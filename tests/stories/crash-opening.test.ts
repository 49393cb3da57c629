/** Issue 3, section 6: the server is killed in the middle of opening a session; the state is the old one or the new one, never half. */
import { expect, test } from 'vitest';
import { setIndexOf } from '../../src/features/councils/compute.ts';
import { demoSheet } from '../../src/features/councils/demo-sheets.ts';
import { withClient } from '../../src/platform/db/connect.ts';
import { checkInvariants } from '../../src/platform/db/invariants.ts';
import { wireLedger } from '../../src/wiring.ts';
import { Client } from '../support/client.ts';
import {
  act,
  dossiersInRound,
  establish,
  handIn,
  SCORERS,
  SET,
  type Stage,
  scoring,
  sheetOf,
  versionOf,
} from '../support/council.ts';
import { testDatabase } from '../support/database.ts';
import { killable } from '../support/killable.ts';

const database = await testDatabase({ demo: true });
const { base, start, end } = await killable(database);
wireLedger();
const stage: Stage = {
  ...{ base, database },
  visitor: () => new Client(base),
  async signIn(account) {
    const client = new Client(base);
    let status = 503; // too busy just after the start: ask again
    while (status === 503) ({ status } = await client.post('/vao-thu', { account }));
    expect([account, status]).toEqual([account, 303]);
    return client;
  },
};

/** Everything an opening writes about a session. */
async function written(session: string) {
  const [row] = await database.asOwner<{ state: string; results: number; rows: number; keys: number }>(
    `select l.state, (select count(*)::int from evaluation_result r where r.session = l.id) as results,
            (select count(*)::int from ledger g where g.subject = l.id and g.action = 'session.open') as rows
       from lifecycle l where l.id = $1`,
    [session],
  );
  return row;
}

/** Until the opening stands before the table that is held, its results written and nothing committed. */
async function inTheMiddle(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const waiting = await database.asOwner(
      `select from pg_locks k join pg_class c on c.oid = k.relation
        where c.relname = 'session_dossier' and not k.granted and k.mode = 'RowExclusiveLock'`,
    );
    if (waiting.length > 0) return;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error('the opening never came to the table that is held');
}

test('Q1 kill -9 in the middle of opening leaves the old state whole; after the start it opens once, with every result', async () => {
  await start();
  const province = await stage.signIn('province');
  const secretary = await stage.signIn('council-secretary');
  const { dossiers, round } = await dossiersInRound(stage, ['Miến mất điện 1', 'Miến mất điện 2', 'Miến mất điện 3']);
  const council = await establish(stage, province);
  const session = await scoring(stage, { province, secretary, council, round, dossiers });
  const answers = demoSheet(await setIndexOf(SET), 4, 80);
  for (const key of SCORERS) {
    const member = await stage.signIn(key);
    for (const dossier of dossiers)
      expect((await handIn(stage, member, await sheetOf(stage, session, dossier, key), answers)).status).toBe(200);
  }
  await act(stage, secretary, `/sessions/${session}/closure`, {}, session);
  const closed = { state: 'closed', results: 0, rows: 0 };
  expect(await written(session)).toEqual(closed);

  const path = `/api/v1/sessions/${session}/opening`;
  const ask = { key: true, ifMatch: await versionOf(stage, session) };
  await withClient(database.urls.owner, async (holder) => {
    await holder.query('begin');
    await holder.query('lock table session_dossier in share mode');
    const unanswered = secretary.json('POST', path, {}, ask).catch(() => null);
    await inTheMiddle();
    expect((await end('SIGKILL')).signal).toBe('SIGKILL');
    expect(await unanswered).toBeNull();
    await holder.query('rollback');
  });
  // The database notices that nobody is there any more and throws away what the dead process had begun.
  for (let tries = 0; tries < 200; tries += 1) {
    const left = await database.asOwner(
      `select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    );
    if (left.length === 0) break;
    await new Promise((go) => setTimeout(go, 50));
  }
  expect(await written(session)).toEqual(closed);

  await start();
  const again = await stage.signIn('council-secretary');
  expect(await written(session)).toEqual(closed);
  const [one, two] = await Promise.all(
    [again, await stage.signIn('council-secretary')].map((who) => who.json('POST', path, {}, { ...ask, key: true })),
  );
  expect([one?.status, two?.status].sort()).toEqual([200, expect.any(Number)]);
  expect([one?.status, two?.status].filter((status) => status === 200)).toHaveLength(1);
  const opened = { state: 'opened', results: dossiers.length, rows: 1 };
  expect(await written(session)).toEqual(opened);

  // Killed right after the answer: the new state, whole.
  expect((await end('SIGKILL')).signal).toBe('SIGKILL');
  expect(await written(session)).toEqual(opened);
  expect((await checkInvariants(database.db)).filter((check) => check.faults.length > 0)).toEqual([]);
}, 240_000);
