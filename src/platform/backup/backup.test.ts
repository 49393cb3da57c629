import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { to as copyTo } from 'pg-copy-streams';
import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choreSteps, configureChores, context } from '../../../tests/support/chores.ts';
import { emptyDatabase, testDatabase } from '../../../tests/support/database.ts';
import { lawSteps } from '../../../tests/support/steps.ts';
import { withClient } from '../db/connect.ts';
import { openDatabase } from '../db/database.ts';
import { checkMigrated } from '../db/migrate.ts';
import { openFileStore } from '../files/store.ts';
import { beget, carryOut } from '../ledger/ledger.ts';
import { sealLogs } from '../ledger/seal.ts';
import { verifyLogs } from '../ledger/verify.ts';
import { copyQuery, tablesOf, writeBackup } from './backup.ts';
import { readBackup } from './restore.ts';

const { db, urls, asOwner } = await testDatabase({ steps: choreSteps });
const folder = await mkdtemp(join(tmpdir(), 'saolang-backup-'));
afterAll(() => rm(folder, { recursive: true }));
const files = await openFileStore('file:files', folder);
const archive = join(folder, 'one.tar.gz');
const steps = [...lawSteps, ...choreSteps];

beforeAll(async () => {
  configureChores();
  for (let n = 0; n < 20; n++) {
    await db.transaction(async (tx) => {
      const id = v7();
      await beget(tx, context(), {
        process: 'chore',
        id,
        action: 'chore.start',
        reach: { commune: v7() },
        facts: { note: 'Tab\t, xuống\ndòng, \\, “Đặc biệt”, \u{1F33E}', n },
      });
      await carryOut(tx, context(), {
        subject: id,
        action: 'chore.finish',
        facts: { swept: true },
        reason: n % 2 ? '\\N' : '',
      });
    });
  }
  for (let n = 0; n < 3; n++) {
    const { id, sha256, size } = await files.putOwn(randomBytes(1000 + n), {
      kind: 'txt',
      type: 'text/plain',
      name: 'a.txt',
    });
    await db.app
      .insertInto('file')
      .values({ id, sha256, size, type: 'text/plain', name: `tệp ${n}.txt`, attached: true })
      .execute();
  }
  await db.app.insertInto('access_log').values({ kind: 'read' }).execute();
  await db.app.insertInto('unit').values({ id: v7(), level: 'province', valid_from: '2025-07-01' }).execute();
  await sealLogs(db.app);
  await writeBackup(urls.owner, files, createWriteStream(archive));
}, 60_000);

/** COPY text of every table, and the state of every sequence, as hashes. */
function fingerprint(ownerUrl: string): Promise<Record<string, string>> {
  return withClient(ownerUrl, async (client) => {
    const prints: Record<string, string> = {};
    for (const table of await tablesOf(client)) {
      const hash = createHash('sha256');
      for await (const chunk of client.query(copyTo(await copyQuery(client, table))) as AsyncIterable<Buffer>)
        hash.update(chunk);
      prints[table.name] = hash.digest('hex');
    }
    const { rows } = await client.query(
      `select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'ocop'`,
    );
    for (const { name, value } of rows) prints[name] = value;
    return prints;
  });
}

test('Q11 rows, sequences and files come back byte by byte, and the restored system passes its own check', async () => {
  const target = await emptyDatabase();
  const place = await openFileStore('file:restored', folder);
  const result = await readBackup(target, place, createReadStream(archive), { steps });
  expect(result).toMatchObject({ files: 3 });
  expect(await fingerprint(target.owner)).toEqual(await fingerprint(urls.owner));
  for (const { sha256 } of await db.app.selectFrom('file').select('sha256').execute()) {
    expect(await place.read(sha256)).toEqual(await files.read(sha256));
  }
  const restored = await openDatabase(target);
  await checkMigrated(restored);
  expect(await verifyLogs(restored.report)).toEqual(await verifyLogs(db.report));
  const id = v7();
  await restored.transaction((tx) => beget(tx, context(), { process: 'chore', id, action: 'chore.start', reach: {} }));
  await expect(restored.app.updateTable('ledger').set({ reason: 'x' }).execute()).rejects.toMatchObject({
    code: '42501',
  });
  await expect(
    restored.app.insertInto('account').values({ id: v7(), username: 'x', full_name: 'X' }).execute(),
  ).rejects.toMatchObject({ code: '23503' });
  await restored.close();
}, 60_000);

test('a database that holds rows is refused and stays as it is', async () => {
  const before = await fingerprint(urls.owner);
  await expect(readBackup(urls, files, createReadStream(archive), { steps })).rejects.toThrow('not empty');
  expect(await fingerprint(urls.owner)).toEqual(before);
});

test('a cut, changed or foreign file is refused and leaves no row', async () => {
  const whole = gunzipSync(await readFile(archive));
  const tar = (bytes: Buffer) => Readable.from([gzipSync(bytes)]);
  const changed = Buffer.from(whole);
  const at = changed.indexOf('Đặc biệt');
  changed[at + 6] = (changed[at + 6] ?? 0) + 1;
  const place = await openFileStore('file:other', folder);
  const cut = whole.subarray(0, whole.indexOf('end.json'));
  const attempts: [Readable, RegExp][] = [
    [tar(changed), /damaged/],
    [tar(cut), /cut off|Unexpected end/],
    [Readable.from([(await readFile(archive)).subarray(0, 4000)]), /unexpected end|cut off/i],
    [tar(Buffer.concat([Buffer.alloc(1024)])), /no backup/],
    [Readable.from(['not even gzip']), /incorrect header/],
  ];
  for (const [source, why] of attempts) {
    const target = await emptyDatabase();
    await expect(readBackup(target, place, source, { steps })).rejects.toThrow(why);
    const rows = await withClient(target.owner, (client) =>
      client
        .query(`select to_regclass('ocop.ledger') as there`)
        .then(async ({ rows: [one] }) => (one.there ? (await client.query('select from ledger')).rowCount : 0)),
    );
    expect(rows).toBe(0);
  }
}, 60_000);

test('a backup taken while others write is one instant: no half transaction', async () => {
  let writing = true;
  const writer = (async () => {
    while (writing) {
      await db.transaction(async (tx) => {
        const id = v7();
        await beget(tx, context(), { process: 'chore', id, action: 'chore.start', reach: {} });
        await carryOut(tx, context(), { subject: id, action: 'chore.note' });
      });
    }
  })();
  const busy = join(folder, 'busy.tar.gz');
  await writeBackup(urls.owner, files, createWriteStream(busy));
  writing = false;
  await writer;
  const target = await emptyDatabase();
  await readBackup(target, await openFileStore('file:busy', folder), createReadStream(busy), { steps });
  const restored = await openDatabase(target);
  expect((await verifyLogs(restored.report)).breaks).toEqual([]);
  await restored.close();
}, 60_000);

test('a missing file is said, unless nothing refers to it any more', async () => {
  const lost = createHash('sha256').update('lost').digest('hex');
  await db.app.insertInto('file').values({ id: v4(), sha256: lost, size: 4, type: 'text/plain', name: 'x' }).execute();
  await expect(writeBackup(urls.owner, files, createWriteStream(join(folder, 'a.gz')))).resolves.toMatchObject({
    files: 3,
  });
  await asOwner('update file set attached = true where sha256 = $1', [lost]);
  await expect(writeBackup(urls.owner, files, createWriteStream(join(folder, 'b.gz')))).rejects.toThrow(
    `File ${lost} cannot be read`,
  );
});
