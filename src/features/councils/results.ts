import type { Tx } from '#platform/db/database';
import type { ComputedResult } from './compute.ts';

/** Stores points, gates and star as three facts (R5.2); a re-scoring replaces them, the ledger keeps the former ones. */
export async function storeResult(
  tx: Tx,
  session: string,
  dossier: string,
  { law, spread }: ComputedResult,
  now: Date,
): Promise<void> {
  const facts = {
    point_sum: law.mean.sum,
    sheet_count: law.mean.count,
    band_star: law.bandStar,
    gates: JSON.stringify(law.gates),
    star: law.star,
    candidate: law.candidate,
    vote: law.vote && JSON.stringify(law.vote),
    excluded: null,
    spread: JSON.stringify(spread),
    parts: JSON.stringify(law.parts),
    criteria: JSON.stringify(law.criteria),
    spread_accepted: null,
    computed_at: now,
  };
  await tx
    .insertInto('evaluation_result')
    .values({ session, dossier, ...facts })
    .onConflict((on) => on.columns(['session', 'dossier']).doUpdateSet(facts))
    .execute();
}
