/** Reads of points of sale, for officers and for everybody. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { certificateRules, stateOn } from '#features/registry';
import type { SalePointKind } from '#law/sale-points';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { ListQuery, OpenQuery } from './schema.ts';

export interface Point {
  readonly id: string;
  readonly version: number;
  readonly state: 'open' | 'closed' | 'withdrawn';
  readonly kind: SalePointKind;
  readonly name: string;
  readonly address: string;
  readonly operator: string | null;
  readonly phone: string | null;
  /** The commune it lies in on the day asked; its own when that is not clear. */
  readonly commune: string;
  readonly province: string | null;
  readonly provinceCode: string | null;
  /** In words, with its province. */
  readonly unitName: string;
  readonly opened: Day;
  readonly closed: Day | null;
  readonly act: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly note: string | null;
  readonly invented: boolean;
}

const columns = (day: Day) => sql`s.id, l.version, l.state, s.kind, s.name, s.address, s.operator, s.phone,
    coalesce(z.commune, s.commune) as commune, coalesce(z.province, s.province) as province,
    (unit_on(coalesce(z.province, s.province), ${day}::date)).code as "provinceCode",
    place_text(coalesce(z.commune, s.commune), ${day}::date) as "unitName", s.opened_on as opened, s.closed_on as closed, s.act,
    s.latitude::float8 as latitude, s.longitude::float8 as longitude, s.note, s.invented
    from sale_point s join lifecycle l on l.id = s.id left join places_on(${day}::date) z on z.place = s.place`;

const named = (q: string | undefined) =>
  q
    ? sql`and plain_text(concat_ws(' ', s.name, s.address, s.operator)) like '%' || replace(replace(plain_text(${q}), '%', ''), '_', '') || '%'`
    : sql``;

/** Points within an officer's reach by name: those that are open, or those that have closed. */
export async function listPoints(
  db: Kysely<DB>,
  ask: { readonly query: ListQuery; readonly reach: RawBuilder<boolean>; readonly day: Day },
  from: number,
  limit: number,
): Promise<Point[]> {
  const { q, kind, cu } = ask.query;
  const { rows } =
    await sql<Point>`select ${columns(ask.day)} where ${ask.reach} and l.state = ${cu ? 'closed' : 'open'}
      ${kind ? sql`and s.kind = ${kind}` : sql``} ${named(q)}
    order by s.name collate "vi-x-icu", s.id offset ${from} limit ${limit}`.execute(db);
  return rows;
}

/** Points everybody may go to on the day, by province and name. */
export async function openPoints(
  db: Kysely<DB>,
  { q, tinh }: OpenQuery,
  day: Day,
  from: number,
  limit: number,
): Promise<Point[]> {
  const { rows } =
    await sql<Point>`select ${columns(day)} where l.state = 'open' and s.opened_on <= ${day}::date ${named(q)}
      ${tinh ? sql`and coalesce(z.province, s.province) = ${tinh}::uuid` : sql``}
    order by place_text(coalesce(z.province, s.province), ${day}::date) collate "vi-x-icu", s.name collate "vi-x-icu", s.id
    offset ${from} limit ${limit}`.execute(db);
  return rows;
}

/** Provinces of the day that have an open point, with how many, in Vietnamese order. */
export async function provincesWithPoints(
  db: Kysely<DB>,
  day: Day,
): Promise<{ id: string; name: string; points: number }[]> {
  const { rows } = await sql<{ id: string; name: string; points: number }>`
    select x.id, (unit_on(x.id, ${day}::date)).full_name as name, x.points from (
      select coalesce(z.province, s.province) as id, count(*)::int as points from sale_point s join lifecycle l on l.id = s.id and l.state = 'open'
        left join places_on(${day}::date) z on z.place = s.place where s.opened_on <= ${day}::date group by 1) x
     where x.id is not null order by (unit_on(x.id, ${day}::date)).full_name collate "vi-x-icu", x.id limit 100`.execute(
    db,
  );
  return rows;
}

/** One point; undefined when there is none. `open`: as everybody may read it. */
export async function findPoint(db: Kysely<DB>, id: string, day: Day, open = false): Promise<Point | undefined> {
  const { rows } = await sql<Point>`select ${columns(day)} where s.id = ${id}::uuid
     ${open ? sql`and l.state = 'open' and s.opened_on <= ${day}::date` : sql``}`.execute(db);
  return rows[0];
}

export interface Offered {
  readonly id: string;
  readonly name: string;
  readonly producer: string | null;
  /** Star of a certificate in force; null: none, so it is not shown as an OCOP product. */
  readonly star: number | null;
}

const product = sql`p.id, p.name, m.name as producer`;

/** Products entered for a point, in Vietnamese order, each with the star it holds on the day (R17.2). */
export async function productsAt(db: Kysely<DB>, point: string, day: Day): Promise<Offered[]> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<Offered>`
    select ${product}, (select g.star from counted_recognition g
        where g.product = p.id and ${stateOn('g', 'g.life', sql`${day}::date`, rules)} in ('inForce', 'extended')
        order by g.issued_latest desc, g.recognition limit 1) as star
      from sale_point_product x join product p on p.id = x.product and p.joined_into is null left join producer m on m.id = p.producer
     where x.sale_point = ${point}::uuid order by p.name collate "vi-x-icu", p.id limit 500`.execute(db);
  return rows;
}

/** Public products by name that are not at the point yet. */
export async function productsToOffer(
  db: Kysely<DB>,
  point: string,
  q: string,
  limit: number,
): Promise<Omit<Offered, 'star'>[]> {
  const { rows } = await sql<Omit<Offered, 'star'>>`
    select ${product} from product p join product_search f on f.product = p.id and f.open left join producer m on m.id = p.producer
     where p.joined_into is null and not exists (select from sale_point_product x where x.sale_point = ${point}::uuid and x.product = p.id)
       and plain_text(concat_ws(' ', p.name, m.name)) like '%' || replace(replace(plain_text(${q}), '%', ''), '_', '') || '%'
     order by p.name collate "vi-x-icu", p.id limit ${limit}`.execute(db);
  return rows;
}

/** How many of these products are in public. */
export async function countPublic(db: Kysely<DB>, products: readonly string[]): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from product p join product_search f on f.product = p.id and f.open
     where p.id = any(${[...products]}::uuid[]) and p.joined_into is null`.execute(db);
  return rows[0]?.n ?? 0;
}
