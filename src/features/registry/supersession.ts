/** Which recognition of a product stands when a list tells of several (R7.2): the same for lists brought in and the real lists. */
import { sql } from 'kysely';
import { inBatches } from '#features/units';
import type { Tx } from '#platform/db/database';
import { type Hand, moveMany } from './births.ts';

const BATCH = 500;

/** One recognition of a product on the way to knowing which one stands. */
export interface Standing {
  readonly id: string;
  readonly product: string;
  readonly issuedLatest: string | null;
}

/**
 * Which recognitions are replaced by a newer one of the same product (R7.2). One without a day replaces none and is
 * replaced by none; of two on one day none replaces the other.
 */
export function supersessions(all: readonly Standing[]): { former: string; by: string; on: string }[] {
  const ofProduct = new Map<string, Standing[]>();
  for (const one of all) {
    if (one.issuedLatest !== null) ofProduct.set(one.product, [...(ofProduct.get(one.product) ?? []), one]);
  }
  return [...ofProduct.values()].flatMap((list) => {
    const [newest, ...older] = list.toSorted((a, b) => (b.issuedLatest ?? '').localeCompare(a.issuedLatest ?? ''));
    if (!newest?.issuedLatest) return [];
    const { id, issuedLatest } = newest;
    return older
      .filter((one) => (one.issuedLatest ?? '') < issuedLatest)
      .map(({ id: former }) => ({ former, by: id, on: issuedLatest }));
  });
}

/** Carries supersessions out: a move and the end of each recognition that was replaced. */
export async function supersede(tx: Tx, hand: Hand, pairs: ReturnType<typeof supersessions>): Promise<void> {
  await moveMany(
    tx,
    hand,
    pairs.map(({ former, by, on }) => ({ id: former, action: 'recognition.supersede', facts: { by, dated: on } })),
  );
  await inBatches(
    pairs,
    (batch) =>
      sql`update recognition o set ended_on = r."on", superseded_by = r.by
    from json_to_recordset(${batch}::json) as r(former uuid, by uuid, "on" date) where o.id = r.former`.execute(tx),
    BATCH,
  );
}
