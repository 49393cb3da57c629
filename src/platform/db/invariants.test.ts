import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choreSteps, configureChores, context } from '../../../tests/support/chores.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { openFileStore } from '../files/store.ts';
import { beget, carryOut } from '../ledger/ledger.ts';
import { audit, checkInvariants } from './invariants.ts';

const { db, asOwner } = await testDatabase({ steps: choreSteps });
const folder = await mkdtemp(join(tmpdir(), 'saolang-audit-'));
afterAll(() => rm(folder, { recursive: true }));
const files = await openFileStore('file:files', folder);
const id = v7();
const moved = { subject: id, action: 'chore.note', next: { actor: 'helper', dueOn: '2026-12-01' } };

beforeAll(async () => {
  configureChores();
  await db.transaction(async (tx) => {
    await beget(tx, context(), { process: 'chore', id, action: 'chore.start', reach: {} });
    await carryOut(tx, context(), moved);
  });
});

const broken = async () => (await audit(db, files)).filter(({ faults }) => faults.length > 0).map(({ name }) => name);

test('Q17 an untouched system: every check holds and says what it promises', async () => {
  const checks = await audit(db, files);
  expect(checks.flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))).toEqual([]);
  expect(checks.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ledger-states', 'ledger-paths', 'logs', 'files']),
  );
  for (const { promise } of checks) expect(promise).toMatch(/^[A-Z].{10,}/);
});

test('Q17 a state, a term or a version changed by hand is found', async () => {
  for (const change of [`state = 'done'`, `due_on = '2027-01-01'`, 'version = 9', 'next_actor = null']) {
    await asOwner('create table kept as table lifecycle');
    await asOwner(`update lifecycle set ${change} where id = $1`, [id]);
    expect(await broken(), change).toContain('ledger-states');
    await asOwner(
      'update lifecycle l set state = k.state, due_on = k.due_on, version = k.version, next_actor = k.next_actor from kept k where k.id = l.id',
    );
    await asOwner('drop table kept');
  }
  expect(await broken()).toEqual([]);
});

test('Q17 a subject without its birth, and a file that is gone or changed, are found', async () => {
  const stray = v7();
  await db.app.insertInto('lifecycle').values({ id: stray, process: 'chore' }).execute();
  expect(await broken()).toEqual(['ledger-states']);
  await asOwner('delete from lifecycle where id = $1', [stray]);

  const { sha256, size } = await files.putOwn(randomBytes(2000), { kind: 'txt', type: 'text/plain', name: 'a.txt' });
  const row = { id: v4(), sha256, size, type: 'text/plain', name: 'a.txt', attached: true };
  await db.app.insertInto('file').values(row).execute();
  expect(await broken()).toEqual([]);
  await writeFile(await files.path(sha256), randomBytes(2000));
  expect(await broken()).toEqual(['files']);
  await rm(await files.path(sha256));
  expect(await broken()).toEqual(['files']);
  await db.app.updateTable('file').set({ attached: false }).where('id', '=', row.id).execute();
  expect(await broken()).toEqual([]);
});

test('a query that breaks its promise is named with its rows; the check can only read', async () => {
  const own = await mkdtemp(join(folder, 'own-'));
  await writeFile(join(own, 'never.sql'), '-- One is never two.\nselect 1 as one, 2 as two;\n');
  expect(await checkInvariants(db, own)).toEqual([
    { name: 'never', promise: 'One is never two.', faults: ['one: 1, two: 2'] },
  ]);
  await writeFile(join(own, 'never.sql'), '-- It writes.\nselect next_number($$x$$, 2026)');
  await expect(checkInvariants(db, own)).rejects.toMatchObject({ code: '25006' });
  await writeFile(join(own, 'never.sql'), 'select 1');
  await expect(checkInvariants(db, own)).rejects.toThrow('first line');
});
