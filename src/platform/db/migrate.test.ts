import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '../../../tests/support/database.ts';
import { withClient } from './connect.ts';
import { openDatabase } from './database.ts';
import { checkMigrated, loadSteps, MIGRATIONS, migrate, type Step } from './migrate.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saolang-migrations-'));
  folders.push(folder);
  await cp(MIGRATIONS, folder, { recursive: true });
});

const steps: Step[] = [{ process: 'chore', action: 'chore.start', from: 'new', to: 'open' }];

test('Q12 all migrations once, nothing the second time; two at once do no harm', async () => {
  const urls = await emptyDatabase();
  const [one, other] = await Promise.all([
    migrate(urls.owner, { steps, folder }),
    migrate(urls.owner, { steps, folder }),
  ]);
  expect(one.length + other.length).toBeGreaterThan(5);
  expect(Math.min(one.length, other.length)).toBe(0);
  expect(await migrate(urls.owner, { steps, folder })).toEqual([]);
});

test('Q12 a migration that fails, or is killed, leaves nothing of itself; the next run goes on', async () => {
  const urls = await emptyDatabase();
  const bad = join(folder, '9999-bad.sql');
  await writeFile(bad, 'create table half (a int); select 1/0;');
  await expect(migrate(urls.owner, { steps, folder })).rejects.toMatchObject({ code: '22012' });
  await writeFile(bad, 'create table half (a int); select pg_terminate_backend(pg_backend_pid());');
  await expect(migrate(urls.owner, { steps, folder })).rejects.toThrow();
  await writeFile(bad, 'create table half (a int);');
  expect(await migrate(urls.owner, { steps, folder })).toEqual(['9999-bad.sql']);
});

test('Q18 refused: a migration this release does not know, a changed one, a missing one', async () => {
  const urls = await emptyDatabase();
  await writeFile(join(folder, '0098-later.sql'), 'create table later (a int);');
  await migrate(urls.owner, { steps, folder });
  const db = await openDatabase(urls);
  try {
    await expect(checkMigrated(db, folder)).resolves.toBeUndefined();
    await writeFile(join(folder, '0099-new.sql'), 'create table newer (a int);');
    await expect(checkMigrated(db, folder)).rejects.toThrow('lacks migrations: 0099-new.sql');
    await writeFile(join(folder, '0098-later.sql'), 'create table later (b int);');
    await expect(checkMigrated(db, folder)).rejects.toThrow('0098-later.sql was changed');
    await rm(join(folder, '0098-later.sql'));
    await expect(checkMigrated(db, folder)).rejects.toThrow('0098-later.sql, which this release does not know');
    await expect(migrate(urls.owner, { steps, folder })).rejects.toThrow('newer release');
  } finally {
    await db.close();
  }
});

test('steps follow the law: new ones come, unused ones go, used ones stay', async () => {
  const { urls, asOwner } = await testDatabase();
  const load = (wanted: Step[]) => withClient(urls.owner, (client) => loadSteps(client, wanted));
  const known = async () =>
    (
      await asOwner<{ action: string }>(`select action from lifecycle_step where process = 'chore' order by action`)
    ).map(({ action }) => action);
  await load([...steps, { process: 'chore', action: 'chore.burn', from: 'open', to: 'open' }]);
  expect(await known()).toEqual(['chore.burn', 'chore.start']);
  await asOwner(`insert into lifecycle (id, process) values (gen_random_uuid(), 'chore')`);
  await asOwner(`insert into ledger (subject, process, action, from_state, to_state, actor, capacity)
    select id, 'chore', 'chore.start', 'new', 'open', 'test', 'test' from lifecycle where process = 'chore'`);
  await load([{ process: 'chore', action: 'chore.sweep', from: 'open', to: 'open' }]);
  expect(await known()).toEqual(['chore.start', 'chore.sweep']);
});
