import { type Kysely, sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';

/** Names of units as they are called today. */
export async function unitNames(db: Kysely<DB> | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, (unit_on(id, current_date)).full_name as name from unnest(${ids}::uuid[]) id`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
