import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { ListQuery, PlaceKind } from './schema.ts';

/** A craft village or raw-material area. */
export interface LocalPlace {
  id: string;
  version: number;
  kind: PlaceKind;
  name: string;
  craft: string;
  commune: string | null;
  province: string | null;
  provinceCode: string | null;
  /** In words, with its province. */
  place: string | null;
  /** As the source wrote it, in the units of its day. */
  formerPlace: string | null;
  recognised: string | null;
  act: string | null;
  plantingCodes: string | null;
  hectares: number | null;
  latitude: number | null;
  longitude: number | null;
  source: string | null;
  producers: { id: string; name: string }[];
}

/** `open`: for everybody, so only producers that are in public. */
const columns = (
  day: Day,
  open = false,
) => sql`p.id, l.version, p.kind, p.name, p.craft, p.commune, p.province, (unit_on(p.province, ${day}::date)).code as "provinceCode", place_words(p.commune, null, p.province, ${day}::date) as place,
  p.former_place as "formerPlace", p.recognised, p.act, p.planting_codes as "plantingCodes", p.hectares::float8 as hectares,
  p.latitude::float8 as latitude, p.longitude::float8 as longitude, p.source,
  coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name) order by r.name, r.id)
    from local_place_producer x join producer r on r.id = x.producer where x.local_place = p.id
      and (${!open} or exists (select from product_search s where s.producer = r.id and s.open))), '[]') as producers
  from local_place p join lifecycle l on l.id = p.id`;

/** Places by name; `reach` narrows to what an officer keeps, without it they are read by everybody. */
export async function localPlaces(
  db: Kysely<DB>,
  { q, kind, unit }: ListQuery,
  day: Day,
  limit: number,
  reach?: RawBuilder<boolean>,
): Promise<LocalPlace[]> {
  const { rows } = await sql<LocalPlace>`
    select ${columns(day, reach === undefined)} where ${reach ?? sql`true`} ${kind ? sql`and p.kind = ${kind}` : sql``}
      ${unit ? sql`and ${unit}::uuid in (p.commune, p.province)` : sql``}
      ${q ? sql`and plain_text(p.name || ' ' || p.craft || ' ' || coalesce(p.former_place, '')) like '%' || plain_text(${q}) || '%'` : sql``}
    order by p.name collate "vi-x-icu", p.id limit ${limit}`.execute(db);
  return rows;
}

/** One of them; undefined when there is none. `open`: as everybody may read it. */
export async function findLocalPlace(
  db: Kysely<DB>,
  id: string,
  day: Day,
  open = false,
): Promise<LocalPlace | undefined> {
  const { rows } = await sql<LocalPlace>`select ${columns(day, open)} where p.id = ${id}`.execute(db);
  return rows[0];
}

/** Producers of a commune, to tie to a place in it. */
export async function producersOf(db: Kysely<DB>, commune: string | null): Promise<{ id: string; name: string }[]> {
  if (commune === null) return [];
  return db
    .selectFrom('producer')
    .select(['id', 'name'])
    .where('commune', '=', commune)
    .where('joined_into', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** Villages and areas a producer works in, by name; at most a hundred. */
export async function placesOfProducer(db: Kysely<DB>, producer: string): Promise<PlaceOfProducer[]> {
  const { rows } = await sql<PlaceOfProducer>`
    select p.id, p.kind, p.name, p.craft, p.planting_codes as "plantingCodes" from local_place_producer x join local_place p on p.id = x.local_place
    where x.producer = ${producer}::uuid order by p.kind, p.name collate "vi-x-icu", p.id limit 100`.execute(db);
  return rows;
}
export type PlaceOfProducer = Pick<LocalPlace, 'id' | 'kind' | 'name' | 'craft' | 'plantingCodes'>;
