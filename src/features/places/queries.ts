import { type Kysely, sql } from 'kysely';
import type { UnitLevel } from '#features/units';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';

/** What a unit was called, and where it lay, from when to when. `from` null: already so in the first list. */
export interface VersionLine {
  from: Day | null;
  to: Day | null;
  name: string;
  code: string | null;
  /** With its parents of that time. */
  place: string;
  act: string | null;
}

/** A unit it came from or became. */
export interface KinLine {
  unit: string;
  /** With its parents of that time. */
  place: string;
  part: 'full' | 'partial';
  on: Day | null;
  act: string | null;
}

export interface UnitStory {
  id: string;
  level: UnitLevel;
  /** With its parents, on the day asked; of a former unit as it was last called. */
  place: string;
  name: string;
  code: string | null;
  parent: { id: string; name: string } | null;
  validFrom: Day | null;
  validTo: Day | null;
  versions: VersionLine[];
  formers: KinLine[];
  successors: KinLine[];
}

/** Where a unit came from, what it was called, what it became; null when there is none. */
export async function unitStory(db: Kysely<DB>, id: string, day: Day): Promise<UnitStory | null> {
  const first = sql`case when v.valid_from = '-infinity' then null else v.valid_from::text end`;
  const kin = (mine: 'former' | 'successor', other: 'former' | 'successor') => sql`coalesce((
    select json_agg(json_build_object('unit', o.id, 'place', place_text(o.id, ${other === 'former' ? sql`coalesce(o.valid_to, ${day}::date)` : sql`greatest(o.valid_from, s.effective_on, date '2021-11-01')`}),
      'part', s.part, 'on', s.effective_on, 'act', s.act) order by s.part, v.full_name collate "vi-x-icu", o.id)
    from unit_succession s join unit o on o.id = s.${sql.ref(other)} cross join lateral unit_on(o.id, ${day}::date) v where s.${sql.ref(mine)} = u.id), '[]')`;
  const { rows } = await sql<UnitStory>`
    select u.id, u.level, v.full_name as name, v.code, place_text(u.id, d.day) as place,
      case when v.parent is not null then json_build_object('id', v.parent, 'name', (unit_on(v.parent, d.day)).full_name) end as parent,
      case when u.valid_from = '-infinity' then null else u.valid_from::text end as "validFrom", u.valid_to as "validTo",
      (select json_agg(json_build_object('from', ${first}, 'to', v.valid_to, 'name', v.full_name, 'code', v.code,
        'place', place_text(u.id, greatest(v.valid_from, date '2021-11-01')), 'act', v.act) order by v.valid_from) from unit_version v where v.unit = u.id) as versions,
      ${kin('successor', 'former')} as formers, ${kin('former', 'successor')} as successors
    from unit u cross join lateral (select least(greatest(${day}::date, u.valid_from), coalesce(u.valid_to, 'infinity')) as day) d
      cross join lateral unit_on(u.id, d.day) v
    where u.id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}
