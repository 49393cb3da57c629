/** What the provinces sent of one template and period, their sum, and what the records count for the country on the same days. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type Figure, figureOf, figuresOf } from '#features/reports';
import { unitsIn } from '#features/units';
import { PARTS, PERIODS, type ReportPeriod, reportPeriod } from '#law/report-periods';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { choice } from '#platform/http/fields';
import { cutoffDay } from './figures.ts';
import { earlier } from './frozen.ts';
import { TEMPLATES } from './template.ts';

/** Figures that may be added up over provinces: each product lies in one of them. */
export const ADDED = [
  ...['stock.products', 'stock.star.3', 'stock.star.4', 'stock.star.5', 'period.recognised', 'period.new'],
  ...['period.upgraded', 'period.reEvaluated', 'period.expired', 'period.revoked'],
] as const;

const names = [...TEMPLATES.keys()] as [string, ...string[]];
/** Template, kind of period, year, which month or quarter. A value that makes no sense counts as not given. */
export const countryQuery = z.object({
  mau: choice(names).optional().catch(undefined),
  ky: choice(PERIODS).optional().catch(undefined),
  nam: z.coerce.number().int().min(2018).max(2100).optional().catch(undefined),
  phan: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
});
export type CountryQuery = z.output<typeof countryQuery>;

/** A province of the day and what it sent; `state` null: nothing is there to be read. */
export interface ProvinceLine {
  readonly code: string | null;
  readonly name: string;
  readonly report: string | null;
  readonly state: string | null;
  readonly no: number | null;
  readonly sentAt: Date | null;
  /** Values as sent, by figure. */
  readonly values: Readonly<Record<string, number | null>>;
}

export interface Country {
  readonly template: string;
  readonly period: ReportPeriod;
  readonly asOf: Day;
  readonly lines: readonly ProvinceLine[];
  /** Of those that sent. */
  readonly sums: Readonly<Record<string, number>>;
  /** Counted from the records of the whole country. */
  readonly counted: readonly Figure[];
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
  const { rows } = await sql<Sent>`
    select c.id as report, l.state, c.office, v.no, v.sent_at as "sentAt", v.frozen #> '{figures,now,figures}' as figures
    from compiled_report c join lifecycle l on l.id = c.id
      join lateral (select x.no, x.sent_at, x.frozen from compiled_report_version x where x.report = c.id order by x.no desc limit 1) v on true
    where c.open and c.unit = c.office and c.office = l.province and ${reach}
      and c.template = ${mau} and c.period = ${kind} and c.year = ${period.year} and c.part = ${part}`.execute(db);
  const units = await unitsIn(db, null, day);
  const sent = new Map(rows.map((row) => [row.office, row]));
  const lines = units.map(({ id, code, name }): ProvinceLine => {
    const row = sent.get(id);
    const { report = null, state = null, no = null, sentAt = null, figures = [] } = row ?? {};
    const values = Object.fromEntries(
      ADDED.map((figure) => [figure, figures.find((one) => one.id === figure)?.value ?? null]),
    );
    return { code, name, report, state, no, sentAt, values: row === undefined ? {} : values };
  });
  const sums = Object.fromEntries(
    ADDED.map((figure) => [figure, lines.reduce((sum, { values }) => sum + (values[figure] ?? 0), 0)]),
  );
  const all = await figuresOf(db, null, { from: period.from, asOf, unitsAsOf: day });
  return { template: mau, period, asOf, lines, sums, counted: all.filter(({ id }) => sums[id] !== undefined) };
}

interface Sent {
  readonly report: string;
  readonly office: string;
  readonly state: string;
  readonly no: number;
  readonly sentAt: Date;
  readonly figures: readonly { readonly id: string; readonly value: number | null }[];
}

export const addedLabel = (figure: string): string => figureOf(figure)?.label ?? figure;
