/** Which recognition of a product stands: the newer one, whatever was recorded last (R7.2). */
import { sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';

/** The newest recognition in force of a product. */
export interface Running {
  readonly id: string;
  readonly issuedOn: string;
  readonly decision: string;
}

/** The recognition of a product that is in force, the newest; null where there is none. */
export async function runningRecognition(tx: Tx, product: string): Promise<Running | null> {
  const { rows } = await sql<Running>`
    select r.id, coalesce(r.issued_latest, '0001-01-01') as "issuedOn", coalesce(r.decision_number, '') as decision
      from recognition r join lifecycle l on l.id = r.id
     where r.product = ${product} and l.state = 'inForce'
     order by r.issued_latest desc nulls last, r.id limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** One recognition takes the place of another on the day of a decision. */
export async function supersede(
  ctx: ActionContext,
  tx: Tx,
  former: string,
  by: string,
  paper: { readonly number: string; readonly dated: string },
): Promise<void> {
  await carryOut(tx, ctx, {
    action: 'recognition.supersede',
    subject: former,
    facts: { by, decisionNumber: paper.number, dated: paper.dated },
    effect: async () => {
      await tx
        .updateTable('recognition')
        .set({ ended_on: paper.dated, superseded_by: by })
        .where('id', '=', former)
        .execute();
    },
  });
}
