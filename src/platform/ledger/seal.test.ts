import { v7 } from 'uuid';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { choreSteps, configureChores, context } from '../../../tests/support/chores.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { beget, carryOut } from './ledger.ts';
import { keepSealing, newestSeals, sealLog, sealLogs } from './seal.ts';
import { verifyLogs } from './verify.ts';

const { db, asOwner } = await testDatabase({ steps: choreSteps, poolSize: 20 });
/** A second database, for tests that write at the same time. */
const busy = await testDatabase({ steps: choreSteps, poolSize: 20 });
beforeAll(configureChores);

const subjects: string[] = [];

/** A subject with four moves. */
async function chore(into = db): Promise<string> {
  const id = v7();
  await into.transaction(async (tx) => {
    await beget(tx, context(), { process: 'chore', id, action: 'chore.start', reach: {} });
    for (let n = 0; n < 3; n++) await carryOut(tx, context(), { subject: id, action: 'chore.note', facts: { n } });
  });
  return id;
}

const rowsOf = (id: string) =>
  asOwner<{ no: number }>('select no::int as no from ledger where subject = $1 order by no', [id]);
const breaks = async () => (await verifyLogs(db.report)).breaks;

/** What somebody with the keys of the server might do: triggers off, change, triggers on. */
async function tamper(statement: string, parameters: unknown[] = []): Promise<void> {
  for (const table of ['ledger', 'access_log', 'ledger_seal'])
    await asOwner(`alter table ${table} disable trigger user`);
  await asOwner(statement, parameters);
  for (const table of ['ledger', 'access_log', 'ledger_seal'])
    await asOwner(`alter table ${table} enable trigger user`);
}

const COPIES = ['ledger', 'access_log', 'ledger_seal', 'access_seal', 'lifecycle'];

beforeAll(async () => {
  for (let n = 0; n < 3; n++) subjects.push(await chore());
  for (let n = 0; n < 5; n++)
    await db.app
      .insertInto('access_log')
      .values({ kind: 'read', facts: JSON.stringify({ n }) })
      .execute();
  await sealLogs(db.app);
  subjects.push(await chore());
  await sealLogs(db.app);
});
beforeEach(async () => {
  for (const table of COPIES) await asOwner(`create table kept_${table} as table ${table}`);
});
afterEach(async () => {
  const setAside =
    'alter table ledger disable trigger user; alter table access_log disable trigger user; alter table ledger_seal disable trigger user; alter table access_seal disable trigger user; alter table lifecycle disable trigger user';
  await asOwner(setAside);
  for (const table of ['ledger', 'access_log', 'ledger_seal', 'access_seal']) await asOwner(`delete from ${table}`);
  await asOwner('insert into ledger overriding system value table kept_ledger');
  await asOwner('insert into access_log overriding system value table kept_access_log');
  await asOwner('insert into ledger_seal table kept_ledger_seal; insert into access_seal table kept_access_seal');
  await asOwner(
    'update lifecycle l set head = k.head, version = k.version, state = k.state from kept_lifecycle k where k.id = l.id',
  );
  await asOwner(setAside.replaceAll('disable', 'enable'));
  for (const table of COPIES) await asOwner(`drop table kept_${table}`);
});

test('untouched logs are whole, and all rows are sealed', async () => {
  expect(await verifyLogs(db.report)).toEqual({
    rows: { ledger: 16, access_log: 5 },
    seals: { ledger: 2, access_log: 1 },
    unsealed: { ledger: 0, access_log: 0 },
    breaks: [],
  });
  expect(await sealLogs(db.app)).toBe(0);
  expect(await newestSeals(db.report)).toEqual([
    {
      log: 'ledger',
      to: expect.any(Number),
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
      sealedAt: expect.any(Date),
    },
    { log: 'access_log', to: 5, root: expect.stringMatching(/^[0-9a-f]{64}$/), sealedAt: expect.any(Date) },
  ]);
});

test('S36 a changed row is named', async () => {
  const [, second] = await rowsOf(subjects[1] ?? '');
  await tamper(`update ledger set reason = 'khác' where no = $1`, [second?.no]);
  expect((await breaks())[0]).toMatchObject({ log: 'ledger', no: second?.no, subject: subjects[1] });
});

test('S36 a changed row whose hash was made to fit breaks the row after it', async () => {
  const rows = await rowsOf(subjects[1] ?? '');
  await tamper(`update ledger set reason = 'khác' where no = $1`, [rows[1]?.no]);
  await tamper(`update ledger l set hash = sha256(convert_to(ledger_row_text(l), 'UTF8')) where no = $1`, [
    rows[1]?.no,
  ]);
  expect(await breaks()).toContainEqual(
    expect.objectContaining({ no: rows[2]?.no, what: expect.stringContaining('row before it') }),
  );
});

test('S36 a removed row in the middle and a cut end are found', async () => {
  const rows = await rowsOf(subjects[0] ?? '');
  await tamper('delete from ledger where no = $1', [rows[1]?.no]);
  expect(await breaks()).toContainEqual(expect.objectContaining({ no: rows[2]?.no, subject: subjects[0] }));
  await tamper('delete from ledger where no > $1 and subject = $2', [rows[0]?.no, subjects[0]]);
  expect(await breaks()).toContainEqual(
    expect.objectContaining({ no: rows[0]?.no, what: expect.stringContaining('not where its last row led') }),
  );
});

test('S36 a history rewritten as a whole, heads and all, still breaks its seal', async () => {
  const id = subjects[2] ?? '';
  const rows = await rowsOf(id);
  await tamper('delete from ledger where no = $1', [rows[3]?.no]);
  await asOwner(
    'update lifecycle s set version = l.version, head = l.hash from ledger l where s.id = l.subject and l.no = $1',
    [rows[2]?.no],
  );
  const found = await breaks();
  expect(found).toHaveLength(1);
  expect(found[0]?.what).toMatch(/^rows 1–\d+: 12 were sealed, 11 are there$/);
});

test('S36 a state changed by hand is found', async () => {
  await asOwner(`update lifecycle set state = 'done' where id = $1`, [subjects[3]]);
  expect((await breaks())[0]).toMatchObject({ subject: subjects[3], no: (await rowsOf(subjects[3] ?? '')).at(-1)?.no });
});

test('S36 access log: a changed row is named, a removed one breaks its seal', async () => {
  await tamper(`update access_log set kind = 'signIn' where no = 3`);
  expect((await breaks())[0]).toMatchObject({ log: 'access_log', no: 3 });
  await tamper('delete from access_log where no = 3');
  expect((await breaks())[0]).toMatchObject({ log: 'access_log', what: 'rows 1–5: 5 were sealed, 4 are there' });
});

test('a removed or changed seal is found', async () => {
  await tamper('delete from ledger_seal where from_no = 1');
  expect((await breaks())[0]?.what).toMatch(/lost their seal/);
});

test('a seal waits for a writer with a lower number, and never passes over its row', async () => {
  const taken = signal();
  const held = signal();
  const slow = busy.db.transaction(async (tx) => {
    await beget(tx, context(), { process: 'chore', id: v7(), action: 'chore.start', reach: {} });
    taken.give();
    await held.given;
  });
  await taken.given;
  await chore(busy.db); // higher numbers, committed first
  const sealing = sealLog(busy.db.app, 'ledger');
  const first = await Promise.race([sealing, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))]);
  expect(first).toBe('waits');
  held.give();
  await slow;
  expect(await sealing).toBe(5);
  expect((await verifyLogs(busy.db.report)).unsealed.ledger).toBe(0);
});

test('sealing while 8 write and two sealers compete leaves whole, gapless seals', async () => {
  const stops = [keepSealing(busy.db.app, () => undefined), keepSealing(busy.db.app, () => undefined)];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let n = 0; n < 3; n++) {
        await chore(busy.db);
        await sealLogs(busy.db.app);
      }
    }),
  );
  for (const stop of stops) await stop();
  await sealLogs(busy.db.app);
  const { breaks: found, unsealed } = await verifyLogs(busy.db.report);
  expect(found).toEqual([]);
  expect(unsealed.ledger).toBe(0);
});

function signal(): { give: () => void; given: Promise<void> } {
  const events = new EventTarget();
  return {
    give: () => events.dispatchEvent(new Event('given')),
    given: new Promise((resolve) => events.addEventListener('given', () => resolve(), { once: true })),
  };
}
