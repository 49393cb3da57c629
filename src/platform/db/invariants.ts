/** The nightly check (Q17): queries that must find nothing, the logs' chains and seals, and the stored files' hashes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { FileProblem } from '../files/problem.ts';
import type { FileStore } from '../files/store.ts';
import { verifyLogs } from '../ledger/verify.ts';
import type { Database } from './database.ts';

/** Where the queries lie: one file one promise, said in the comment of its first line. */
const INVARIANTS = fileURLToPath(new URL('../../../db/invariants/', import.meta.url));

/** One promise and what breaks it; nothing found means that it holds. */
export interface Check {
  name: string;
  /** What must hold. */
  promise: string;
  /** How much was looked at, in words, where it is known. */
  looked?: string;
  /** One line a fault, at most 20. */
  faults: string[];
}

const SHOWN = 20;
const FILE_BATCH = 500;

/** Runs every check; reads only. */
export async function audit(db: Database, files: FileStore, folder = INVARIANTS): Promise<Check[]> {
  const checks = await checkInvariants(db, folder);
  return [...checks, await checkLogs(db), await checkFiles(db, files)];
}

/** The queries of the folder, in one read-only transaction each, without a time limit. */
export async function checkInvariants(db: Database, folder = INVARIANTS): Promise<Check[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const checks: Check[] = [];
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    const [first = ''] = text.split('\n');
    if (!first.startsWith('-- ')) throw new Error(`${name}: the first line must say what holds`);
    const rows = await db.app.transaction().execute(async (tx) => {
      await sql`set transaction read only`.execute(tx);
      await sql`set local statement_timeout = 0`.execute(tx);
      return (
        await sql<object>`select * from (${sql.raw(text.replace(/;\s*$/, ''))}) faults limit ${SHOWN}`.execute(tx)
      ).rows;
    });
    checks.push({
      name: name.replace(/\.sql$/, ''),
      promise: first.slice(3),
      faults: rows.map(inWords),
    });
  }
  return checks;
}

/** A row found: "dossier: 0190…, star: 4, found: 3". */
function inWords(row: object): string {
  const parts = Object.entries(row).map(([name, value]) => `${name.replaceAll('_', ' ')}: ${JSON.stringify(value)}`);
  return parts.join(', ').replaceAll('"', '');
}

async function checkLogs(db: Database): Promise<Check> {
  const { rows, seals, unsealed, breaks } = await verifyLogs(db.report);
  const looked = `${rows.ledger} + ${rows.access_log} rows, ${seals.ledger} + ${seals.access_log} seals, ${unsealed.ledger + unsealed.access_log} rows not sealed yet`;
  const faults = breaks
    .slice(0, SHOWN)
    .map(({ log, no, subject, what }) => `${log} row ${no}${subject ? ` (subject ${subject})` : ''}: ${what}`);
  return { name: 'logs', promise: 'Ledger and access log are whole, chained and sealed', looked, faults };
}

async function checkFiles(db: Database, files: FileStore): Promise<Check> {
  const faults: string[] = [];
  let count = 0;
  for (let last = ''; ; ) {
    const rows = await db.app
      .selectFrom('file')
      .select(['sha256', 'size', ({ fn }) => fn.agg<boolean>('bool_or', ['attached']).as('attached')])
      .where('sha256', '>', last)
      .groupBy(['sha256', 'size'])
      .orderBy('sha256')
      .limit(FILE_BATCH)
      .execute();
    for (const { sha256, size, attached } of rows) {
      const fault = await fileFault(files, sha256, size, attached);
      if (fault !== null && faults.length < SHOWN) faults.push(`file ${sha256}: ${fault}`);
      count += 1;
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < FILE_BATCH) break;
    last = end.sha256;
  }
  return {
    name: 'files',
    promise: 'Every file that is referred to is there, with the bytes of its hash',
    looked: `${count} files`,
    faults,
  };
}

async function fileFault(files: FileStore, sha256: string, size: number, attached: boolean): Promise<string | null> {
  try {
    const { size: kept, stream } = await files.open(sha256);
    for await (const _ of stream); // hashed on the way; fails before its end when the bytes are others
    return kept === size ? null : `${kept} bytes instead of ${size}`;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return error.code === 'missing' && !attached ? null : error.code;
  }
}
