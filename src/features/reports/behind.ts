/** The list behind a figure: as many rows as the figure says, always, since both count the same rows. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { unitByCode } from '#features/units';
import { dayText } from '#law/days';
import type { DB } from '#platform/db/schema.generated';
import type { PublicContext } from '#platform/http/context';
import { publicList } from '#platform/http/read';
import { invalid, notFound } from '#platform/refusal';
import { partColumn, soldBy, soonUntil, type Territory } from './count.ts';
import {
  type BehindRow,
  behindRow,
  type FigureAsked,
  type FigureCursor,
  figureAsked,
  figureCursor,
  figurePath,
} from './schema.ts';
import { type Behind, behindFigure, type Days } from './words.ts';

/** Rows of one figure of a report, by name. Public but for potential five-star products, which the offices see. */
export const listBehind = publicList({
  name: 'figure.list',
  title: 'Danh sách sau một số liệu của báo cáo',
  params: figurePath,
  query: figureAsked,
  item: behindRow,
  cursor: figureCursor,
  run: (ctx, { figure }, asked, ask) => rowsOfFigure(ctx, figure, asked, ask),
});

/** What a question about a figure means on a day: its own days where it gives them. Throws 422 for a unit not there. */
export async function figureQuestion(
  { db, day: today }: Pick<PublicContext, 'db' | 'day'>,
  asked: FigureAsked,
): Promise<{ unit: Territory; days: Days }> {
  const asOf = asked.asOf ?? today;
  const days: Days = { asOf, unitsAsOf: asked.unitsAsOf ?? asOf, from: asked.from ?? `${asOf.slice(0, 4)}-01-01` };
  const unit = asked.unit === undefined ? null : await unitByCode(db, asked.unit, days.unitsAsOf);
  if (asked.unit !== undefined && unit === null)
    throw invalid('unit', `Ngày ${dayText(days.unitsAsOf)} không có đơn vị mã ${asked.unit}.`);
  return { unit, days };
}

/** The rows behind a figure, as SQL. Throws 404 where there is no such list for the reader. */
export async function figureRows(ctx: PublicContext, figure: string, asked: FigureAsked) {
  const behind = behindFigure(figure);
  if (behind === null || (behind.rows === 'candidates' && ctx.actor === null)) throw notFound();
  const { unit, days } = await figureQuestion(ctx, asked);
  const rows = rowsBehind(behind, unit, days, await partOf(ctx.db, behind, days));
  return { behind, days, rows: behind.rows === 'candidates' ? withinReach(ctx, rows) : rows };
}

/** A page of the rows behind a figure and how many there are. Throws 404 where there is no such list for the reader. */
export async function rowsOfFigure(ctx: PublicContext, figure: string, asked: FigureAsked, ask: PageAsk) {
  const { behind, rows } = await figureRows(ctx, figure, asked);
  return page(ctx.db, behind, rows, ask);
}

interface PageAsk {
  readonly limit: number;
  readonly after: FigureCursor | null;
}

/** Dossiers one may read. */
const withinReach = (ctx: PublicContext, rows: RawBuilder<unknown>) =>
  sql`(select r.* from ${rows} r join lifecycle l on l.id = r.dossier where ${ctx.within('dossier.read', 'l')})`;

async function partOf(db: Kysely<DB>, { part }: Behind, { unitsAsOf }: Days): Promise<string | null> {
  if (part === undefined) return null;
  const unit = await unitByCode(db, part, unitsAsOf);
  if (unit === null) throw notFound();
  return unit.id;
}

function rowsBehind(
  { rows, only, expiring, told }: Behind,
  unit: Territory,
  days: Days,
  part: string | null,
): RawBuilder<unknown> {
  const id = unit?.id ?? null;
  const [asOf, units, from] = [sql`${days.asOf}::date`, sql`${days.unitsAsOf}::date`, sql`${days.from}::date`];
  const all = {
    stock: sql`indicator_stock_rows(${asOf}, ${units}, ${id}::uuid)`,
    undetermined: sql`indicator_undetermined_rows(${asOf}, ${units}, ${id}::uuid)`,
    recognised: sql`indicator_recognised_rows(${from}, ${asOf}, ${units}, ${id}::uuid)`,
    ended: sql`indicator_ended_rows(${from}, ${asOf}, ${units}, ${id}::uuid)`,
    candidates: sql`indicator_candidate_rows(${asOf}, ${units}, ${id}::uuid)`,
  }[rows];
  const which = only === undefined ? sql`true` : sql`${sql.ref(`r.${only.column}`)}::text = ${only.value}`;
  const where = part === null ? sql`true` : sql`${partColumn(unit)} = ${part}::uuid`;
  const ends = expiring ? sql`r.last_day <= ${soonUntil(days.asOf)}::date` : sql`true`;
  const sold =
    told === undefined
      ? sql`true`
      : sql`exists (select from product_selling y where y.product = r.product and ${soldBy(told)})`;
  return sql`(select r.* from ${all} r where ${which} and ${where} and ${ends} and ${sold})`;
}

/** A page of rows that hold product, producer, recognition and star: products (each row) or producers (each once) by name. */
export const pageOfRows = (db: Kysely<DB>, each: 'product' | 'producer', rows: RawBuilder<unknown>, ask: PageAsk) =>
  page(db, { each, rows: 'stock' }, rows, ask);

async function page(
  db: Kysely<DB>,
  { each, rows: kind }: Behind,
  rows: RawBuilder<unknown>,
  { limit, after }: PageAsk,
) {
  const [star, row] = kind === 'candidates' ? [sql`null::integer`, sql`r.dossier`] : [sql`r.star`, sql`r.recognition`];
  const listed =
    each === 'village'
      ? sql`select v.id, v.name, null::text as producer, null::integer as star, v.id as row from local_place v where v.kind = 'craftVillage'
          and v.id in (select x.local_place from ${rows} r join local_place_producer x on x.producer = r.producer)`
      : each === 'producer'
        ? sql`select p.id, p.name, null::text as producer, null::integer as star, p.id as row from producer p where p.id in (select r.producer from ${rows} r)`
        : sql`select p.id, p.name, m.name as producer, ${star} as star, ${row} as row from ${rows} r join product p on p.id = r.product left join producer m on m.id = p.producer`;
  const { rows: found } = await sql<BehindRow & { total: number; row: string }>`
    with listed as materialized (${listed})
    select *, (select count(*)::int from listed) as total from listed
    where ${after === null ? sql`true` : sql`(name, row) > (${after[0]}, ${after[1]}::uuid)`} order by name, row limit ${limit + 1}`.execute(
    db,
  );
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, name, producer, star: stars }): BehindRow => ({ id, name, producer, star: stars })),
    next: found.length > limit && last ? ([last.name, last.row] satisfies FigureCursor) : null,
    total: found[0]?.total ?? 0,
  };
}
