import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { UnitHit, UnitItem, UnitLevel } from './schema.ts';

/** The province a unit lies in on a day (itself, for a province). */
const provinceOf = (
  unit: RawBuilder<unknown>,
  day: Day,
) => sql`(select p.id from unnest(unit_above(${unit})) above(id) join unit p on p.id = above.id
  where p.level = 'province' and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date limit 1)`;

export interface UnitSearch {
  q: string;
  day: Day;
  level?: UnitLevel | undefined;
  /** Only units of this day, none of before. */
  todayOnly?: boolean | undefined;
  /** Only within this unit. */
  within?: string | undefined;
  limit?: number | undefined;
}

/**
 * Units by any name they ever had, typed with or without marks (U12). Whole names before parts, provinces before
 * communes, today's before former ones. Each with its parents in words; `former` says that the name or the unit is one
 * of before, shown as "(cũ)", and `successors` what it became.
 */
export async function searchUnits(
  db: Kysely<DB>,
  { q, day, level, todayOnly, within, limit = 12 }: UnitSearch,
): Promise<UnitHit[]> {
  const words = plainWords(q);
  if (words.length === 0) return [];
  const plain = words.join(' ');
  const each = words.map((word) => sql`and v.plain like ${`%${word}%`} and ' ' || v.plain like ${`% ${word}%`}`);
  const { rows } = await sql<{ hits: UnitHit[] }>`
    with hits as (
      select distinct on (v.unit) v.unit, v.full_name, v.code, u.level, v.valid_from,
        not (v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') >= ${day}::date) as former,
        (v.plain = ${plain} or plain_text(v.name) = ${plain}) as whole
      from unit_version v join unit u on u.id = v.unit
      where true ${sql.join(each, sql` `)} ${level ? sql`and u.level = ${level}` : sql``}
        ${within ? sql`and unit_above(v.unit) @> array[${within}::uuid]` : sql``}
      order by v.unit, (v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') >= ${day}::date) desc, v.valid_from desc),
    best as (
      select * from hits where ${todayOnly ? sql`not former` : sql`true`}
      order by whole desc, former, array_position(array['province', 'commune', 'district'], level), full_name collate "vi-x-icu", unit limit ${limit})
    select coalesce(json_agg(json_build_object('id', unit, 'name', full_name, 'code', code, 'level', level, 'former', former, 'province', ${provinceOf(sql`unit`, day)},
      'place', place_text(unit, case when former then greatest(valid_from, date '2021-11-01') else ${day}::date end),
      'successors', coalesce((select json_agg((unit_on(s.successor, ${day}::date)).full_name) from unit_succession s where s.former = best.unit), '[]'))
      order by whole desc, former, array_position(array['province', 'commune', 'district'], level), full_name collate "vi-x-icu", unit), '[]') as hits from best`.execute(
    db,
  );
  return rows[0]?.hits ?? [];
}

const plainWords = (text: string): string[] => {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return bare
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, 8);
};

/** A unit as it is called on a day, with its parents in words; null when there is none. */
export async function readUnit(db: Kysely<DB>, id: string, day: Day): Promise<UnitItem | null> {
  const { rows } = await sql<UnitItem>`
    select u.id, v.full_name as name, v.code, u.level, place_text(u.id, ${day}::date) as place, ${provinceOf(sql`u.id`, day)} as province,
      u.valid_from > ${day}::date or coalesce(u.valid_to < ${day}::date, false) as former
    from unit u cross join lateral unit_on(u.id, ${day}::date) v where u.id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** The unit that bears a code on a day. Codes are reused, so the day decides (R12.2). */
export async function unitByCode(db: Kysely<DB>, code: string, day: Day, level?: UnitLevel): Promise<UnitItem | null> {
  const { rows } = await sql<{ unit: string }>`
    select v.unit from unit_version v join unit u on u.id = v.unit
    where v.code = ${code} and v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') >= ${day}::date
      ${level ? sql`and u.level = ${level}` : sql``} limit 1`.execute(db);
  const [row] = rows;
  return row ? readUnit(db, row.unit, day) : null;
}

/** The units directly in a unit on a day, in Vietnamese order; without `parent` the provinces. */
export async function unitsIn(db: Kysely<DB>, parent: string | null, day: Day): Promise<UnitItem[]> {
  const { rows } = await sql<UnitItem>`
    select u.id, v.full_name as name, v.code, u.level, v.full_name as place, false as former, ${provinceOf(sql`u.id`, day)} as province
    from unit_version v join unit u on u.id = v.unit
    where v.parent is not distinct from ${parent}::uuid and v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') >= ${day}::date
      ${parent === null ? sql`and u.level = 'province'` : sql``}
    order by v.name collate "vi-x-icu", u.id`.execute(db);
  return rows;
}
