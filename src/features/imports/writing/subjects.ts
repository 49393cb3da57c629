/** What an import made or changed. */
import { sql } from 'kysely';
import { inBatches } from '#features/units';
import type { Tx } from '#platform/db/database';

export interface Subject {
  readonly subject: string;
  readonly kind: 'producer' | 'product' | 'recognition';
  readonly act: 'made' | 'changed' | 'superseded' | 'ended';
  /** Columns with the values before. */
  readonly before: Record<string, unknown>;
}

const BATCH = 5000;

/** Keeps them with the version they have now: a later one means that something depends on the import. */
export async function keepSubjects(tx: Tx, id: string, subjects: readonly Subject[]): Promise<void> {
  const once = new Map<string, Subject>();
  for (const one of subjects) {
    const there = once.get(one.subject);
    const act = there && one.act === 'changed' ? there.act : one.act;
    once.set(one.subject, { ...one, act, before: { ...one.before, ...there?.before } });
  }
  await inBatches(
    [...once.values()],
    (batch) =>
      sql`insert into list_import_subject (import, subject, kind, act, version, before)
      select ${id}, r.subject, r.kind, r.act, l.version, r.before from json_to_recordset(${batch}::json) as r(subject uuid, kind text, act text, before jsonb)
      join lifecycle l on l.id = r.subject`.execute(tx),
    BATCH,
  );
}

/** Brings the public search up to date after many writes that left it alone. */
export async function refreshSearch(tx: Tx, products: readonly string[]): Promise<void> {
  await inBatches(
    products,
    (batch) =>
      sql`select refresh_product_search(array(select value::uuid from json_array_elements_text(${batch}::json)))`.execute(
        tx,
      ),
    BATCH,
  );
}

/** From here to the end of the transaction the search waits, and statements take the time they need; one writer a province. */
export async function holdProvince(tx: Tx, province: string): Promise<void> {
  await sql`select set_config('ocop.search_later', 'on', true), pg_advisory_xact_lock(hashtextextended(${`imports ${province}`}, 0))`.execute(
    tx,
  );
}
