import { type Kysely, type RawBuilder, sql } from 'kysely';
import { certificateRules, stateOn } from '#features/registry';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { differs } from './differ.ts';
import { QUALIFIERS, type Qualifier, WHATS, type What } from './schema.ts';

/** A published number with what the records count for the same place and day. */
export interface Total {
  readonly id: string;
  readonly version: number;
  readonly unit: string;
  readonly place: string;
  /** Where its place lies today, in words, when it is no more: "Xã Hợp Nhất, tỉnh Hưng Yên"; parts one after the other. */
  readonly today: string | null;
  readonly what: What;
  readonly qualifier: Qualifier;
  readonly number: number;
  readonly asOf: Day;
  readonly source: string;
  readonly sourceUrl: string | null;
  readonly publishedOn: Day | null;
  readonly note: string | null;
  readonly counted: number;
}

/** Units of today that a unit became, itself while it is there; `a` is its id. Whole: everything of it went there. */
const becameOf = (a: RawBuilder<unknown>, day: Day) => sql`(
  with recursive onward as (
    select ${a} as id, true as whole
    union
    select s.successor, o.whole and s.part = 'full' from onward o join unit_succession s on s.former = o.id and coalesce(s.effective_on, '-infinity') <= ${day}::date)
  select o.id, bool_and(o.whole) as whole from onward o join unit u on u.id = o.id
   where u.valid_from <= ${day}::date and coalesce(u.valid_to, 'infinity') >= ${day}::date group by o.id)`;

/** A unit of today that a former one became, with its province; whole: all of the former one went there. */
export interface Became {
  readonly id: string;
  readonly province: string | null;
  readonly whole: boolean;
}

/** Units of today that a unit became; itself while it is there. */
export async function becameToday(db: Kysely<DB> | Tx, unit: string, day: Day): Promise<Became[]> {
  const { rows } = await sql<Became>`
    select b.id, b.whole, (unit_on(b.id, ${day}::date)).parent as province from ${becameOf(sql`${unit}::uuid`, day)} b order by b.id`.execute(
    db,
  );
  return rows;
}

export type TotalCursor = readonly [asOf: Day, id: string];

/** Numbers published of a place as of a day of these, the newest first, and whether the records contradict each. */
export async function publishedOf(
  db: Kysely<DB>,
  unit: string,
  { from, to, day }: { readonly from: Day; readonly to: Day; readonly day: Day },
  limit: number,
): Promise<readonly (Total & { readonly words: string; readonly said: string; readonly differs: boolean })[]> {
  const reach = sql<boolean>`t.unit = ${unit}::uuid and t.as_of between ${from}::date and ${to}::date`;
  const rows = await totals(db, day, reach, { limit, after: null });
  return rows.map((row) => ({
    ...row,
    words: WHATS[row.what],
    said: QUALIFIERS[row.qualifier],
    differs: differs(row.qualifier, row.number, row.counted),
  }));
}

/**
 * Published numbers within reach, the newest first. The records are counted as of the number's own day, in the units of that
 * day (R12.8); whether a certificate held then is `certificate_state`.
 */
export async function totals(
  db: Kysely<DB>,
  day: Day,
  reach: RawBuilder<boolean>,
  { limit, after, id }: { limit: number; after: TotalCursor | null; id?: string },
): Promise<Total[]> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<Total>`
    select t.id, t.version, t.unit, place_text(t.unit, t.as_of) as place,
      (select string_agg(place_text(b.id, ${day}::date), '; ' order by place_text(b.id, ${day}::date) collate "vi-x-icu") filter (where b.id <> t.unit) from ${becameOf(sql`t.unit`, day)} b) as today, t.what, t.qualifier, t.number, t.as_of as "asOf", t.source,
      t.source_url as "sourceUrl", t.published_on as "publishedOn", t.note, c.counted
    from (select t.*, l.version, (select u.level from unit u where u.id = t.unit) as level from published_total t join lifecycle l on l.id = t.id
       where l.state = 'active' and ${reach} ${id === undefined ? sql`` : sql`and t.id = ${id}::uuid`}
         ${after === null ? sql`` : sql`and (t.as_of, t.id) < (${after[0]}::date, ${after[1]}::uuid)`}
       order by t.as_of desc, t.id desc limit ${limit}) t
    cross join lateral (
      select count(distinct case when t.what = 'producers' then p.producer else g.product end)::int as counted
        from places_on(t.as_of) z join counted_recognition g on g.place = z.place join product p on p.id = g.product
       where case when t.level = 'province' then z.province = t.unit else z.commune = t.unit end
         and case when t.what = 'recognised' then g.issued_latest <= t.as_of
           else ${stateOn('g', 'g.life', sql`t.as_of`, rules)} in ('inForce', 'extended')
             and (left(t.what, 4) <> 'star' or g.star::text = right(t.what, 1)) end) c
    order by t.as_of desc, t.id desc`.execute(db);
  return rows;
}
