/** What the provinces sent of one template and period: the sources of a report on the country, and their sum. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Figure, figureOf } from '#features/reports';
import { unitsIn } from '#features/units';
import { stateWords } from '#law/moves';
import type { ReportPeriod } from '#law/report-periods';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { formatMoment, formatNumber } from '#ui';
import type { Listed } from './list-names.ts';
import type { ReportState } from './queries.ts';

/** Figures that may be added up over provinces: each product lies in one of them. */
export const ADDED = [
  ...['stock.products', 'stock.star.3', 'stock.star.4', 'stock.star.5', 'period.recognised', 'period.new'],
  ...['period.upgraded', 'period.reEvaluated', 'period.expired', 'period.revoked', 'period.annulled'],
] as const;

/** A province of the day and the newest version it sent; `report` null: nothing is there to be read. */
export interface ProvinceLine {
  readonly office: string;
  readonly code: string | null;
  readonly name: string;
  readonly report: string | null;
  readonly state: ReportState | null;
  readonly no: number | null;
  /** Of the version: the one its sending put into the ledger. */
  readonly hash: string | null;
  readonly sentAt: string | null;
  /** The day its figures were counted as of. */
  readonly asOf: Day | null;
  /** Values as sent, by figure. */
  readonly values: Readonly<Record<string, number | null>>;
}

export interface Sources {
  readonly lines: readonly ProvinceLine[];
  /** Of what was sent and not given back. */
  readonly sums: Readonly<Record<string, number>>;
  /** Counted from the records of the whole country. */
  readonly counted: Readonly<Record<string, number | null>>;
}

export interface SourceAsk {
  readonly template: string;
  readonly period: Omit<ReportPeriod, 'from' | 'to'>;
  /** Provinces as they stood on this day. */
  readonly unitsAsOf: Day;
}

/** A version the Ministry gave back counts for nothing until it is sent again. */
export const counts = ({ no, state }: Pick<ProvinceLine, 'no' | 'state'>): boolean =>
  no !== null && state !== 'returnedByMinistry';
export const isAccepted = ({ state }: Pick<ProvinceLine, 'state'>): boolean =>
  state === 'acceptedByMinistry' || state === 'provinceCorrecting';

/** Every province of the day with the newest version it sent; two questions however many there are. */
export async function provincesOf(
  db: Kysely<DB> | Tx,
  { template, period, unitsAsOf }: SourceAsk,
  reach: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<ProvinceLine[]> {
  const { rows } = await sql<Sent>`
    select c.id as report, l.state, c.office, v.no, v.hash, v.sent_at as "sentAt", v.as_of as "asOf", v.frozen #> '{figures,now,figures}' as figures
    from compiled_report c join lifecycle l on l.id = c.id
      join lateral (select x.* from compiled_report_version x where x.report = c.id order by x.no desc limit 1) v on true
    where c.open and c.unit = c.office and c.office = l.province and ${reach}
      and c.template = ${template} and c.period = ${period.kind} and c.year = ${period.year} and c.part = ${period.part}`.execute(
    db,
  );
  const sent = new Map(rows.map((row) => [row.office, row]));
  const units = await unitsIn(db, null, unitsAsOf);
  return units.map(({ id, code, name }): ProvinceLine => {
    const row = sent.get(id);
    const place = { office: id, code, name };
    if (row === undefined)
      return { ...place, report: null, state: null, no: null, hash: null, sentAt: null, asOf: null, values: {} };
    const { report, state, no, hash, sentAt, asOf, figures } = row;
    const value = (figure: string) => figures.find((one) => one.id === figure)?.value ?? null;
    const values = Object.fromEntries(ADDED.map((figure) => [figure, value(figure)]));
    return { ...place, report, state, no, hash, sentAt: sentAt.toISOString(), asOf, values };
  });
}

interface Sent {
  readonly report: string;
  readonly office: string;
  readonly state: ReportState;
  readonly no: number;
  readonly hash: string;
  readonly sentAt: Date;
  readonly asOf: Day;
  readonly figures: readonly { readonly id: string; readonly value: number | null }[];
}

/** The provinces' lines with their sum, beside the figures of the country. Pure. */
export function sourcesOf(lines: readonly ProvinceLine[], figures: readonly Figure[]): Sources {
  const counting = lines.filter(counts);
  const sum = (figure: string) => counting.reduce((total, { values }) => total + (values[figure] ?? 0), 0);
  return {
    lines,
    sums: Object.fromEntries(ADDED.map((figure) => [figure, sum(figure)])),
    counted: Object.fromEntries(ADDED.map((id) => [id, figures.find((one) => one.id === id)?.value ?? null])),
  };
}

export const addedLabel = (figure: string): string => figureOf(figure)?.label ?? figure;

const number = (value: number | null | undefined): string => (value == null ? '' : formatNumber(value));

/** The sum beside the records, as a list of the report. */
export function sumList({ sums, counted }: Sources): Listed {
  const rows = ADDED.map((figure) => {
    const [sum, all] = [sums[figure] ?? 0, counted[figure] ?? 0];
    return [addedLabel(figure), number(sum), number(all), number(sum - all)];
  });
  return { heads: ['Số liệu', 'Cộng các tỉnh đã gửi', 'Tính từ hồ sơ', 'Chênh'], rows, total: rows.length };
}

/** Each province with what it sent and the key of that version, as a list of the report; those that sent first. */
export function sourceList({ lines }: Sources): Listed {
  const rows = inOrder(lines).map((one) => [
    one.name,
    one.state === null ? 'Chưa gửi' : stateWords('report', one.state).name,
    one.no === null || one.sentAt === null ? '' : `Bản ${one.no}, ${formatMoment(new Date(one.sentAt))}`,
    one.hash?.slice(0, 16) ?? '',
    number(one.values['stock.products']),
    number(one.values['period.recognised']),
  ]);
  const heads = ['Tỉnh, thành phố', 'Báo cáo', 'Bản', 'Mã kiểm tra', 'Còn hiệu lực', 'Công nhận trong kỳ'];
  return { heads, rows, total: rows.length };
}

export const inOrder = (lines: readonly ProvinceLine[]): ProvinceLine[] =>
  lines.toSorted((a, b) => Number(b.no !== null) - Number(a.no !== null));

/** A province whose newest version is another than the one a report of the country was made of. */
export interface NewerSource {
  readonly name: string;
  readonly report: string | null;
  /** Null: it had not sent. */
  readonly used: number | null;
  readonly now: number | null;
  /** What was used has been given back since. */
  readonly givenBack: boolean;
}

/** What the provinces sent, or had given back to them, since. Pure. */
export function newerSources(then: readonly ProvinceLine[], now: readonly ProvinceLine[]): NewerSource[] {
  const before = new Map(then.map((one) => [one.office, one]));
  return now.flatMap((one): NewerSource[] => {
    const former = before.get(one.office);
    const givenBack = one.no !== null && !counts(one) && former !== undefined && counts(former);
    if (one.no === (former?.no ?? null) && !givenBack) return [];
    return [{ name: one.name, report: one.report, used: former?.no ?? null, now: one.no, givenBack }];
  });
}
