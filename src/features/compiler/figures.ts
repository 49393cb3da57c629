/** The figures of a report now and for the period before, each with the question it answers and the list behind it. */
import type { Kysely } from 'kysely';
import { type Check, type Figure, makeReport } from '#features/reports';
import { readUnit } from '#features/units';
import { periodBefore, type ReportPeriod } from '#law/report-periods';
import { lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import { settingsOn } from '#platform/settings';

/** Figures counted by one set of days. */
export interface Counting {
  readonly from: Day;
  readonly asOf: Day;
  readonly unitsAsOf: Day;
  readonly figures: readonly Figure[];
}

export interface Figures {
  readonly now: Counting;
  readonly before: Counting;
  readonly checks: readonly Check[];
}

export interface Question {
  /** Null: the whole country. */
  readonly unit: string | null;
  readonly period: ReportPeriod;
  readonly asOf: Day;
  readonly unitsAsOf: Day;
}

/** Counts everything once for the period and once for the one before, by the same units. */
export async function countFigures(db: Kysely<DB>, asked: Question): Promise<Figures> {
  const { asOf, unitsAsOf, period } = asked;
  const unit = asked.unit === null ? null : await readUnit(db, asked.unit, unitsAsOf);
  if (unit === null && asked.unit !== null) throw notFound();
  const earlier = periodBefore(period, await cutoffDay(db, asOf, unit?.province ?? null));
  const count = (from: Day, day: Day) => makeReport(db, { name: 'period', unit, asOf: day, unitsAsOf, from });
  const [now, before] = await Promise.all([count(period.from, asOf), count(earlier.from, earlier.to)]);
  return {
    now: { from: period.from, asOf, unitsAsOf, figures: now.figures },
    before: { from: earlier.from, asOf: earlier.to, unitsAsOf, figures: before.figures },
    checks: now.checks,
  };
}

/** The day of the month reports are cut off on, by the setting of the province (R15.3). */
export async function cutoffDay(db: Kysely<DB>, day: Day, province: string | null): Promise<number> {
  return lawSettings(await settingsOn(db, day, province)).reportCutoffDay;
}

export const figureOf = ({ figures }: Counting, id: string): Figure | undefined => figures.find((one) => one.id === id);
