/** One statement a kind: what fits, how many of which state and star, and one page of it in order. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '#platform/db/schema.generated';
import type { Asked } from './asked.ts';

/** More than these are not looked through: the page says so and asks for another word. */
export const MOST_HITS = 1000;

/** A row of any kind. */
export interface Hit {
  readonly id: string;
  readonly name: string;
  /** Who makes it, user name, or why it was found. */
  readonly who: string | null;
  readonly place: string | null;
  /** A number it is known by. */
  readonly code: string | null;
  /** State in its process, of its certificate, or kind of producer. */
  readonly state: string | null;
  readonly star: number | null;
  /** The reader may open the record itself, not only its public page. */
  readonly own: boolean;
  readonly invented: boolean;
  /** 0 by number … 5 the words, above that only alike. */
  readonly tier: number;
}

/** How many hits have this state and star. */
export type Cell = readonly [state: string | null, star: number | null, count: number];

export interface Found {
  readonly rows: readonly Hit[];
  readonly cells: readonly Cell[];
  /** Rows that fit state and star too. */
  readonly total: number;
}

/** The hits of a kind as SQL: rows with the columns of Hit, and `mine`. */
export type KindOf = (asked: Asked) => RawBuilder<unknown>;

/** Several ways to the same rows; a row found twice counts by its best fit. */
export function hitsOf(...ways: RawBuilder<unknown>[]): RawBuilder<unknown> {
  const all = sql.join(
    ways.map((way) => sql`(${way})`),
    sql` union all `,
  );
  return sql`select distinct on (id) * from (${all}) every_way order by id, tier, who nulls last`;
}

export interface Narrowed {
  readonly mineOnly: boolean;
  readonly state: string | undefined;
  readonly star: number | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Asks for one kind. */
export async function findHits(db: Kysely<DB>, hits: RawBuilder<unknown>, narrowed: Narrowed): Promise<Found> {
  const { mineOnly, state, star, limit, offset } = narrowed;
  const order = sql`tier, mine desc, name collate "vi-x-icu", id`;
  const { rows } = await sql<Found>`
    with hit as materialized (${hits}),
      near as materialized (select * from hit where ${mineOnly ? sql`mine` : sql`true`}),
      fits as materialized (select * from near where ${state === undefined ? sql`true` : sql`state = ${state}`} and ${star === undefined ? sql`true` : sql`star = ${star}`}),
      page as (select * from fits order by ${order} limit ${limit} offset ${offset})
    select coalesce((select json_agg(row_to_json(page) order by ${order}) from page), '[]') as rows,
      coalesce((select json_agg(json_build_array(state, star, n)) from (select state, star, count(*)::int as n from near group by state, star) c), '[]') as cells,
      (select count(*)::int from fits) as total`.execute(db);
  return rows[0] ?? { rows: [], cells: [], total: 0 };
}
