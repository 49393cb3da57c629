import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { beget, carryOut, type MoveContext } from '#platform/ledger/ledger';
import { buildRegister } from './build.ts';

const BATCH = 2000;

/** Writes rows in pieces small enough for the time limit of a statement, also on a busy machine. `write` gets a JSON array. */
export async function inBatches<Row>(
  rows: readonly Row[],
  write: (batch: string) => Promise<unknown>,
  size = BATCH,
): Promise<void> {
  for (let start = 0; start < rows.length; start += size) await write(JSON.stringify(rows.slice(start, start + size)));
}

/** Told what was loaded, one line a step. */
export type Progress = (message: string) => void;

/** Whether the register of units has been loaded. */
export async function hasUnits(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from unit) as there`.execute(db);
  return rows[0]?.there === true;
}

/**
 * Loads the register of administrative units (both systems, R12) from the repository's files in one transaction.
 * Ids are the same on every install. About 15,000 units and 10,500 successions; 2 to 3 seconds. Leaves its row in the ledger.
 */
export async function loadUnits(tx: Tx, hand: MoveContext, progress: Progress = () => undefined): Promise<void> {
  const { units, versions, successions, regions } = buildRegister();
  await inBatches(units, (rows) =>
    sql`insert into unit (id, level, valid_from, valid_to)
    select * from json_to_recordset(${rows}::json) as r(id uuid, level text, valid_from date, valid_to date)`.execute(
      tx,
    ),
  );
  await inBatches(versions, (rows) =>
    sql`insert into unit_version (unit, valid_from, valid_to, code, name, full_name, type, parent, act)
    select * from json_to_recordset(${rows}::json) as r(unit uuid, valid_from date, valid_to date, code text, name text,
      full_name text, type text, parent uuid, act text)`.execute(tx),
  );
  await inBatches(successions, (rows) =>
    sql`insert into unit_succession (former, successor, part, effective_on, act)
    select * from json_to_recordset(${rows}::json) as r(former uuid, successor uuid, part text, effective_on date, act text)`.execute(
      tx,
    ),
  );
  await inBatches(regions, (rows) =>
    sql`insert into province_region (unit, region)
    select * from json_to_recordset(${rows}::json) as r(unit uuid, region text)`.execute(tx),
  );
  await record(tx, hand, { units: units.length, versions: versions.length, successions: successions.length });
  progress(`${units.length} administrative units, ${successions.length} successions`);
}

/** The register is one subject of the ledger, born with its first loading. */
async function record(tx: Tx, hand: MoveContext, facts: Record<string, number>): Promise<void> {
  const move = { action: 'unitRegister.load', facts };
  const kept = await tx.selectFrom('lifecycle').select('id').where('process', '=', 'unitRegister').executeTakeFirst();
  if (kept) await carryOut(tx, hand, { ...move, subject: kept.id });
  else await beget(tx, hand, { ...move, process: 'unitRegister', id: v7(), reach: {} });
}
