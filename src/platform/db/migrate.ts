/** Migrations: forward only, one file one transaction, one process at a time, safe to run twice and to be killed (Q12). */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Client } from 'pg';
import { underLock, withClient } from './connect.ts';
import type { Database } from './database.ts';
import { loadIndicators } from './indicators.ts';

/** One row of the law's tables of moves. Every process is born in the state `new`. */
export interface Step {
  process: string;
  action: string;
  from: string;
  to: string;
}

/** Where the product's migrations lie. */
export const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations/', import.meta.url));
const INITIAL_STATE = 'new';

interface Migration {
  name: string;
  text: string;
  checksum: string;
}

/**
 * Brings the database to the level of this release and loads the steps of the law.
 * @param ownerUrl a role that owns the schema (or may create it)
 * @returns names of the migrations applied now
 * @throws when the database has a migration this release does not know, or one whose text has changed since
 */
export async function migrate(
  ownerUrl: string,
  options: {
    steps: readonly Step[];
    folder?: string;
    /** Only these, for restoring a backup of an older release. */
    only?: ReadonlySet<string>;
    say?: (line: string) => void;
  },
): Promise<string[]> {
  const wanted = await readMigrations(options.folder ?? MIGRATIONS);
  return withClient(ownerUrl, (client) =>
    underLock(client, async () => {
      await prepareSchema(client);
      const applied = await appliedIn(client);
      refuseUnexpected(wanted, applied);
      const missing = wanted.filter(({ name }) => !applied.has(name) && (options.only?.has(name) ?? true));
      for (const migration of missing) {
        await inTransaction(client, () => apply(client, migration));
        options.say?.(`Migration ${migration.name}`);
      }
      await inTransaction(client, () => loadSteps(client, options.steps));
      if (options.only === undefined && options.folder === undefined)
        await inTransaction(client, () => loadIndicators(client));
      return missing.map(({ name }) => name);
    }),
  );
}

/** Refuses (throws) unless the database is exactly at the level of this release: asked at start and by /readyz (Q18). */
export async function checkMigrated(database: Database, folder = MIGRATIONS): Promise<void> {
  const wanted = await readMigrations(folder);
  const { rows } = await sql<{ name: string; checksum: string }>`select name, checksum from schema_migration`.execute(
    database.app,
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  refuseUnexpected(wanted, applied);
  const missing = wanted.filter(({ name }) => !applied.has(name)).map(({ name }) => name);
  if (missing.length > 0)
    throw new Error(`The database lacks migrations: ${missing.join(', ')}. Run "saolang migrate".`);
}

/**
 * Makes lifecycle_process and lifecycle_step say what the law says. Steps the law no longer knows are taken out unless
 * the ledger has used them: what happened stays explained.
 */
export async function loadSteps(client: Client, steps: readonly Step[]): Promise<void> {
  const json = JSON.stringify(steps);
  await client.query(
    `insert into lifecycle_process (process, initial_state)
       select distinct process, $2 from jsonb_to_recordset($1::jsonb) as s(process text) on conflict (process) do nothing`,
    [json, INITIAL_STATE],
  );
  await client.query(
    `delete from lifecycle_step old
      where not exists (select from jsonb_to_recordset($1::jsonb) as s(process text, action text, "from" text, "to" text)
                         where (s.process, s.action, s."from", s."to") = (old.process, old.action, old.from_state, old.to_state))
        and not exists (select from ledger l where (l.process, l.action, l.from_state, l.to_state)
                                                  = (old.process, old.action, old.from_state, old.to_state))`,
    [json],
  );
  await client.query(
    `insert into lifecycle_step (process, action, from_state, to_state)
       select process, action, "from", "to" from jsonb_to_recordset($1::jsonb) as s(process text, action text, "from" text, "to" text)
       on conflict (process, action, from_state, to_state) do nothing`,
    [json],
  );
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function prepareSchema(client: Client): Promise<void> {
  await client.query(`
    create schema if not exists ocop;
    create table if not exists ocop.schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now());
    grant usage on schema ocop to app, report;
    grant select on ocop.schema_migration to app, report`);
}

async function appliedIn(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseUnexpected(wanted: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(wanted.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    const expected = known.get(name);
    if (expected === undefined) {
      throw new Error(
        `The database has migration ${name}, which this release does not know: it belongs to a newer release.`,
      );
    }
    if (expected !== checksum)
      throw new Error(`Migration ${name} was changed after it had been applied to this database.`);
  }
}

async function apply(client: Client, { name, text, checksum }: Migration): Promise<void> {
  await client.query(`set local lock_timeout = '5s'`);
  await client.query(text);
  await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum]);
}

async function inTransaction(client: Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
