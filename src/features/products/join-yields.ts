/** What gives way when two records are joined: recognitions to the newer one, figures of a year to those that were chosen. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';

/** A recognition in force of one of two records. */
export interface InForce {
  readonly id: string;
  readonly product: string;
  readonly star: number | null;
  readonly decision: string | null;
  /** Null: the source gives no day. */
  readonly issued: string | null;
}

/** What becomes of the recognitions in force of two records that are joined. */
export interface Yielding {
  /** The one that stands; null when only one record has any. */
  readonly stands: InForce | null;
  /** Those of the other record that give way to it. */
  readonly yields: readonly InForce[];
}

/** Recognitions in force of two records, the one that speaks first: the newest, then one issued here, then one with a star. */
export async function yieldingOf(tx: Tx, kept: string, left: string): Promise<Yielding> {
  const { rows } = await sql<InForce>`
    select r.id, r.product, r.star, r.decision_number as decision, r.issued_latest as issued from recognition r join lifecycle l on l.id = r.id
     where r.product in (${kept}::uuid, ${left}::uuid) and l.state = 'inForce'
     order by r.issued_latest desc nulls last, r.decision is not null desc, r.star is not null desc, r.product = ${kept}::uuid desc, r.id`.execute(
    tx,
  );
  return judged(rows);
}

/** The newest stands (Art. 7.5, 7.6); of another record, what is older or of the same decision gives way. Without a day nobody knows: it stays. */
export function judged(rows: readonly InForce[]): Yielding {
  const [first] = rows;
  if (!first) return { stands: null, yields: [] };
  const others = rows.filter(({ product }) => product !== first.product);
  const yields = others.filter((one) => first.issued !== null && (one.issued !== null || sameDecision(one, first)));
  return others.length === 0 ? { stands: null, yields: [] } : { stands: first, yields };
}

/** One act written down twice. */
export const sameDecision = (one: InForce, other: InForce): boolean =>
  one.decision !== null &&
  one.decision === other.decision &&
  (one.issued === null || other.issued === null || one.issued === other.issued);

/** Each recognition gives way to the one that stands. */
export async function giveWay(ctx: ActionContext, join: string, { stands, yields }: Yielding): Promise<void> {
  if (stands === null) return;
  for (const former of yields) {
    const twice = sameDecision(former, stands);
    await carryOut(ctx.tx, ctx, {
      ...{ action: 'recognition.giveWay', subject: former.id, facts: { join, by: stands.id, sameDecision: twice } },
      effect: async (tx) => {
        await sql`update recognition set ended_on = ${stands.issued}::date, superseded_by = ${stands.id},
            end_reason = ${twice ? 'Cùng một lần công nhận, đã ghi hai lần' : 'Lần công nhận sau của cùng sản phẩm thay lần này'}
          where id = ${former.id}`.execute(tx);
      },
    });
  }
}

/** The recognitions that gave way stand again. */
export async function standAgain(
  ctx: ActionContext,
  join: string,
  recognitions: readonly string[],
  reason: string,
): Promise<void> {
  for (const subject of recognitions)
    await carryOut(ctx.tx, ctx, {
      ...{ action: 'recognition.standAgain', subject, reason, facts: { join } },
      effect: async (tx) => {
        await sql`update recognition set ended_on = null, superseded_by = null, end_reason = null where id = ${subject}`.execute(
          tx,
        );
      },
    });
}

/** Years set aside: they are kept, and counted no more. */
export async function setYearsAside(
  ctx: ActionContext,
  join: string,
  { years, reason }: { years: readonly string[]; reason: string },
): Promise<void> {
  for (const subject of years)
    await carryOut(ctx.tx, ctx, { action: 'productYear.setAside', subject, reason, facts: { join } });
}

const RESUMED: Readonly<Record<string, string>> = {
  reported: 'productYear.resume',
  returned: 'productYear.resumeReturned',
  accepted: 'productYear.resumeAccepted',
};

/** Years taken up again when a join is taken back, each in the state it was set aside in: what was accepted stays so. */
export async function resumeYears(
  ctx: ActionContext,
  join: string,
  { years, reason }: { years: readonly string[]; reason: string },
): Promise<void> {
  for (const subject of years) {
    const { rows } = await sql<{ from: string }>`
      select from_state as "from" from ledger where subject = ${subject} and action = 'productYear.setAside' order by no desc limit 1`.execute(
      ctx.tx,
    );
    const action = RESUMED[rows[0]?.from ?? ''];
    if (action === undefined) throw new Error(`year ${subject} was never set aside`);
    await carryOut(ctx.tx, ctx, { action, subject, reason, facts: { join } });
  }
}
