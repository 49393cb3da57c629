/** Producers of an officer's area, by name. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { plainName } from '#features/registry';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { ProducerFilters } from './schema.ts';

export interface ListedProducer {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly place: string | null;
  readonly placed: boolean;
  readonly address: string | null;
  readonly products: number;
  readonly invented: boolean;
}
export type ListCursor = readonly [name: string, id: string];

interface Asked {
  readonly day: Day;
  readonly filters: ProducerFilters;
  /** The rows of lifecycle `l` the reader may see. */
  readonly reach: RawBuilder<boolean>;
}

/** A page of the list; joined records are not in it. */
export async function listedProducers(
  db: Kysely<DB>,
  { day, filters, reach }: Asked,
  { limit, after }: { limit: number; after: ListCursor | null },
): Promise<ListedProducer[]> {
  const { rows } = await sql<ListedProducer>`
    select r.id, r.name, r.type, place_words(r.commune, r.former_unit, r.province, ${day}::date) as place, r.commune is not null as placed,
      r.address, (select count(*)::int from product p where p.producer = r.id and p.joined_into is null) as products, r.invented
      from producer r join lifecycle l on l.id = r.id
     where ${fits(filters, reach)} ${after ? sql`and (r.name, r.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
     order by r.name, r.id limit ${limit}`.execute(db);
  return rows;
}

/** How many producers fit. */
export async function countProducers(db: Kysely<DB>, { filters, reach }: Omit<Asked, 'day'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from producer r join lifecycle l on l.id = r.id where ${fits(filters, reach)}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

function fits(filters: Asked['filters'], reach: Asked['reach']) {
  const words = plainName(filters.q ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const found = words.map((word) => sql`and r.name_plain like ${`%${word}%`}`);
  return sql`r.joined_into is null and ${reach} ${sql.join(found, sql` `)}
       ${filters.type ? sql`and r.type = ${filters.type}` : sql``} ${filters.unplaced ? sql`and r.commune is null` : sql``}`;
}
