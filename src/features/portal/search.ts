import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { mendedQueries } from '#features/registry';
import type { CertificateRules } from '#law/certificate';
import type { Day } from '#platform/clock';
import { rowsOf } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { ProductFilters, ProductStatus } from './schema.ts';
import { type Asked, type Cursor, SearchStatement } from './search-sql.ts';
import { wordsOf } from './words-of.ts';

export type { Asked, Cursor } from './search-sql.ts';

/** JSON array of products, as text: sent as it is. */
export interface ProductPageRow {
  items: string;
  next: Cursor | null;
}

/** Where the next page begins, if there is one. */
const nextOf = (limit: string) =>
  `(select json_build_array(rank, sorted, name, product) from numbered where n = ${limit} and exists (select from numbered where n > ${limit})) as next`;

const mayBeUnfinished = ({ filters, unfinished }: Asked) => filters.q !== undefined && unfinished !== true;

/** A page of products, the rows written as JSON by the database: the fields of `productItem` and no others. */
export async function productPage(db: Kysely<DB>, asked: Asked): Promise<ProductPageRow> {
  const [row] = await rowsOf(db, pageQuery(asked));
  if (row?.items === '[]' && mayBeUnfinished(asked)) return productPage(db, { ...asked, unfinished: true });
  return { items: row?.items ?? '[]', next: row?.next ?? null };
}

type PageQuery = CompiledQuery<ProductPageRow>;
/** The statement a question was asked by last, kept as long as the question itself is: the same few come thousands of times. */
const written = new WeakMap<ProductFilters, { asked: Asked; query: PageQuery }>();

function pageQuery(asked: Asked): PageQuery {
  const known = written.get(asked.filters);
  if (known && isSame(known.asked, asked)) return known.query;
  const query = writePage(asked);
  if (Object.isFrozen(asked.filters)) written.set(asked.filters, { asked, query });
  return query;
}

const isSame = (a: Asked, b: Asked): boolean =>
  a.day === b.day &&
  a.sort === b.sort &&
  a.limit === b.limit &&
  a.after === b.after &&
  a.unfinished === b.unfinished &&
  a.rules?.expiryDayValid === b.rules?.expiryDayValid;

function writePage(asked: Asked): PageQuery {
  const statement = new SearchStatement(asked);
  const pages = statement.pages();
  const limit = statement.bind(asked.limit);
  return statement.compiled<ProductPageRow>(`${pages}
    select coalesce((select json_agg(row_to_json(item)) from (select ${itemFields(statement)} from numbered s where n <= ${limit} order by n) item), '[]')::text as items,
      ${nextOf(limit)}`);
}

const itemFields = (statement: SearchStatement) =>
  `s.product as "id", s.name as "name", s.star as "star", ${statement.state} as "state", s.sector as "sector", s.sector_guessed as "sectorGuessed", s.product_set as "productSet", case when s.producer is not null then json_build_object('id', s.producer, 'name', s.producer_name) end as "producer", s.place as "place", case when s.issued_earliest = s.issued_latest then s.issued_latest end as "issuedOn", case when s.expires_earliest = s.expires_latest then s.expires_latest end as "expiresOn", s.invented as "invented"`;

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

/** A card as the JSON text the database wrote: the same product in the same state is the same text. */
export type CardText = string;

/** The card that stands in the text. */
export const cardOf = (text: CardText): ProductCard => JSON.parse(text) as ProductCard;

export interface ProductCards {
  cards: CardText[];
  next: Cursor | null;
}

/** Cards as text, one a line: JSON never holds a line break. `from` is a FROM clause with its order, rows named `s`. */
const cardLines = (statement: SearchStatement, from: string) =>
  `(select string_agg(row_to_json(card)::text, E'\\n') from (select s.product as "id", s.name as "name", s.star as "star", ${statement.shownState} as "state", s.sector as "sector", s.product_set as "set", s.producer_name as "producer", s.place as "place", s.listed as "listed", s.invented as "invented" from ${from}) card)`;

const linesOf = (text: string | null | undefined): CardText[] => (text ? text.split('\n') : []);

/** Cards of one page. */
export async function productCards(db: Kysely<DB>, asked: Asked): Promise<ProductCards> {
  const statement = new SearchStatement(asked);
  const pages = statement.pages();
  const limit = statement.bind(asked.limit);
  const [row] = await rowsOf(
    db,
    statement.compiled<{ cards: string | null; next: Cursor | null }>(`${pages}
    select ${cardLines(statement, `numbered s where n <= ${limit} order by n`)} as cards,
      ${nextOf(limit)}`),
  );
  return { cards: linesOf(row?.cards), next: row?.next ?? null };
}

/** What the facets count: the whole result but for star, sector and status. */
export type Counted = Pick<Asked, 'day' | 'rules'> & {
  filters: Pick<ProductFilters, 'q' | 'unit' | 'unitsAsOf' | 'producer'>;
};

export interface ProductCells {
  cells: FacetCell[];
  /** How the words were taken, because as they stand they found nothing: ask for the cards the same way. */
  taken: Pick<Asked, 'unfinished' | 'mended'>;
}

/**
 * The small cube of counts behind the facets. Where the words find nothing the last one is taken as unfinished, then
 * typing errors are mended.
 */
export async function productCells(db: Kysely<DB>, counted: Counted): Promise<ProductCells> {
  const { q } = counted.filters;
  const cells = await countCells(db, counted, {});
  if (cells.length > 0 || q === undefined) return { cells, taken: {} };
  const unfinished = await countCells(db, counted, { unfinished: true });
  if (unfinished.length > 0) return { cells: unfinished, taken: { unfinished: true } };
  for (const mended of await mendedQueries(db, wordsOf(q))) {
    const alike = await countCells(db, counted, { mended });
    if (alike.length > 0) return { cells: alike, taken: { mended } };
  }
  return { cells, taken: {} };
}

async function countCells(db: Kysely<DB>, counted: Counted, taken: ProductCells['taken']): Promise<FacetCell[]> {
  const statement = new SearchStatement({ ...counted, sort: 'name', limit: 0, after: null, ...taken });
  const [row] = await rowsOf(
    db,
    statement.compiled<{ cells: FacetCell[] }>(
      `select coalesce((select json_agg(json_build_array(star, sector, state, n)) from (select star, sector, state, count(*) as n from (select s.star, s.sector, ${statement.shownState} as state from product_search s where ${statement.base()}) c group by star, sector, state) cells), '[]') as cells`,
    ),
  );
  return row?.cells ?? [];
}

/** The newest recognitions first; for the home page. */
export async function newestCards(
  db: Kysely<DB>,
  day: Day,
  limit: number,
  rules: CertificateRules,
): Promise<CardText[]> {
  const statement = new SearchStatement({ filters: {}, day, sort: 'recent', limit, after: null, rules });
  const newest = `product_search s where s.issued_latest <= ${statement.bind(day)}::date and s.star is not null and s.life = 'inForce'
      order by s.recency, s.name, s.product limit ${statement.bind(limit)}`;
  const [row] = await rowsOf(
    db,
    statement.compiled<{ cards: string | null }>(`select ${cardLines(statement, newest)} as cards`),
  );
  return linesOf(row?.cards);
}

/** Names close to what was typed, when nothing was found (U38). */
export async function nearNames(db: Kysely<DB>, q: string, limit = 5): Promise<string[]> {
  const plain = wordsOf(q).join(' ');
  if (plain === '') return [];
  const { rows } = await sql<{
    name: string;
  }>`select p.name from product p where p.joined_into is null and p.name_plain % ${plain}
    group by p.name order by max(similarity(p.name_plain, ${plain})) desc limit ${limit}`.execute(db);
  return rows.map((row) => row.name);
}
