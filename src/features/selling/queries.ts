import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';

/** How a product is bought, as its producer or an office says. */
export interface Selling {
  readonly links: readonly string[];
  readonly place: string | null;
  /** Months 1–12; empty: nobody has said. */
  readonly season: readonly number[];
  readonly saidBy: 'producer' | 'commune' | 'province';
  readonly saidOn: Day;
}

/** What is said of a product; null when nothing is. */
export async function readSelling(db: Kysely<DB>, product: string): Promise<Selling | null> {
  const { rows } = await sql<Selling>`
    select links, place, season, said_by as "saidBy", said_on as "saidOn" from product_selling where product = ${product}::uuid`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Name and version of a product, for the form; undefined when there is none. */
export async function sellingHead(
  db: Kysely<DB>,
  product: string,
): Promise<{ name: string; version: number } | undefined> {
  const { rows } = await sql<{ name: string; version: number }>`
    select p.name, l.version from product p join lifecycle l on l.id = p.id where p.id = ${product}::uuid and p.joined_into is null`.execute(
    db,
  );
  return rows[0];
}

/** A product to be had in a month. */
export interface InSeason {
  readonly id: string;
  readonly name: string;
  readonly producer: string | null;
  readonly place: string | null;
  readonly invented: boolean;
}

/** Products for everybody to see that are to be had in the month, in Vietnamese order; those of all months last. */
export async function inSeason(db: Kysely<DB>, month: number, day: Day, limit: number): Promise<InSeason[]> {
  const { rows } = await sql<InSeason>`
    select p.id, p.name, r.name as producer, place_words(p.commune, p.former_unit, p.province, ${day}::date) as place, p.invented
    from product_selling w join product p on p.id = w.product join product_search s on s.product = p.id and s.open
      left join producer r on r.id = p.producer
    where w.season @> array[${month}::int] order by cardinality(w.season), p.name collate "vi-x-icu", p.id limit ${limit}`.execute(
    db,
  );
  return rows;
}
