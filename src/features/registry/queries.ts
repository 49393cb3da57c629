import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { certificateRules, stateOn } from './certificate-rules.ts';

/** A product as officers see it in the register. */
export interface RegisterRow {
  id: string;
  name: string;
  producerId: string | null;
  producer: string | null;
  place: string | null;
  placed: boolean;
  star: number | null;
  /** State of the recognition that speaks for it on the day asked; null without one. */
  state: string | null;
  expiresOn: Day | null;
  decision: string | null;
  invented: boolean;
  /** The newest year whose figures the commune accepted; money in đồng. */
  soldIn: number | null;
  revenue: number | null;
  jobs: number | null;
}

export interface RegisterAsked {
  day: Day;
  q?: string | undefined;
  unplaced?: boolean | undefined;
  /** Only what lies in this unit, in the units of `unitsAsOf` (today's when left out; R12.8). */
  unit?: string | undefined;
  unitsAsOf?: Day | undefined;
  /** The day whose certificates are shown; today's when left out. */
  validOn?: Day | undefined;
  /** The rows of lifecycle `l` that the reader may correct. */
  reach: RawBuilder<boolean>;
  limit: number;
  after: [name: string, id: string] | null;
}

/** Which products of the search are asked for, as a condition on `s` and its lifecycle row `l`. */
function asked({ day, q, unplaced, unit, unitsAsOf = day, reach }: Omit<RegisterAsked, 'limit' | 'after'>) {
  const words = (q ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return sql`${reach} ${words.length > 0 ? sql`and s.words @@ ${words.join(' & ')}::tsquery` : sql``} ${unplaced ? sql`and s.commune is null` : sql``}
      ${unit === undefined ? sql`` : sql`and exists (select from product p join places_on(${unitsAsOf}::date) z on z.place = p.place where p.id = s.product and ${unit}::uuid in (z.commune, z.district, z.province))`}`;
}

/** How many products are asked for. */
export async function countRegister(db: Kysely<DB>, ask: Omit<RegisterAsked, 'limit' | 'after'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from product_search s join lifecycle l on l.id = s.product where ${asked(ask)}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

/** Products of the reader's area by name. */
export async function registerRows(db: Kysely<DB>, ask: RegisterAsked): Promise<RegisterRow[]> {
  const { day, validOn = day, limit, after } = ask;
  const rules = await certificateRules(db, validOn);
  // Of today the search holds the recognition; of another day it is asked for, once a row of the page.
  const today = validOn === day;
  const shown = (column: string) => sql.ref(`${today ? 's' : 'g'}.${column}`);
  const speaking = today
    ? sql`left join recognition g on g.id = s.recognition`
    : sql`left join recognition g on g.id = recognition_on(s.product, ${validOn}::date, ${rules.expiryDayValid}) left join lifecycle k on k.id = g.id`;
  const { rows } = await sql<RegisterRow>`
    with page as materialized (select s.* from product_search s join lifecycle l on l.id = s.product
    where ${asked(ask)}
      ${after ? sql`and (s.name, s.product) > (${after[0]}, ${after[1]}::uuid)` : sql``}
    order by s.name, s.product limit ${limit})
    select s.product as id, s.name, s.producer as "producerId", s.producer_name as producer, s.place, s.commune is not null as placed, ${shown('star')},
      case when g.id is not null then ${stateOn(today ? 's' : 'g', today ? 's.life' : 'k.state', validOn, rules)} end as state,
      case when ${shown('expires_earliest')} = ${shown('expires_latest')} then ${shown('expires_latest')} end as "expiresOn", g.decision_number as decision, s.invented,
      w.year as "soldIn", w.revenue, w.jobs
    from page s ${speaking} left join lateral (select y.year, v.revenue, v.jobs from product_year y join product_year_version v on (v.product_year, v.no) = (y.id, y.accepted)
      where y.product = s.product and y.year <= extract(year from ${validOn}::date) order by y.year desc limit 1) w on true order by s.name, s.product`.execute(
    db,
  );
  return rows;
}

/** Communes of a day in which products of the reader's area lay, with their parents in words; at most 1000. */
export async function unitsWithProducts(
  db: Kysely<DB>,
  reach: RawBuilder<boolean>,
  day: Day,
): Promise<{ id: string; place: string }[]> {
  const { rows } = await sql<{ id: string; place: string }>`
    select id, place from (select u.id, place_text(u.id, ${day}::date) as place
      from (select distinct z.commune as id from product p join lifecycle l on l.id = p.id join places_on(${day}::date) z on z.place = p.place
        where ${reach} and z.commune is not null limit 1000) u) named
    order by place collate "vi-x-icu", id`.execute(db);
  return rows;
}
