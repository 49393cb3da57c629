/** Loads a backup into an empty database and file store (Q11): all of it, or nothing of the database. */
import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { extract } from 'tar-stream';
import { type DatabaseUrls, prepareDatabase, withClient } from '../db/connect.ts';
import { migrate, type Step } from '../db/migrate.ts';
import type { FileStore } from '../files/store.ts';
import { tablesOf } from './backup.ts';
import { BEGIN, type Begin, END, type End, FORMAT } from './format.ts';

/** An entry of the archive: a stream with its header. */
type Entry = ReturnType<typeof extract> extends AsyncIterable<infer One> ? One : never;

export interface RestoreResult {
  createdAt: string;
  rows: number;
  files: number;
}

/**
 * Reads a backup and makes the database what it was, then brings it to the level of this release. Rows and sequences are
 * loaded in one transaction that is only kept when every count and hash of the backup agrees.
 * @throws when the database already holds rows, when the backup is newer than this release, damaged or cut off
 */
export async function readBackup(
  urls: DatabaseUrls,
  files: FileStore,
  source: Readable,
  options: { steps: readonly Step[]; say?: (line: string) => void },
): Promise<RestoreResult> {
  await prepareDatabase(urls);
  const entries = openArchive(source);
  const begin = await firstEntry(entries);
  await withClient(urls.owner, refuseFull);
  await migrate(urls.owner, { steps: [], only: new Set(begin.migrations.map(({ name }) => name)) });
  const result = await withClient(urls.owner, (client) => load(client, begin, entries, files));
  await migrate(urls.owner, { steps: options.steps, ...(options.say ? { say: options.say } : {}) });
  return { createdAt: begin.createdAt, ...result };
}

async function load(client: Client, begin: Begin, entries: AsyncIterator<Entry>, files: FileStore) {
  await client.query('begin');
  try {
    await client.query('set local statement_timeout = 0');
    await refuseOtherMigrations(client, begin);
    const foreignKeys = await dropForeignKeys(client);
    await switchTriggers(client, 'disable');
    await client.query('delete from lifecycle_step');
    await client.query('delete from lifecycle_process');
    const loader = new Loader(client, begin);
    const end = await readEntries(entries, loader, files);
    loader.compare(end);
    for (const { name, value, called } of end.sequences) {
      await client.query(`select setval(${escapeLiteral(`ocop.${escapeIdentifier(name)}`)}, $1, $2)`, [value, called]);
    }
    for (const statement of foreignKeys) await client.query(statement);
    await switchTriggers(client, 'enable');
    await client.query('commit');
    return { rows: end.tables.reduce((sum, table) => sum + table.rows, 0), files: end.files.count };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

const NO_FACTS = { kind: 'txt', type: '', name: '' } as const;

/** Takes the pieces of the tables in order and counts what it took. */
class Loader {
  readonly #client: Client;
  readonly #columns: ReadonlyMap<string, readonly string[]>;
  readonly #taken = new Map<string, { rows: number; hash: Hash }>();

  constructor(client: Client, begin: Begin) {
    this.#client = client;
    this.#columns = new Map(begin.tables.map(({ name, columns }) => [name, columns]));
  }

  async take(table: string, bytes: Buffer): Promise<void> {
    const columns = this.#columns.get(table);
    if (!columns) throw new Error(`The backup holds rows of an unannounced table: ${table}`);
    const names = columns.map((column) => escapeIdentifier(column)).join(', ');
    const stream = this.#client.query(copyFrom(`copy ocop.${escapeIdentifier(table)} (${names}) from stdin`));
    await send(stream, bytes);
    const taken = this.#taken.get(table) ?? { rows: 0, hash: createHash('sha256') };
    taken.rows += stream.rowCount;
    taken.hash.update(bytes);
    this.#taken.set(table, taken);
  }

  compare(end: End): void {
    for (const table of end.tables) {
      const taken = this.#taken.get(table.name) ?? { rows: 0, hash: createHash('sha256') };
      if (taken.rows !== table.rows || taken.hash.digest('hex') !== table.sha256) {
        throw new Error(
          `The backup is damaged: table ${table.name} has ${taken.rows} rows of ${table.rows}, or other bytes`,
        );
      }
    }
  }
}

function send(stream: CopyStreamQuery, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('error', reject);
    stream.once('finish', resolve);
    stream.end(bytes);
  });
}

async function readEntries(entries: AsyncIterator<Entry>, loader: Loader, files: FileStore): Promise<End> {
  let taken = 0;
  for (let next = await entries.next(); !next.done; next = await entries.next()) {
    const { name } = next.value.header;
    const bytes = await bytesOf(next.value);
    if (name === END) {
      const end = JSON.parse(bytes.toString('utf8')) as End;
      if (end.files.count !== taken) throw new Error(`The backup is damaged: ${taken} files of ${end.files.count}`);
      return end;
    }
    const [kind, key = ''] = name.split('/');
    if (kind === 'tables') await loader.take(key, bytes);
    else if (kind === 'files') {
      await keepFile(files, key, bytes);
      taken += 1;
    } else throw new Error(`The backup holds something unknown: ${name}`);
  }
  throw new Error('The backup was cut off: its end is missing');
}

async function keepFile(files: FileStore, sha256: string, bytes: Buffer): Promise<void> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`The backup is damaged: file ${sha256}`);
  await files.putOwn(bytes, NO_FACTS); // what is known of it stands in the restored row
}

async function* openArchive(source: Readable): AsyncGenerator<Entry> {
  const archive = extract();
  const unzip = createGunzip();
  source.on('error', (error) => unzip.destroy(error));
  unzip.on('error', (error) => archive.destroy(error));
  source.pipe(unzip).pipe(archive);
  yield* archive;
}

async function firstEntry(entries: AsyncIterator<Entry>): Promise<Begin> {
  const first = await entries.next();
  if (first.done || first.value.header.name !== BEGIN) throw new Error('This file is no backup of Sao Làng');
  const begin = JSON.parse((await bytesOf(first.value)).toString('utf8')) as Begin;
  if (begin.format !== FORMAT || begin.product !== 'saolang')
    throw new Error('The backup has a format this release does not know');
  return begin;
}

async function bytesOf(entry: Entry): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of entry as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

async function refuseFull(client: Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('ocop.ledger') is not null as there`);
  if (!rows[0]?.there) return;
  for (const { name } of await tablesOf(client)) {
    if (name === 'lifecycle_process' || name === 'lifecycle_step') continue;
    const found = await client.query(`select from ocop.${escapeIdentifier(name)} limit 1`);
    if (found.rowCount) throw new Error(`The database is not empty (table ${name} has rows): restore into a new one`);
  }
}

async function refuseOtherMigrations(client: Client, begin: Begin): Promise<void> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration',
  );
  const here = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const unknown = begin.migrations.find(({ name, checksum }) => here.get(name) !== checksum);
  if (unknown)
    throw new Error(
      `The backup needs migration ${unknown.name} as it was: use the release it came from, or a newer one`,
    );
  if (here.size > begin.migrations.length)
    throw new Error('The database is newer than the backup: restore into a new one');
}

/** Foreign keys go before the rows come, in any order, and are put back (and so checked) afterwards. */
async function dropForeignKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = 'ocop'::regnamespace and contype = 'f' and conparentid = 0 order by conrelid, conname`);
  for (const { table, name } of rows)
    await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`);
  return rows.map(
    ({ table, name, definition }) => `alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`,
  );
}

async function switchTriggers(client: Client, how: 'enable' | 'disable'): Promise<void> {
  for (const { name } of await tablesOf(client)) {
    await client.query(`alter table ocop.${escapeIdentifier(name)} ${how} trigger user`);
  }
}
