/** Writes a consistent copy of database and files while the product runs (Q11). */
import { createHash, type Hash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Pack, pack as tarPack } from 'tar-stream';
import { withClient } from '../db/connect.ts';
import { FileProblem } from '../files/problem.ts';
import type { FileStore } from '../files/store.ts';
import { BEGIN, type Begin, END, type End, FORMAT, fileEntry, PIECE_BYTES, tablePiece } from './format.ts';

/** What a backup held, for one line to the operator. */
export interface BackupResult {
  tables: number;
  rows: number;
  files: number;
  bytes: number;
}

/**
 * Writes a backup to `out` and ends it. Rows and sequences are those of one instant (repeatable read); every file they
 * refer to is in it. Fails when a file that a record refers to is missing or damaged.
 * @param ownerUrl a role that may read every table
 */
export async function writeBackup(ownerUrl: string, files: FileStore, out: Writable): Promise<BackupResult> {
  const pack = tarPack();
  const zip = createGzip({ level: 6 });
  pack.on('error', (error) => zip.destroy(error));
  zip.on('error', (error) => out.destroy(error));
  pack.pipe(zip).pipe(out);
  const written = finished(out);
  written.catch(() => undefined); // reported below
  try {
    const result = await withClient(ownerUrl, async (client) => {
      await client.query('begin transaction isolation level repeatable read read only');
      await client.query('set local statement_timeout = 0');
      return writeAll(client, files, pack);
    });
    pack.finalize();
    await written;
    return result;
  } catch (error) {
    pack.destroy();
    zip.destroy();
    out.destroy();
    await written.catch(() => undefined);
    throw error;
  }
}

async function writeAll(client: Client, files: FileStore, pack: Pack): Promise<BackupResult> {
  const tables = await tablesOf(client);
  const begin: Begin = {
    format: FORMAT,
    product: 'saolang',
    createdAt: new Date().toISOString(),
    migrations: (await client.query('select name, checksum from schema_migration order by name')).rows,
    tables,
  };
  await entry(pack, BEGIN, json(begin));
  const end: End = { tables: [], sequences: await sequencesOf(client), files: { count: 0, bytes: 0 }, missing: [] };
  for (const table of tables) end.tables.push(await writeTable(client, pack, table));
  await writeFiles(client, files, pack, end);
  await entry(pack, END, json(end));
  const rows = end.tables.reduce((sum, table) => sum + table.rows, 0);
  return { tables: tables.length, rows, files: end.files.count, bytes: end.files.bytes };
}

/** Every table of the schema except the list of migrations, with the columns that are not computed. */
export async function tablesOf(client: Client): Promise<Begin['tables']> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'ocop'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
     group by c.relname order by c.relname`);
  return rows;
}

/** Rows of a table as COPY text, by its primary key, so that the same rows give the same bytes. */
export async function copyQuery(client: Client, { name, columns }: Begin['tables'][number]): Promise<string> {
  const { rows } = await client.query<{ column: string }>(
    `select a.attname as column from pg_index i, unnest(i.indkey::int[]) with ordinality k(attnum, place)
       join pg_attribute a on a.attnum = k.attnum where i.indrelid = $1::regclass and i.indisprimary and a.attrelid = i.indrelid order by k.place`,
    [`ocop.${escapeIdentifier(name)}`],
  );
  const order =
    rows.length > 0
      ? rows.map(({ column }) => escapeIdentifier(column))
      : columns.map((one) => `${escapeIdentifier(one)}::text`);
  return `copy (select ${columns.map(escapeIdentifier).join(', ')} from ocop.${escapeIdentifier(name)} order by ${order.join(', ')}) to stdout`;
}

async function writeTable(client: Client, pack: Pack, table: Begin['tables'][number]): Promise<End['tables'][number]> {
  const stream = client.query(copyTo(await copyQuery(client, table)));
  const hash = createHash('sha256');
  let waiting: Buffer[] = [];
  let bytes = 0;
  let piece = 0;
  const flush = async () => {
    await entry(pack, tablePiece(table.name, piece++), Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    waiting.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= PIECE_BYTES) await flush();
  }
  if (bytes > 0) await flush();
  return { name: table.name, rows: stream.rowCount, sha256: digest(hash) };
}

async function sequencesOf(client: Client): Promise<End['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'ocop'::regnamespace and relkind = 'S' order by relname`,
  );
  const found: End['sequences'] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ocop.${escapeIdentifier(name)}`,
    );
    const [row] = state.rows;
    if (row) found.push({ name, ...row });
  }
  return found;
}

async function writeFiles(client: Client, files: FileStore, pack: Pack, end: End): Promise<void> {
  const { rows } = await client.query<{ sha256: string; attached: boolean }>(
    'select sha256, bool_or(attached) as attached from file group by sha256 order by sha256',
  );
  for (const { sha256, attached } of rows) {
    const bytes = await files.read(sha256).catch((error: unknown) => {
      if (!attached && error instanceof FileProblem && error.code === 'missing') return null;
      throw new Error(`File ${sha256} cannot be read`, { cause: error });
    });
    if (bytes === null) {
      end.missing.push(sha256);
      continue;
    }
    await entry(pack, fileEntry(sha256), bytes);
    end.files.count += 1;
    end.files.bytes += bytes.byteLength;
  }
}

/** Adds one entry and waits until the pack has taken it: nothing piles up in memory. */
function entry(pack: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    pack.entry({ name, mode: 0o600, mtime: new Date(0) }, bytes, (error) => (error ? reject(error) : resolve()));
  });
}

const json = (value: Begin | End) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
const digest = (hash: Hash) => hash.digest('hex');
