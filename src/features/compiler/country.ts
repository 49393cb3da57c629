/** What the provinces sent of one template and period, beside the records, and whether the Ministry has made its report of it. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Figure, figuresOf } from '#features/reports';
import { PARTS, PERIODS, type ReportPeriod, reportPeriod } from '#law/report-periods';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { choice } from '#platform/http/fields';
import { cutoffDay } from './figures.ts';
import { earlier } from './frozen.ts';
import { provincesOf, type Sources, sourcesOf } from './sources.ts';
import { TEMPLATES } from './template.ts';

const names = [...TEMPLATES.keys()] as [string, ...string[]];
/** Template, kind of period, year, which month or quarter. A value that makes no sense counts as not given. */
export const countryQuery = z.object({
  mau: choice(names).optional().catch(undefined),
  ky: choice(PERIODS).optional().catch(undefined),
  nam: z.coerce.number().int().min(2018).max(2100).optional().catch(undefined),
  phan: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
});
export type CountryQuery = z.output<typeof countryQuery>;

export interface Country extends Sources {
  readonly template: string;
  readonly period: ReportPeriod;
  readonly asOf: Day;
  /** The figures that are added up, of the whole country. */
  readonly figures: readonly Figure[];
  /** The Ministry's own report on this template and period, where the reader may read it. */
  readonly own: string | null;
}

/** The country for a question; a part the period has not is its first one. */
export async function countryOf(
  db: Kysely<DB>,
  day: Day,
  reach: RawBuilder<boolean>,
  { mau = 'annual', ky, nam, phan = 1 }: CountryQuery,
): Promise<Country> {
  const kind = ky ?? TEMPLATES.get(mau)?.periods[0] ?? 'calendarYear';
  const part = phan > PARTS[kind] ? 1 : phan;
  const period = reportPeriod(kind, nam ?? Number(day.slice(0, 4)) - 1, part, await cutoffDay(db, day, null));
  const asOf = earlier(day, period.to);
  const lines = await provincesOf(db, { template: mau, period, unitsAsOf: day }, reach);
  const all = await figuresOf(db, null, { from: period.from, asOf, unitsAsOf: day });
  const sources = sourcesOf(lines, all);
  const { rows } = await sql<{ id: string }>`
    select c.id from compiled_report c join lifecycle l on l.id = c.id
     where c.open and c.unit is null and ${reach} and c.template = ${mau} and c.from_day = ${period.from}::date and c.to_day = ${period.to}::date`.execute(
    db,
  );
  const figures = all.filter(({ id }) => sources.sums[id] !== undefined);
  return { ...sources, template: mau, period, asOf, figures, own: rows[0]?.id ?? null };
}
