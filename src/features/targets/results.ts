/** Targets with what the records count for them: as of a day, or the last day of the plan when that is past. */
import type { Kysely } from 'kysely';
import { type Figure, figuresOf } from '#features/reports';
import { readUnit } from '#features/units';
import { judgeTarget, type TargetVerdict } from '#law/targets';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { ReadContext } from '#platform/http/context';
import { type TargetRecord, targetsOf } from './queries.ts';

export interface TargetResult extends TargetRecord {
  /** In the target's own unit of measure; null: not counted, or not begun. */
  readonly result: number | null;
  /** The day the result is of. */
  readonly asOf: Day;
  /** The page of the list behind the result; null when there is none. */
  readonly list: string | null;
  readonly verdict: TargetVerdict;
}

/** Counts each plan of a unit and years once, whatever number of targets it has. */
export async function withResults(
  { db, may }: Pick<ReadContext, 'db' | 'may'>,
  targets: readonly TargetRecord[],
  day: Day,
): Promise<TargetResult[]> {
  const counted = new Map<string, ReturnType<typeof figuresFor>>();
  const found: TargetResult[] = [];
  const opens = await may('statistics.read');
  for (const target of targets) {
    const asOf = day < target.to ? day : target.to;
    const key = `${target.unit} ${target.from} ${target.to}`;
    const begun = target.indicator !== null && asOf >= target.from;
    const figures = begun ? await (counted.get(key) ?? keep(counted, key, figuresFor(db, target, asOf))) : [];
    const figure = figures.find(({ id }) => id === target.indicator);
    const result = figure?.value ?? null;
    found.push({ ...target, result, asOf, list: opens ? pageOf(figure) : null, verdict: judgeTarget(target, result) });
  }
  return found;
}

/** Targets of a unit (null: the country) that touch these days, with their results as of a day; without addresses of lists. */
export async function targetResults(
  db: Kysely<DB>,
  unit: string | null,
  { from, to, day }: { readonly from: Day; readonly to: Day; readonly day: Day },
): Promise<TargetResult[]> {
  return withResults({ db, may: async () => false }, await targetsOf(db, unit, from, to), day);
}

/** The list behind a figure as a page: it stands under the same question as the one of the API. */
const pageOf = (figure: Figure | undefined): string | null =>
  figure?.list?.replace('/api/v1/figures/', '/so-lieu/') ?? null;

function keep<Value>(map: Map<string, Value>, key: string, value: Value): Value {
  map.set(key, value);
  return value;
}

/** Figures of a unit in its last known shape: one that ended before the day is counted by the units of its last day. */
async function figuresFor(db: Kysely<DB>, { unit, from }: TargetRecord, asOf: Day) {
  if (unit === null) return figuresOf(db, null, { asOf, unitsAsOf: asOf, from });
  const { last } = await db
    .selectFrom('unit')
    .select('valid_to as last')
    .where('id', '=', unit)
    .executeTakeFirstOrThrow();
  const unitsAsOf = last !== null && last < asOf ? last : asOf;
  const territory = await readUnit(db, unit, unitsAsOf);
  return territory === null ? [] : figuresOf(db, territory, { asOf, unitsAsOf, from });
}
