import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { actor, choreSteps, configureChores, context } from '../../../tests/support/chores.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { Refusal } from '../refusal.ts';
import { beget, carryOut, type Move, system } from './ledger.ts';
import { historyOf } from './read.ts';
import { verifyLogs } from './verify.ts';

const { db, asOwner } = await testDatabase({ steps: choreSteps, poolSize: 20 });
beforeAll(configureChores);

async function newChore(): Promise<string> {
  const id = v7();
  await db.transaction((tx) => beget(tx, context(), { process: 'chore', id, action: 'chore.start', reach: {} }));
  return id;
}

const doIt = (move: Move, ctx = context()) => db.transaction((tx) => carryOut(tx, ctx, move));
const finish = (subject: string): Move => ({ subject, action: 'chore.finish', facts: { swept: true } });

async function stateOf(id: string) {
  return db.app.selectFrom('lifecycle').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => new Error('was not refused'),
    (caught: unknown) => caught,
  );
  if (error instanceof Refusal) return error;
  throw error;
}

const denied = { code: '42501' };

test('born in the initial state, and only there', async () => {
  const id = v7();
  await db.app.insertInto('lifecycle').values({ id, process: 'chore' }).execute();
  expect(await stateOf(id)).toMatchObject({ state: 'new', version: 0, head: null });
  await expect(
    db.app.insertInto('lifecycle').values({ id: v7(), process: 'chore', state: 'done' }).execute(),
  ).rejects.toMatchObject(denied);
});

test('an ordinary move: state, version, next actor, row with day, capacity, reason and facts', async () => {
  const id = await newChore();
  const who = actor();
  const moved = await doIt({ ...finish(id), reason: 'Đã sạch', facts: { swept: true, rooms: 3 } }, context(who));
  expect(moved).toMatchObject({ state: 'done', version: 2 });
  expect(await stateOf(id)).toMatchObject({ state: 'done', version: 2, next_actor: null });
  const history = await historyOf(db.report, id);
  expect(history.map((row) => row.action)).toEqual(['chore.finish', 'chore.start']);
  expect(history[0]).toMatchObject({
    no: moved.no,
    actor: who.account,
    capacity: 'Cán bộ xã Tân Hưng',
    day: '2026-11-03',
    reason: 'Đã sạch',
    facts: { swept: true, rooms: 3 },
  });
});

test('numbers follow each other, one by one and many at once', async () => {
  const id = await newChore();
  const before = (await historyOf(db.report, id))[0]?.no ?? 0;
  const note = await doIt({ subject: id, action: 'chore.note' });
  const done = await doIt(finish(id));
  expect([note.no, done.no]).toEqual([before + 1, before + 2]);
  const births = [v7(), v7()].map((one) => ({ id: one, process: 'chore', action: 'chore.start', to: 'open' }));
  await asOwner(`select born_at_once('${JSON.stringify(births)}', 'a', 'A', 'c', '2026-11-03', null)`);
  expect(await asOwner(`select no::int from ledger order by no desc limit 2`)).toEqual([
    { no: before + 4 },
    { no: before + 3 },
  ]);
});

test('who acts next and by when: from the table, kept by a note, or given with the move', async () => {
  const id = await newChore();
  expect(await stateOf(id)).toMatchObject({ next_actor: 'helper', due_on: null });
  await doIt({ subject: id, action: 'chore.note', next: { actor: 'helper', dueOn: '2026-11-24' } });
  await doIt({ subject: id, action: 'chore.note' });
  expect(await stateOf(id)).toMatchObject({ next_actor: 'helper', due_on: '2026-11-24' });
});

test('test 23: state, ledger, its number and its time: the application may not touch them (S36)', async () => {
  const id = await newChore();
  const row = {
    subject: id,
    process: 'chore',
    action: 'chore.note',
    from_state: 'open',
    to_state: 'open',
    actor: 'a',
    capacity: 'b',
  };
  await expect(
    db.app.updateTable('lifecycle').set({ state: 'done' }).where('id', '=', id).execute(),
  ).rejects.toMatchObject(denied);
  await expect(db.app.deleteFrom('lifecycle').where('id', '=', id).execute()).rejects.toMatchObject(denied);
  await expect(db.app.updateTable('ledger').set({ reason: 'x' }).execute()).rejects.toMatchObject(denied);
  await expect(db.app.deleteFrom('ledger').execute()).rejects.toMatchObject(denied);
  await expect(
    db.app
      .insertInto('ledger')
      .values({ ...row, at: new Date() })
      .execute(),
  ).rejects.toMatchObject(denied);
  await expect(
    db.app
      .insertInto('ledger')
      .values({ ...row, version: 7 })
      .execute(),
  ).rejects.toMatchObject(denied);
  for (const statement of [
    'truncate ledger cascade',
    'truncate access_log',
    'update access_log set kind = kind',
    'delete from access_log',
    'update ledger_seal set count = 0',
    'delete from ledger_seal',
    `insert into ledger (no, subject, process, action, from_state, to_state, actor, capacity) overriding system value values (1, '${id}', 'chore', 'chore.note', 'open', 'open', 'a', 'b')`,
    'alter table ledger disable trigger all',
    `select setval('ledger_no_seq', 1)`,
    `insert into lifecycle_step values ('chore', 'chore.burn', 'open', 'done')`,
    `insert into lifecycle_process values ('fire', 'lit')`,
    `update lifecycle_step set to_state = 'open'`,
    'create table mine (a int)',
    'create or replace function move_subject() returns trigger language plpgsql as $$ begin return new; end $$',
    'set session_replication_role = replica',
  ]) {
    await expect(db.pool.query(statement), statement).rejects.toMatchObject(denied);
  }
  expect(await stateOf(id)).toMatchObject({ state: 'open', version: 1 });
});

test('even the owner is stopped by the triggers: ledger and access log are append-only (S36)', async () => {
  await newChore();
  await db.app.insertInto('access_log').values({ kind: 'read' }).execute();
  for (const table of ['ledger', 'access_log']) {
    await expect(asOwner(`update ${table} set request_id = 'x'`), `update ${table}`).rejects.toMatchObject({
      code: 'OC002',
    });
    await expect(asOwner(`delete from ${table}`), `delete ${table}`).rejects.toMatchObject({ code: 'OC002' });
    await expect(asOwner(`truncate ${table} cascade`), `truncate ${table}`).rejects.toMatchObject({ code: 'OC002' });
  }
});

test('the report role may only read', async () => {
  const writing = db.report.insertInto('access_log').values({ kind: 'read' }).execute();
  await expect(writing).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|25006)$/) });
});

test('an unknown move is a foreign key error in the database', async () => {
  const id = await newChore();
  const writing = db.app
    .insertInto('ledger')
    .values({
      subject: id,
      process: 'chore',
      action: 'chore.burn',
      from_state: 'open',
      to_state: 'done',
      actor: 'a',
      capacity: 'b',
    })
    .execute();
  await expect(writing).rejects.toMatchObject({ code: '23503' });
});

test('a stale move is refused by the database and in words', async () => {
  const id = await newChore();
  await doIt(finish(id));
  const writing = db.app
    .insertInto('ledger')
    .values({
      subject: id,
      process: 'chore',
      action: 'chore.finish',
      from_state: 'open',
      to_state: 'done',
      actor: 'a',
      capacity: 'b',
    })
    .execute();
  await expect(writing).rejects.toMatchObject({ code: 'OC001' });
  const said = await refusal(doIt(finish(id)));
  expect(said).toMatchObject({
    status: 409,
    code: 'moved',
    details: { state: 'done', action: 'chore.finish', by: 'Cán bộ xã Tân Hưng' },
  });
  expect(said.message).toMatch(
    /^Nội dung này đã có người khác xử lý: Cán bộ xã Tân Hưng, lúc \d\d:\d\d ngày \d\d\/\d\d\/\d{4}\. /,
  );
});

test('an older version than the present one is refused (Q5)', async () => {
  const id = await newChore();
  await doIt({ subject: id, action: 'chore.note', expect: { version: 1 } });
  expect(await refusal(doIt({ subject: id, action: 'chore.note', expect: { version: 1 } }))).toMatchObject({
    code: 'stale',
    details: { current: 2 },
  });
});

test('a failing effect rolls both back', async () => {
  const id = await newChore();
  const fails = async () => {
    throw new Error('effect failed');
  };
  await expect(doIt({ ...finish(id), effect: fails })).rejects.toThrow('effect failed');
  expect(await stateOf(id)).toMatchObject({ state: 'open', version: 1 });
  expect(await historyOf(db.app, id)).toHaveLength(1);
});

test('Q6 twenty rival moves at once: one wins, nineteen are told who was first', async () => {
  const id = await newChore();
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => doIt(finish(id))));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refusals = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refusals).toHaveLength(19);
  for (const one of refusals) expect(one).toMatchObject({ code: 'moved', status: 409 });
  expect(await historyOf(db.app, id)).toHaveLength(2);
});

test('an empty actor or capacity is refused', async () => {
  const id = await newChore();
  const row = { subject: id, process: 'chore', action: 'chore.note', from_state: 'open', to_state: 'open' };
  const empty = { code: '23514' };
  await expect(
    db.app
      .insertInto('ledger')
      .values({ ...row, actor: '', capacity: 'b' })
      .execute(),
  ).rejects.toMatchObject(empty);
  await expect(
    db.app
      .insertInto('ledger')
      .values({ ...row, actor: 'a', capacity: '' })
      .execute(),
  ).rejects.toMatchObject(empty);
});

test('policy: out of reach is not found; a command of the system is not asked', async () => {
  const id = await newChore();
  const stranger = context(actor({ role: 'stranger' }));
  expect(await refusal(doIt({ subject: id, action: 'chore.note' }, stranger))).toMatchObject({ status: 404 });
  expect(
    await refusal(
      db.transaction((tx) => beget(tx, stranger, { process: 'chore', id: v7(), action: 'chore.start', reach: {} })),
    ),
  ).toMatchObject({ status: 404 });
  expect(await refusal(doIt({ subject: v7(), action: 'chore.note' }))).toMatchObject({ status: 404 });
  await expect(
    doIt({ subject: id, action: 'chore.note' }, context(system('sweep', 'Lệnh quét'))),
  ).resolves.toMatchObject({ version: 2 });
});

test('law: a need not met is refused with its basis', async () => {
  const id = await newChore();
  expect(await refusal(doIt({ subject: id, action: 'chore.finish' }))).toMatchObject({
    code: 'notSwept',
    basis: 'Điều 1 Nội quy',
  });
  await expect(doIt({ subject: id, action: 'chore.finish', shown: { swept: true } })).resolves.toMatchObject({
    state: 'done',
  });
});

test('a secret never enters the facts', async () => {
  const id = await newChore();
  await expect(
    doIt({ subject: id, action: 'chore.note', facts: { after: { passwordHash: '$argon2id$…' } } }),
  ).rejects.toThrow('secret');
});

test('chain under 8 concurrent writers on shared subjects: whole, no forks', async () => {
  const subjects = await Promise.all(Array.from({ length: 5 }, newChore));
  const writer = async (n: number) => {
    for (let i = 0; i < 40; i++)
      await doIt({ subject: subjects[(n + i) % 5] ?? '', action: 'chore.note', facts: { n, i } });
  };
  await Promise.all(Array.from({ length: 8 }, (_, n) => writer(n)));
  const versions = await db.app.selectFrom('lifecycle').select('version').where('id', 'in', subjects).execute();
  expect(versions.reduce((sum, row) => sum + row.version, 0)).toBe(5 + 8 * 40);
  expect((await verifyLogs(db.report)).breaks).toEqual([]);
});
