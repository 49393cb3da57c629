import { sql } from 'kysely';
import { auditCertificates } from '#features/certificates';
import { auditRecords, auditResults, auditSheets } from '#features/councils';
import type { Database, Tx } from '#platform/db/database';
import { audit, type Check } from '#platform/db/invariants';
import { type FileStore, openFileStore } from '#platform/files/store';
import { say, withPools } from './operator.ts';

/** `saolang audit`: everything that must hold between tables, law, logs and files (Q17); exit code 1 when something does not. */
export async function run(): Promise<number> {
  return withPools(async (db, config) => {
    const checks = await auditAll(db, await openFileStore(config.filesUrl, config.dataDir));
    for (const { name, promise, looked, faults } of checks) {
      say(`${faults.length === 0 ? 'holds ' : 'BROKEN'}  ${name}: ${promise}${looked ? ` (${looked})` : ''}`);
      for (const fault of faults) say(`        ${fault}`);
    }
    const broken = checks.filter(({ faults }) => faults.length > 0).length;
    say(broken === 0 ? `All ${checks.length} checks hold.` : `${broken} of ${checks.length} checks do not hold.`);
    return broken === 0 ? 0 : 1;
  });
}

/** The promises kept by the law: computed anew from what lies below them. */
const LAW = [
  ['sheets-scored', 'Every sheet handed in has the total the law gives its answers, and fits its seal', auditSheets],
  ['results-recomputed', 'Every result is what the law makes of its sheets, marks, parts and rulebook', auditResults],
  ['records-sealed', 'Every record of a concluded session fits its seal, the law and the sheets kept', auditRecords],
  ['certificates-lawful', 'Every certificate has the term of the law and the star of its result', auditCertificates],
] as const;

const SHOWN = 20;

/** Every check: queries, the law, logs, files. Reads only. */
export async function auditAll(db: Database, files: FileStore): Promise<Check[]> {
  const checks = await audit(db, files);
  for (const [name, promise, work] of LAW) {
    const { looked, faults } = await reading(db, work);
    checks.push({ name, promise, looked: `${looked} looked at`, faults: faults.slice(0, SHOWN) });
  }
  return checks;
}

/** Read-only and without a time limit. */
function reading<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.app.transaction().execute(async (tx) => {
    await sql`set transaction read only`.execute(tx);
    await sql`set local statement_timeout = 0`.execute(tx);
    return work(tx);
  });
}
