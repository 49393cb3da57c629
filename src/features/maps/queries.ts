import { type Kysely, type RawBuilder, sql } from 'kysely';
import { certificateRules } from '#features/registry';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { conditionOf } from './measure.ts';
import type { Measure } from './schema.ts';

/** What a unit counts. `unit` null: products whose commune nobody knows yet. */
export interface PlaceCount {
  readonly unit: string | null;
  readonly code: string | null;
  readonly name: string | null;
  /** What the map is tinted by. */
  readonly chosen: number;
  readonly total: number;
}

interface Asked {
  readonly day: Day;
  readonly measure: Measure;
  /** Communes of this province; the provinces of the country when null. */
  readonly province: string | null;
  /** Rows of lifecycle `l` that count; left out: everything public. */
  readonly reach?: RawBuilder<boolean> | undefined;
  /** Leaves out units with nothing in them. */
  readonly onlyUsed?: boolean | undefined;
}

/** Public products by province or by commune of today, the most first, then in Vietnamese order. */
export async function countsOnMap(
  db: Kysely<DB>,
  { day, measure, province, reach, onlyUsed }: Asked,
): Promise<PlaceCount[]> {
  const { expiryDayValid } = await certificateRules(db, day);
  const by = province === null ? sql`s.province` : sql`s.commune`;
  const { rows } = await sql<PlaceCount>`
    with counted as (
      select ${by} as unit, count(*)::int as total, count(*) filter (where ${conditionOf(measure, day, expiryDayValid)})::int as chosen
        from product_search s ${reach ? sql`join lifecycle l on l.id = s.product` : sql``}
       where s.open ${reach ? sql`and ${reach}` : sql``} ${province === null ? sql`` : sql`and s.province = ${province}::uuid`} group by 1
    ), named as (
      select v.unit, v.code, v.full_name as name, v.name as bare from unit u join unit_version v on v.unit = u.id
       where u.level = ${province === null ? 'province' : 'commune'} and v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') >= ${day}::date
         ${province === null ? sql`` : sql`and v.parent = ${province}::uuid`}
    )
    select coalesce(n.unit, c.unit) as unit, n.code, n.name, coalesce(c.chosen, 0) as chosen, coalesce(c.total, 0) as total
      from named n full join counted c on c.unit = n.unit
     where ${onlyUsed ? sql`c.total > 0` : sql`true`}
     order by n.name is null, 4 desc, n.bare collate "vi-x-icu", n.name collate "vi-x-icu", 1`.execute(db);
  return rows;
}

/** A craft village, raw-material area or open point of sale with its point. */
export interface MapPoint {
  readonly id: string;
  readonly kind: 'craftVillage' | 'materialArea' | 'salePoint';
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}
const MOST_POINTS = 200;

/** Where a commune lies, as far as its craft villages and raw-material areas tell: the middle of their points. */
export interface CommunePoint {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Communes of a province on a day that have a point; there is no free source of their outlines. */
export async function communePoints(db: Kysely<DB>, province: string, day: Day): Promise<CommunePoint[]> {
  const { rows } = await sql<CommunePoint>`
    select v.code, avg(p.latitude)::float8 as latitude, avg(p.longitude)::float8 as longitude
      from local_place p join unit_version v on v.unit = p.commune and v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') >= ${day}::date
     where p.province = ${province}::uuid and p.latitude is not null and v.code is not null group by v.code order by v.code`.execute(
    db,
  );
  return rows;
}

/** Points of a province that offices entered. */
export async function pointsIn(db: Kysely<DB>, province: string): Promise<MapPoint[]> {
  const { rows } = await sql<MapPoint>`
    select * from (
      select id, kind, name, latitude::float8 as latitude, longitude::float8 as longitude from local_place
       where province = ${province}::uuid and latitude is not null
      union all
      select s.id, 'salePoint', s.name, s.latitude::float8, s.longitude::float8 from sale_point s join lifecycle l on l.id = s.id and l.state = 'open'
       where l.province = ${province}::uuid and s.latitude is not null) x
     order by name collate "vi-x-icu", id limit ${MOST_POINTS}`.execute(db);
  return rows;
}
