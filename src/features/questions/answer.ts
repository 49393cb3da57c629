/** Counts along one or two dimensions over the rows the indicators count, and the rows behind one of the numbers. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Behind, type FigureCursor, pageBehind, pageOfRows, partColumn, type Territory } from '#features/reports';
import { windowStart } from '#law/reporting';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { type Dimension, type Measure, NONE, type QuestionQuery } from './schema.ts';

/** A question with everything left out filled in. */
export interface Question {
  readonly measure: Measure;
  readonly rows: Dimension;
  readonly columns: Dimension | null;
  readonly star: string | undefined;
  readonly sector: string | undefined;
  readonly producerType: string | undefined;
  readonly unit: Territory;
  readonly unitsAsOf: Day;
  readonly from: Day;
  readonly asOf: Day;
}

/** One number: the value of its row and of its column; `column` is empty where there is one dimension. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly n: number;
}

const MOST_YEARS = 15;
/** Of stock and of what has no kind, this dimension tells nothing. */
const FLOWS: readonly Measure[] = ['recognised', 'ended'];

/** Measures of what offices did for producers: the rows each counts or adds up. */
const AID: Partial<Record<Measure, Behind>> = {
  trainings: { rows: 'trainings', each: 'training' },
  trained: { rows: 'trainings', each: 'training', sums: 'people' },
  support: { rows: 'payments', each: 'payment', sums: 'amount' },
  points: { rows: 'points', each: 'point' },
};
const AID_DIMENSIONS: readonly Dimension[] = ['kind', 'unit', 'year'];

/** What the rows behind a measure are. */
export const eachOf = (measure: Measure): Behind['each'] =>
  AID[measure]?.each ?? (measure === 'producers' ? 'producer' : 'product');

/** Does a measure count what happened from day to day, not what stands on the last one? */
export const isPeriod = (measure: Measure): boolean =>
  FLOWS.includes(measure) || ['trainings', 'trained', 'support'].includes(measure);

/** Fills in what an address leaves out. A second dimension equal to the first, or one the measure has not, is left out. */
export function questionOf(
  query: QuestionQuery,
  { unit, unitsAsOf, asOf }: { unit: Territory; unitsAsOf: Day; asOf: Day },
): Question {
  const measure = query.do ?? 'products';
  const aid = AID[measure] !== undefined;
  const possible = (dimension: Dimension | undefined) => {
    if (dimension === undefined) return undefined;
    const fits = aid ? AID_DIMENSIONS.includes(dimension) : dimension !== 'kind' || FLOWS.includes(measure);
    return fits ? dimension : undefined;
  };
  const rows = possible(query.theo) ?? (aid ? 'kind' : 'star');
  const columns = possible(query.va) ?? null;
  const from =
    query.tu ?? (rows === 'year' || columns === 'year' ? yearsBack(asOf, 5) : windowStart('calendarYear', asOf));
  return {
    ...{ measure, rows, columns: columns === rows ? null : columns, star: query.sao, sector: query.nhom },
    ...{ producerType: query.loaihinh, unit, unitsAsOf, from: from > asOf ? asOf : from, asOf },
  };
}

const yearsBack = (day: Day, count: number): Day => `${Number(day.slice(0, 4)) - count}-01-01`;

/** The years of a question, the newest fifteen, each from its first day to its last one that counts; else the whole at once. */
export function windowsOf({ rows, columns, from, asOf }: Question): { year: string; from: Day; asOf: Day }[] {
  if (rows !== 'year' && columns !== 'year') return [{ year: NONE, from, asOf }];
  const last = Number(asOf.slice(0, 4));
  const first = Math.max(Number(from.slice(0, 4)), last - MOST_YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const [begins, ends] = [`${first + at}-01-01`, `${first + at}-12-31`];
    return { year: String(first + at), from: begins < from ? from : begins, asOf: ends > asOf ? asOf : ends };
  });
}

/** Rows of what offices did for producers, with the value each has along both dimensions. */
function keyedAid(question: Question, { rows }: Behind): RawBuilder<unknown> {
  const windows = windowsOf(question);
  const [id, units] = [sql`${question.unit?.id ?? null}::uuid`, sql`${question.unitsAsOf}::date`];
  const counted = {
    trainings: sql`indicator_training_rows(w.from_day, w.as_of, ${units}, ${id})`,
    payments: sql`indicator_support_rows(w.from_day, w.as_of, ${units}, ${id})`,
  };
  const source =
    rows === 'trainings' || rows === 'payments' ? counted[rows] : sql`indicator_point_rows(w.as_of, ${units}, ${id})`;
  const sideOf = (dimension: Dimension | null): RawBuilder<unknown> => {
    if (dimension === null) return sql`''`;
    if (dimension === 'unit') return sql`coalesce((${partColumn(question.unit)})::text, ${NONE})`;
    if (dimension === 'year') return sql`w.year`;
    return rows === 'payments' ? sql`r.source` : sql`r.kind`;
  };
  return sql`(select r.*, ${sideOf(question.rows)} as row, ${sideOf(question.columns)} as col
    from unnest(${windows.map(({ year }) => year)}::text[], ${windows.map(({ from }) => from)}::date[],
      ${windows.map(({ asOf }) => asOf)}::date[]) w (year, from_day, as_of) cross join lateral ${source} r)`;
}

/** Every row that counts, with the value it has along both dimensions. */
function keyed(question: Question): RawBuilder<unknown> {
  const { measure, unit, unitsAsOf, star, sector, producerType } = question;
  const aid = AID[measure];
  if (aid) return keyedAid(question, aid);
  const windows = windowsOf(question);
  const [id, units] = [sql`${unit?.id ?? null}::uuid`, sql`${unitsAsOf}::date`];
  const happened = {
    recognised: sql`indicator_recognised_rows(w.from_day, w.as_of, ${units}, ${id})`,
    ended: sql`indicator_ended_rows(w.from_day, w.as_of, ${units}, ${id})`,
  };
  const rows =
    measure === 'recognised' || measure === 'ended'
      ? happened[measure]
      : sql`indicator_stock_rows(w.as_of, ${units}, ${id})`;
  const flow = FLOWS.includes(measure);
  const typeOf = flow ? sql`k.type` : sql`r.producer_type`;
  const asked = sql.join(
    [
      star === undefined ? sql`true` : sql`r.star::text = ${star}`,
      sector === undefined ? sql`true` : sql`p.sector = ${sector}`,
      producerType === undefined ? sql`true` : sql`${typeOf} = ${producerType}`,
    ],
    sql` and `,
  );
  const sideOf = (dimension: Dimension): RawBuilder<unknown> =>
    ({
      star: sql`r.star::text`,
      sector: sql`p.sector`,
      set: sql`p.product_set`,
      producerType: typeOf,
      unit: sql`(${partColumn(unit)})::text`,
      year: sql`w.year`,
      kind: flow ? sql`r.kind` : sql`null::text`,
    })[dimension];
  // Stock rows know the kind of their producer; of what happened it is looked up once a window.
  const kinds = flow
    ? sql`left join (select w.year, i.* from w cross join lateral indicator_producer_kinds(w.as_of) i) k on k.year = w.year and k.producer = r.producer`
    : sql``;
  return sql`(with w as (select * from unnest(${windows.map(({ year }) => year)}::text[], ${windows.map(({ from }) => from)}::date[],
        ${windows.map(({ asOf }) => asOf)}::date[]) u (year, from_day, as_of))
    select r.product, r.recognition, r.producer, r.star, coalesce(${sideOf(question.rows)}, ${NONE}) as row,
      ${question.columns === null ? sql`''` : sql`coalesce(${sideOf(question.columns)}, ${NONE})`} as col
    from w cross join lateral ${rows} r join product p on p.id = r.product ${kinds}
    where ${asked})`;
}

/** The numbers, and the whole they are of; a producer with several kinds of products counts once in the whole. */
export async function answerOf(db: Kysely<DB>, question: Question): Promise<{ cells: Cell[]; whole: number }> {
  const sums = AID[question.measure]?.sums;
  const all = question.measure === 'producers' ? sql`count(distinct r.producer)` : sql`count(*)`;
  const n = sums === undefined ? all : sql`sum(${sql.ref(`r.${sums}`)})`;
  const { rows } = await sql<{ row: string | null; column: string | null; n: number }>`
    select r.row, r.col as "column", coalesce(${n}, 0)::float8 as n from ${keyed(question)} r group by grouping sets ((r.row, r.col), ())`.execute(
    db,
  );
  const cells = rows.flatMap(({ row, column, n: count }) =>
    row === null || column === null || count === 0 ? [] : [{ row, column, n: count }],
  );
  return { cells, whole: rows.find(({ row }) => row === null)?.n ?? 0 };
}

/** The rows behind one number; without row and column behind the whole. */
export function rowsBehindCell(
  db: Kysely<DB>,
  question: Question,
  cell: { row: string | undefined; column: string | undefined },
  ask: { limit: number; after: FigureCursor | null },
) {
  const inRow = cell.row === undefined ? sql`true` : sql`r.row = ${cell.row}`;
  const inColumn = cell.column === undefined ? sql`true` : sql`r.col = ${cell.column}`;
  const rows = sql`(select r.* from ${keyed(question)} r where ${inRow} and ${inColumn})`;
  const aid = AID[question.measure];
  if (aid) return pageBehind(db, aid, rows, ask);
  return pageOfRows(db, question.measure === 'producers' ? 'producer' : 'product', rows, ask);
}
