import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { ProductFilters, ProductStatus, Sort } from './schema.ts';
import { soonDays } from './soon.ts';

const lawState = (day: Day): RawBuilder<string> => sql`certificate_state(s.life, s.issued_earliest, s.issued_latest,
  s.expires_earliest, s.expires_latest, s.extended_to, s.ended_on, ${day}::date)`;

/** The state of the newest recognition on a day as outside programs know it; `listed` when there is none. */
const stateOn = (day: Day): RawBuilder<string> => sql`case when s.recognition is null then 'listed' else
  case ${lawState(day)} when 'inForce' then 'valid' when 'notYet' then 'undetermined' else ${lawState(day)} end end`;

/** The same, with certificates that end within the re-evaluation window set apart as `expiring`. */
const shownState = (day: Day): RawBuilder<string> =>
  sql`case when s.expires_earliest - ${day}::date <= ${soonDays(day)}::int and ${lawState(day)} = 'inForce' then 'expiring' else ${stateOn(day)} end`;

/** Words of a search as the stored word vector knows them: small letters without marks, đ as d. */
export function wordsOf(text: string): string[] {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return bare.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

const wordQuery = (words: readonly string[], unfinished: boolean) =>
  words.map((word, i) => (unfinished && i === words.length - 1 ? `${word}:*` : word)).join(' & ');

/** Filters without star, sector and status: what every facet counts within. */
function base({ q, unit, producer }: ProductFilters, unfinished: boolean): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [];
  if (q !== undefined) {
    const words = wordsOf(q);
    parts.push(
      words.length > 0 ? sql<boolean>`s.words @@ ${wordQuery(words, unfinished)}::tsquery` : sql<boolean>`false`,
    );
  }
  if (unit !== undefined) parts.push(sql<boolean>`s.places @> array[${unit}::uuid]`);
  if (producer !== undefined) parts.push(sql<boolean>`s.producer = ${producer}::uuid`);
  return parts.length > 0 ? sql`${sql.join(parts, sql` and `)}` : sql`true`;
}

function narrowed(filters: ProductFilters, day: Day, unfinished: boolean): RawBuilder<boolean> {
  const parts = [base(filters, unfinished)];
  if (filters.star?.length) parts.push(sql<boolean>`s.star = any(${filters.star}::int[])`);
  if (filters.sector?.length) parts.push(sql<boolean>`s.sector = any(${filters.sector})`);
  if (filters.status?.length) parts.push(statusIs(filters.status, day));
  return sql`${sql.join(parts, sql` and `)}`;
}

function statusIs(wanted: readonly ProductStatus[], day: Day): RawBuilder<boolean> {
  return wanted.includes('expiring')
    ? sql<boolean>`${shownState(day)} = any(${wanted})`
    : sql<boolean>`${stateOn(day)} = any(${wanted})`;
}

/** Hits whose name carries the words with their marks come first, then the words in order without marks, then the rest (U6). */
function rankOf(q: string | undefined): RawBuilder<number> {
  if (q === undefined) return sql`0`;
  return sql`case when position(' ' || marked_text(${q}) || ' ' in ' ' || s.marked || ' ') > 0 then 0
    when position(${` ${wordsOf(q).join(' ')} `} in ' ' || s.plain || ' ') > 0 then 1 else 2 end`;
}

const ORDERS: Readonly<Record<Sort, RawBuilder<number> | null>> = {
  star: sql`s.star_order`,
  recent: sql`s.recency`,
  name: null,
};

/** Values of the last row shown: rank, star or recency (0 when by name), name, id. */
export type Cursor = [rank: number, order: number, name: string, id: string];
export interface Asked {
  filters: ProductFilters;
  day: Day;
  sort: Sort;
  limit: number;
  after: Cursor | null;
  /** Take the last word as unfinished; tried when whole words find nothing. */
  unfinished?: boolean;
}
export interface ProductPageRow {
  /** JSON array of products, as text: sent as it is. */
  items: string;
  next: Cursor | null;
}

const day10 = (column: RawBuilder<unknown>, other: RawBuilder<unknown>) =>
  sql`case when ${column} = ${other} then ${column} end`;

/** One product of a list as JSON; the fields of `productItem` and no others. */
const itemJson = (
  day: Day,
) => sql`json_build_object('id', s.product, 'name', s.name, 'star', s.star, 'state', ${stateOn(day)},
  'sector', s.sector, 'sectorGuessed', s.sector_guessed, 'productSet', s.product_set,
  'producer', case when s.producer is not null then json_build_object('id', s.producer, 'name', s.producer_name) end,
  'place', s.place, 'issuedOn', ${day10(sql`s.issued_earliest`, sql`s.issued_latest`)}, 'expiresOn', ${day10(sql`s.expires_earliest`, sql`s.expires_latest`)},
  'invented', s.invented)`;

/** The rows of one page in order, one more than asked for to know whether there is a next one. */
function pageOf({ filters, day, sort, limit, after, unfinished = false }: Asked): RawBuilder<unknown> {
  const order = ORDERS[sort];
  const ranked = filters.q !== undefined;
  const keys = [...(ranked ? [rankOf(filters.q)] : []), ...(order ? [order] : []), sql`s.name`, sql`s.product`];
  const values = after && [
    ...(ranked ? [sql`${after[0]}::int`] : []),
    ...(order ? [sql`${after[1]}::int`] : []),
    sql`${after[2]}`,
    sql`${after[3]}::uuid`,
  ];
  const beyond = values ? sql`and (${sql.join(keys)}) > (${sql.join(values)})` : sql``;
  return sql`select s.*, ${rankOf(filters.q)} as rank, ${order ?? sql`0`} as sorted from product_search s
    where ${narrowed(filters, day, unfinished)} ${beyond} order by ${sql.join(keys)} limit ${limit + 1}`;
}

const mayBeUnfinished = ({ filters, unfinished }: Asked) => filters.q !== undefined && unfinished !== true;

/** A page of products, the rows written as JSON by the database. */
export async function productPage(db: Kysely<DB>, asked: Asked): Promise<ProductPageRow> {
  const { rows } = await sql<{ items: string; count: number; next: Cursor | null }>`
    with page as (${pageOf(asked)}), numbered as (select *, row_number() over () as n from page)
    select coalesce((select json_agg(${itemJson(asked.day)} order by n) from numbered s where n <= ${asked.limit}), '[]')::text as items,
      (select json_build_array(rank, sorted, name, product) from numbered where n = ${asked.limit} and exists (select from numbered where n > ${asked.limit})) as next`.execute(
    db,
  );
  const [row] = rows;
  if (row?.items === '[]' && mayBeUnfinished(asked)) return productPage(db, { ...asked, unfinished: true });
  return { items: row?.items ?? '[]', next: row?.next ?? null };
}

/** One cell of the facets: how many products have this star, sector and state. */
export type FacetCell = [star: number | null, sector: string | null, state: ProductStatus, count: number];

/** A card of the list page. */
export interface ProductCard {
  id: string;
  name: string;
  star: number | null;
  state: ProductStatus;
  sector: string | null;
  set: string | null;
  producer: string | null;
  place: string | null;
  listed: string | null;
  invented: boolean;
}

const cardJson = (
  day: Day,
) => sql`json_build_object('id', s.product, 'name', s.name, 'star', s.star, 'state', ${shownState(day)}, 'sector', s.sector,
  'set', s.product_set, 'producer', s.producer_name, 'place', s.place, 'listed', s.listed, 'invented', s.invented)`;

/** Cards of one page and the facets of the whole result, in one statement. */
export async function productCards(
  db: Kysely<DB>,
  asked: Asked,
): Promise<{ cards: ProductCard[]; cells: FacetCell[]; next: Cursor | null }> {
  const { rows } = await sql<{ cards: ProductCard[]; cells: FacetCell[]; next: Cursor | null }>`
    with page as (${pageOf(asked)}), numbered as (select *, row_number() over () as n from page)
    select coalesce((select json_agg(${cardJson(asked.day)} order by n) from numbered s where n <= ${asked.limit}), '[]') as cards,
      (select json_build_array(rank, sorted, name, product) from numbered where n = ${asked.limit} and exists (select from numbered where n > ${asked.limit})) as next,
      coalesce((select json_agg(json_build_array(star, sector, state, n)) from (
        select star, sector, state, count(*) as n from (select s.star, s.sector, ${shownState(asked.day)} as state from product_search s where ${base(asked.filters, asked.unfinished ?? false)}) c
        group by star, sector, state) cells), '[]') as cells`.execute(db);
  const [row = { cards: [], cells: [], next: null }] = rows;
  return row.cells.length === 0 && mayBeUnfinished(asked) ? productCards(db, { ...asked, unfinished: true }) : row;
}

/** The newest recognitions first; for the home page. */
export async function newestCards(db: Kysely<DB>, day: Day, limit: number): Promise<ProductCard[]> {
  const { rows } = await sql<{ cards: ProductCard[] }>`select coalesce(json_agg(${cardJson(day)}), '[]') as cards from (
    select * from product_search s where s.issued_latest <= ${day}::date and s.star is not null and s.life = 'inForce'
    order by s.recency, s.name, s.product limit ${limit}) s`.execute(db);
  return rows[0]?.cards ?? [];
}

/** Names close to what was typed, when nothing was found (U38). */
export async function nearNames(db: Kysely<DB>, q: string, limit = 5): Promise<string[]> {
  const plain = wordsOf(q).join(' ');
  if (plain === '') return [];
  const { rows } = await sql<{ name: string }>`select p.name from product p where p.name_plain % ${plain}
    group by p.name order by max(similarity(p.name_plain, ${plain})) desc limit ${limit}`.execute(db);
  return rows.map((row) => row.name);
}
