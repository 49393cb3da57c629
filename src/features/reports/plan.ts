/** The plan a report's results are held against: the target given to the unit for exactly these years. */
import { type Kysely, sql } from 'kysely';
import { percent, planWords } from '#law/reporting';
import { judgeTarget, type TargetNumber } from '#law/targets';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';

/** What may be planned of a period, the whole of it before its new ones. */
const PLANNED = ['period.recognised', 'period.new'] as const;
type Planned = (typeof PLANNED)[number];

export interface Plan extends TargetNumber {
  /** Which figure it is measured by. */
  readonly indicator: Planned;
}

/** The plan of a unit (null: the country) for these years; null when none was given in numbers. */
export async function planOf(
  db: Kysely<DB>,
  unit: string | null,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<Plan | null> {
  const { rows } = await sql<Plan>`
    select t.indicator, t.comparator, t.low::float8 as low, t.high::float8 as high from target t
      join lifecycle l on l.id = t.id and l.state = 'set'
     where t.unit is not distinct from ${unit}::uuid and t.from_on = ${from}::date and t.to_on = ${to}::date
       and t.indicator = any(${[...PLANNED]}::text[]) and t.low is not null
     order by array_position(${[...PLANNED]}::text[], t.indicator), t.id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Result in per cent of the plan, of a range of its lower end; null without a plan. */
export const achievement = (plan: Plan | null, result: number): number | null =>
  plan?.low == null ? null : percent(result, plan.low);

/** The sentence that sets the result against the plan; it holds when it can be said in right words (R14.3). */
export function planCheck(plan: Plan | null, result: number): { ok: boolean; message: string } {
  if (plan?.low == null) return { ok: true, message: 'Chưa có chỉ tiêu được giao để so sánh' };
  const of = plan.high === null ? String(plan.low) : `${plan.low}–${plan.high}`;
  const words = plan.high === null ? planWords(result, plan.low) : judgeTarget(plan, result).words;
  if (words === null) return { ok: false, message: `Kế hoạch ghi ${of}: không so được` };
  return { ok: true, message: `${result}/${of} sản phẩm: ${words}` };
}
