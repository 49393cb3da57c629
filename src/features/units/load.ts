import { type Kysely, sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { buildRegister } from './build.ts';

/** Told what was loaded, one line a step. */
export type Progress = (message: string) => void;

/** Whether the register of units has been loaded. */
export async function hasUnits(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select from unit) as there`.execute(db);
  return rows[0]?.there === true;
}

/**
 * Loads the register of administrative units (both systems, R12) from the repository's files in one transaction.
 * Ids are the same on every install. About 15,000 units and 10,500 successions; 2 to 3 seconds.
 */
export async function loadUnits(tx: Tx, progress: Progress = () => undefined): Promise<void> {
  const { units, versions, successions, regions } = buildRegister();
  await sql`insert into unit (id, level, valid_from, valid_to)
    select * from json_to_recordset(${JSON.stringify(units)}::json)
      as r(id uuid, level text, valid_from date, valid_to date)`.execute(tx);
  await sql`insert into unit_version (unit, valid_from, valid_to, code, name, full_name, type, parent, act)
    select * from json_to_recordset(${JSON.stringify(versions)}::json)
      as r(unit uuid, valid_from date, valid_to date, code text, name text, full_name text, type text, parent uuid, act text)`.execute(
    tx,
  );
  await sql`insert into unit_succession (former, successor, part, effective_on, act)
    select * from json_to_recordset(${JSON.stringify(successions)}::json)
      as r(former uuid, successor uuid, part text, effective_on date, act text)`.execute(tx);
  await sql`insert into province_region (unit, region)
    select * from json_to_recordset(${JSON.stringify(regions)}::json) as r(unit uuid, region text)`.execute(tx);
  progress(`${units.length} administrative units, ${successions.length} successions`);
}
