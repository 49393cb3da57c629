/** The list behind a figure: as many rows as the figure says, always, since both count the same rows. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { unitByCode } from '#features/units';
import { dayText } from '#law/days';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { PublicContext, ReadContext } from '#platform/http/context';
import { publicList } from '#platform/http/read';
import { invalid, notFound } from '#platform/refusal';
import { aidList, aidListed } from './behind-aid.ts';
import { partColumn, soonUntil, type Territory, toldOf } from './count.ts';
import type { Behind } from './figure-kinds.ts';
import { asKnown, momentText, whyUnknown } from './known.ts';
import {
  type BehindRow,
  behindRow,
  type FigureAsked,
  type FigureCursor,
  figureAsked,
  figureCursor,
  figurePath,
} from './schema.ts';
import { behindFigure, type Days } from './words.ts';

/**
 * Rows of one figure of a report, by name; `total` is the figure: of a sum, that of the amounts of all rows. Public but for
 * potential five-star products and amounts of the year, which only those see who may read them.
 */
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
  const known = asked.knownAt?.slice(0, 10) ?? today;
  const asOf = asked.asOf ?? (known < today ? known : today);
  if (asked.knownAt !== undefined && asOf > known)
    throw invalid(
      'knownAt',
      `Lúc đó chưa thể biết số liệu ngày ${dayText(asOf)}: chọn ngày biết từ ngày số liệu trở đi.`,
    );
  const { unitsAsOf = asOf, from = `${asOf.slice(0, 4)}-01-01`, knownAt } = asked;
  const days: Days = { asOf, unitsAsOf, from, ...(knownAt === undefined ? {} : { knownAt }) };
  const unit = asked.unit === undefined ? null : await unitByCode(db, asked.unit, days.unitsAsOf);
  if (asked.unit !== undefined && unit === null)
    throw invalid('unit', `Ngày ${dayText(days.unitsAsOf)} không có đơn vị mã ${asked.unit}.`);
  return { unit, days };
}

/** The rows behind a figure, as SQL. Throws 404 where there is no such list for the reader. */
export async function figureRows(ctx: PublicContext, figure: string, asked: FigureAsked) {
  const behind = behindFigure(figure);
  if (behind === null || (isKept(behind) && ctx.actor === null)) throw notFound();
  const { unit, days } = await figureQuestion(ctx, asked);
  const rows = rowsBehind(behind, unit, days, await partOf(ctx.db, behind, days));
  return { behind, days, rows: isKept(behind) ? withinReach(ctx, behind, rows, days) : rows };
}

/** Is the list only for those who may read what it rests on? Amounts are what single producers told of their business. */
const isKept = (behind: Behind): boolean => {
  const aid = aidList(behind);
  return aid === null ? behind.rows === 'candidates' || behind.sums !== undefined : aid.read !== null;
};

/** May this reader open lists of this kind at all? */
export async function mayOpen({ may }: Pick<ReadContext, 'may'>, figure: string): Promise<boolean> {
  const behind = behindFigure(figure);
  if (behind === null) return false;
  const aid = aidList(behind);
  if (aid) return aid.read === null || may(aid.read);
  if (behind.rows === 'candidates') return may('dossier.read');
  return behind.sums === undefined || (await may('productYear.read'));
}

/** A page of the rows behind a figure and how many there are. Throws 404 where there is no such list for the reader. */
export async function rowsOfFigure(ctx: PublicContext, figure: string, asked: FigureAsked, ask: PageAsk) {
  const answer = async (db: PublicContext['db']) => {
    const { behind, rows, days } = await figureRows({ ...ctx, db }, figure, asked);
    return page(db, behind, rows, ask, days.asOf);
  };
  const { knownAt } = asked;
  if (knownAt === undefined) return answer(ctx.db);
  const { unit, days } = await figureQuestion(ctx, asked);
  return asKnown(ctx.db, knownAt, async (db) => {
    const reason = await whyUnknown(db, knownAt, figure, unit, days.asOf);
    if (reason !== null) throw invalid('knownAt', `Không biết được số này như lúc ${momentText(knownAt)}. ${reason}`);
    return answer(db);
  });
}

/** The first rows behind a figure everybody may list, for a report; null for one that is kept. */
export async function openRows(db: Kysely<DB>, figure: string, unit: Territory, days: Days, limit: number) {
  const behind = behindFigure(figure);
  if (behind === null || isKept(behind)) return null;
  return page(db, behind, rowsBehind(behind, unit, days, null), { limit, after: null });
}

/**
 * The records a figure counts by a column of theirs, as SQL; null for figures that rest on more than that. `schema`: of what
 * records say now, wherever it is asked.
 */
export async function countedRows(db: Kysely<DB>, figure: string, unit: Territory, days: Days, schema?: 'ocop') {
  const behind = behindFigure(figure);
  if (behind === null || isKept(behind) || behind.expiring || behind.told || behind.each === 'village') return null;
  const { rows, each } = behind;
  if (rows !== 'stock' && rows !== 'recognised' && rows !== 'ended') return null;
  if (each !== 'product' && each !== 'producer') return null;
  const part = await partOf(db, behind, days);
  return { behind: { ...behind, rows, each }, part, sql: rowsBehind(behind, unit, days, part, schema) };
}

interface PageAsk {
  readonly limit: number;
  readonly after: FigureCursor | null;
}

/** Dossiers, or figures of the year, one may read. */
function withinReach(ctx: PublicContext, behind: Behind, rows: RawBuilder<unknown>, { asOf }: Days) {
  const aid = aidList(behind);
  if (aid?.read)
    return sql`(select r.* from ${rows} r join lifecycle l on l.id = ${sql.ref(`r.${aid.key}`)} where ${ctx.within(aid.read, 'l')})`;
  if (behind.sums === undefined)
    return sql`(select r.* from ${rows} r join lifecycle l on l.id = r.dossier where ${ctx.within('dossier.read', 'l')})`;
  return sql`(select r.* from ${rows} r where exists (select from indicator_year_told(${asOf}::date) y join lifecycle l on l.id = y.id
    where y.product = r.product and ${ctx.within('productYear.read', 'l')}))`;
}

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
  schema?: 'ocop',
): RawBuilder<unknown> {
  const of = (name: string) => (schema === undefined ? sql.id(name) : sql.id(schema, name));
  const id = unit?.id ?? null;
  const [asOf, units, from] = [sql`${days.asOf}::date`, sql`${days.unitsAsOf}::date`, sql`${days.from}::date`];
  const all = {
    stock: sql`${of('indicator_stock_rows')}(${asOf}, ${units}, ${id}::uuid)`,
    undetermined: sql`${of('indicator_undetermined_rows')}(${asOf}, ${units}, ${id}::uuid)`,
    recognised: sql`${of('indicator_recognised_rows')}(${from}, ${asOf}, ${units}, ${id}::uuid)`,
    ended: sql`${of('indicator_ended_rows')}(${from}, ${asOf}, ${units}, ${id}::uuid)`,
    candidates: sql`${of('indicator_candidate_rows')}(${asOf}, ${units}, ${id}::uuid)`,
    points: sql`${of('indicator_point_rows')}(${asOf}, ${units}, ${id}::uuid)`,
    pointsOpened: sql`${of('indicator_point_opened_rows')}(${from}, ${asOf}, ${units}, ${id}::uuid)`,
    payments: sql`${of('indicator_support_rows')}(${from}, ${asOf}, ${units}, ${id}::uuid)`,
    trainings: sql`${of('indicator_training_rows')}(${from}, ${asOf}, ${units}, ${id}::uuid)`,
  }[rows];
  const which = only === undefined ? sql`true` : sql`${sql.ref(`r.${only.column}`)}::text = ${only.value}`;
  const where = part === null ? sql`true` : sql`${partColumn(unit)} = ${part}::uuid`;
  const ends = expiring ? sql`r.last_day <= ${soonUntil(days.asOf)}::date` : sql`true`;
  const telling = told === undefined ? sql`true` : toldOf(told, asOf);
  return sql`(select r.* from ${all} r where ${which} and ${where} and ${ends} and ${telling})`;
}

/** A record that was known then and has been taken back since. */
const GONE = 'Bản ghi đã gỡ khỏi danh sách';

/** A page of rows that hold product, producer, recognition and star: products (each row) or producers (each once) by name. */
export const pageOfRows = (db: Kysely<DB>, each: 'product' | 'producer', rows: RawBuilder<unknown>, ask: PageAsk) =>
  page(db, { each, rows: 'stock' }, rows, ask);

/** A page of rows of any figure: `behind` says what they are. */
export const pageBehind = (db: Kysely<DB>, behind: Behind, rows: RawBuilder<unknown>, ask: PageAsk) =>
  page(db, behind, rows, ask);

async function page(db: Kysely<DB>, behind: Behind, rows: RawBuilder<unknown>, { limit, after }: PageAsk, asOf?: Day) {
  const { each, rows: kind, sums } = behind;
  const aid = aidList(behind);
  const amount =
    sums === undefined
      ? sql`null::float8`
      : sql`(select y.${sql.ref(sums)}::float8 from indicator_year_told(${asOf}::date) y where y.product = r.product)`;
  const whole = sums === undefined ? sql`count(*)::int` : sql`sum(amount)::float8`;
  const [star, row] = kind === 'candidates' ? [sql`null::integer`, sql`r.dossier`] : [sql`r.star`, sql`r.recognition`];
  const listed =
    aid && each !== 'producer'
      ? aidListed(aid, behind, rows)
      : each === 'village'
        ? sql`select v.id, v.name, null::text as producer, null::integer as star, null::float8 as amount, v.id as row from local_place v where v.kind = 'craftVillage'
          and v.id in (select x.local_place from ${rows} r join local_place_producer x on x.producer = r.producer)`
        : each === 'producer'
          ? sql`select x.producer as id, coalesce(p.name, ${GONE}) as name, null::text as producer, null::integer as star, null::float8 as amount, x.producer as row
            from (select distinct r.producer from ${rows} r where r.producer is not null) x left join producer p on p.id = x.producer`
          : sql`select r.product as id, coalesce(p.name, ${GONE}) as name, m.name as producer, ${star} as star, ${amount} as amount, ${row} as row
            from ${rows} r left join product p on p.id = r.product left join producer m on m.id = r.producer`;
  const { rows: found } = await sql<BehindRow & { total: number; row: string }>`
    with listed as materialized (${listed})
    select *, (select ${whole} from listed) as total from listed
    where ${after === null ? sql`true` : sql`(name, row) > (${after[0]}, ${after[1]}::uuid)`} order by name, row limit ${limit + 1}`.execute(
    db,
  );
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(
      ({ id, name, producer, star: stars, amount: told }): BehindRow => ({
        id,
        name,
        producer,
        star: stars,
        amount: told,
      }),
    ),
    next: found.length > limit && last ? ([last.name, last.row] satisfies FigureCursor) : null,
    total: found[0]?.total ?? 0,
  };
}
