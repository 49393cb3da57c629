/** What the indicators count, in one question a kind of row: parts of a report that many figures are read from. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { soonDays } from '#features/portal';
import type { UnitItem } from '#features/units';
import { addDays } from '#law/days';
import type { Parts } from '#law/indicators';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { Told } from './figure-kinds.ts';
import type { Days } from './words.ts';

/** A report's unit: null is the whole country. */
export type Territory = Pick<UnitItem, 'id' | 'name' | 'code' | 'level'> | null;

export interface Counted {
  readonly products: number;
  readonly byStar: Parts;
  readonly bySector: Parts;
  /** By the id of the unit directly in the one reported on. */
  readonly byPart: Parts;
  readonly producers: number;
  readonly byKind: Parts;
  readonly recognised: Parts;
  readonly ended: Parts;
  readonly candidates: number;
  /** Of the products, those whose window of re-evaluation has opened. */
  readonly expiring: number;
  readonly undetermined: number;
  /** Craft villages whose producers have a product in stock. */
  readonly villages: number;
  /** Of the products, those with a sales page, and those with a place of sale, as told by producer or commune. */
  readonly online: number;
  readonly salesPoints: number;
  /** Of the products, those with accepted figures of the year, and those that name e-commerce in them. */
  readonly yearTold: number;
  readonly ecommerce: number;
  /** Producers in modern channels, and with a circular or green chain. */
  readonly modern: number;
  readonly circular: number;
  /** Producers known to have taken part in a course. */
  readonly trained: number;
  /** Sums of the accepted figures of the year; null while none is known. Revenue in đồng. */
  readonly revenue: number | null;
  readonly jobs: number | null;
  readonly jobsWomen: number | null;
  /** Producers led by women, and by members of an ethnic minority; null: too few to be told. */
  readonly women: number | null;
  readonly minority: number | null;
}

/** Column of the rows that names the unit directly in the one reported on. */
export function partColumn(unit: Territory) {
  if (unit === null) return sql`r.province`;
  if (unit.level === 'province') return sql`coalesce(r.district, r.commune)`;
  return unit.level === 'district' ? sql`r.commune` : sql`null::uuid`;
}

/** Whether this is told of a row `r` of the stock, as SQL. */
export function toldOf(what: Told, asOf: RawBuilder<unknown>) {
  const ofYear = (which: RawBuilder<unknown>) =>
    sql`exists (select from indicator_year_told(${asOf}) y where y.product = r.product and ${which})`;
  const ofSelling = (which: RawBuilder<unknown>) =>
    sql`exists (select from indicator_selling_told(${asOf}) y where y.product = r.product and ${which})`;
  return {
    links: ofSelling(sql`y.online`),
    place: ofSelling(sql`y.place`),
    year: ofYear(sql`true`),
    ecommerce: ofYear(sql`'online' = any(y.channels)`),
    modern: ofYear(sql`'modern' = any(y.channels)`),
    chain: sql`exists (select from indicator_chain_told(${asOf}) y where y.producer = r.producer)`,
    trained: sql`exists (select from indicator_producers_taught(${asOf}) y where y.producer = r.producer)`,
  }[what];
}

/** Certificates that end up to this day are ending soon on `day`. */
export const soonUntil = (day: Day): Day => addDays(day, soonDays(day));

/** Counts everything a report is made of; three passes over the register. */
export async function countAll(db: Kysely<DB>, unit: Territory, days: Days): Promise<Counted> {
  const id = unit?.id ?? null;
  const [asOf, units, from] = [sql`${days.asOf}::date`, sql`${days.unitsAsOf}::date`, sql`${days.from}::date`];
  const { rows } = await sql<{ of: string; key: string; n: number | null }>`
    with stock as materialized (select * from indicator_stock_rows(${asOf}, ${units}, ${id}::uuid)),
      made as materialized (select r.star, r.sector, ${partColumn(unit)} as part, r.last_day <= ${soonUntil(days.asOf)}::date as soon, count(*) as n from stock r group by 1, 2, 3, 4),
      told as materialized (select s.producer, y.revenue, y.jobs, y.jobs_women, y.channels from stock s join indicator_year_told(${asOf}) y on y.product = s.product),
      maker as materialized (select producer, min(producer_type) as type from stock where producer is not null group by producer)
    select 'products' as of, '' as key, coalesce(sum(n), 0)::int as n from made
    union all select 'star', coalesce(star::text, 'none'), sum(n)::int from made group by 2
    union all select 'sector', coalesce(sector, 'none'), sum(n)::int from made group by 2
    union all select 'part', coalesce(part::text, 'none'), sum(n)::int from made group by 2
    union all select 'expiring', '', coalesce(sum(n), 0)::int from made where soon
    union all select 'producers', '', count(*)::int from maker
    union all select 'kind', coalesce(type, 'none'), count(*)::int from maker group by 2
    union all select 'recognised', kind, count(*)::int from indicator_recognised_rows(${from}, ${asOf}, ${units}, ${id}::uuid) group by 2
    union all select 'ended', kind, count(*)::int from indicator_ended_rows(${from}, ${asOf}, ${units}, ${id}::uuid) group by 2
    union all select 'villages', '', count(distinct v.id)::int from maker m join local_place_producer x on x.producer = m.producer
      join local_place v on v.id = x.local_place and v.kind = 'craftVillage'
    union all select 'online', '', count(*)::int from stock s join indicator_selling_told(${asOf}) y on y.product = s.product where y.online
    union all select 'salesPoints', '', count(*)::int from stock s join indicator_selling_told(${asOf}) y on y.product = s.product where y.place
    union all select 'yearTold', '', count(*)::int from told
    union all select 'ecommerce', '', count(*)::int from told where 'online' = any(channels)
    union all select 'modern', '', count(distinct producer)::int from told where 'modern' = any(channels)
    union all select 'circular', '', count(*)::int from maker m join indicator_chain_told(${asOf}) c on c.producer = m.producer
    union all select 'trained', '', count(*)::int from maker m join indicator_producers_taught(${asOf}) c on c.producer = m.producer
    union all select 'revenue', '', sum(revenue)::float8 from told
    union all select 'jobs', '', sum(jobs)::int from told
    union all select 'jobsWomen', '', sum(jobs_women)::int from told
    union all select 'women', '', indicator_producers_women(${asOf}, ${units}, ${id}::uuid)::int
    union all select 'minority', '', indicator_producers_minority(${asOf}, ${units}, ${id}::uuid)::int
    union all select 'undetermined', '', count(*)::int from indicator_undetermined_rows(${asOf}, ${units}, ${id}::uuid)
    union all select 'candidates', '', count(*)::int from indicator_candidate_rows(${asOf}, ${units}, ${id}::uuid)`.execute(
    db,
  );
  const of = (what: string): Parts =>
    Object.fromEntries(rows.filter((row) => row.of === what).map(({ key, n }) => [key, n ?? 0]));
  const told = (what: string) => rows.find((row) => row.of === what)?.n ?? null;
  const whole = (what: string) => told(what) ?? 0;
  return {
    ...{ products: whole('products'), byStar: of('star'), bySector: of('sector'), byPart: of('part') },
    ...{ producers: whole('producers'), byKind: of('kind') },
    ...{ recognised: of('recognised'), ended: of('ended'), candidates: whole('candidates') },
    ...{ expiring: whole('expiring'), undetermined: whole('undetermined'), villages: whole('villages') },
    ...{ yearTold: whole('yearTold'), ecommerce: whole('ecommerce'), modern: whole('modern') },
    trained: whole('trained'),
    ...{ circular: whole('circular'), revenue: told('revenue'), jobs: told('jobs'), jobsWomen: told('jobsWomen') },
    ...{ online: whole('online'), salesPoints: whole('salesPoints'), women: told('women'), minority: told('minority') },
  };
}

/** The stock by star on several days, in units as of one: what a trend is drawn from. `none`: the source names no star. */
export async function starsOn(db: Kysely<DB>, unit: Territory, unitsAsOf: Day, days: readonly Day[]): Promise<Parts[]> {
  const { rows } = await sql<{ day: Day; star: string; n: number }>`
    select d.day, coalesce(r.star::text, 'none') as star, count(*)::int as n
    from unnest(${[...days]}::date[]) d (day)
      cross join lateral indicator_stock_rows(d.day, ${unitsAsOf}::date, ${unit?.id ?? null}::uuid) r group by 1, 2`.execute(
    db,
  );
  return days.map((day) => Object.fromEntries(rows.filter((row) => row.day === day).map(({ star, n }) => [star, n])));
}

/** Recognitions of each window by star, in units as of one day, as the list of that very window has them. */
export async function recognisedIn(
  db: Kysely<DB>,
  unit: Territory,
  unitsAsOf: Day,
  windows: readonly { readonly from: Day; readonly asOf: Day }[],
): Promise<Parts[]> {
  const { rows } = await sql<{ from: Day; star: string; n: number }>`
    select w.from_day as "from", coalesce(r.star::text, 'none') as star, count(*)::int as n
    from unnest(${windows.map(({ from }) => from)}::date[], ${windows.map(({ asOf }) => asOf)}::date[]) w (from_day, as_of)
      cross join lateral indicator_recognised_rows(w.from_day, w.as_of, ${unitsAsOf}::date, ${unit?.id ?? null}::uuid) r group by 1, 2`.execute(
    db,
  );
  return windows.map(({ from }) =>
    Object.fromEntries(rows.filter((row) => row.from === from).map(({ star, n }) => [star, n])),
  );
}
