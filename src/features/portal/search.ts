import { type Kysely, sql } from 'kysely';
import type { CertificateRules } from '#law/certificate';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { ProductStatus } from './schema.ts';
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
  const statement = new SearchStatement(asked);
  const pages = statement.pages();
  const limit = statement.bind(asked.limit);
  const { rows } = await db.executeQuery(
    statement.compiled<ProductPageRow>(`${pages}
    select coalesce((select json_agg(json_build_object('id', s.product, 'name', s.name, 'star', s.star, 'state', ${statement.state}, 'sector', s.sector, 'sectorGuessed', s.sector_guessed, 'productSet', s.product_set, 'producer', case when s.producer is not null then json_build_object('id', s.producer, 'name', s.producer_name) end, 'place', s.place, 'issuedOn', case when s.issued_earliest = s.issued_latest then s.issued_latest end, 'expiresOn', case when s.expires_earliest = s.expires_latest then s.expires_latest end, 'invented', s.invented) order by n) from numbered s where n <= ${limit}), '[]')::text as items,
      ${nextOf(limit)}`),
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
export interface ProductCards {
  cards: ProductCard[];
  cells: FacetCell[];
  next: Cursor | null;
}

const cardFields = (statement: SearchStatement) =>
  `json_build_object('id', s.product, 'name', s.name, 'star', s.star, 'state', ${statement.shownState}, 'sector', s.sector, 'set', s.product_set, 'producer', s.producer_name, 'place', s.place, 'listed', s.listed, 'invented', s.invented)`;

/** Cards of one page and the facets of the whole result, in one statement. */
export async function productCards(db: Kysely<DB>, asked: Asked): Promise<ProductCards> {
  const statement = new SearchStatement(asked);
  const pages = statement.pages();
  const limit = statement.bind(asked.limit);
  const { rows } = await db.executeQuery(
    statement.compiled<ProductCards>(`${pages}
    select coalesce((select json_agg(${cardFields(statement)} order by n) from numbered s where n <= ${limit}), '[]') as cards,
      ${nextOf(limit)},
      coalesce((select json_agg(json_build_array(star, sector, state, n)) from (select star, sector, state, count(*) as n from (select s.star, s.sector, ${statement.shownState} as state from product_search s where ${statement.base()}) c group by star, sector, state) cells), '[]') as cells`),
  );
  const [row = { cards: [], cells: [], next: null }] = rows;
  return row.cells.length === 0 && mayBeUnfinished(asked) ? productCards(db, { ...asked, unfinished: true }) : row;
}

/** The newest recognitions first; for the home page. */
export async function newestCards(
  db: Kysely<DB>,
  day: Day,
  limit: number,
  rules: CertificateRules,
): Promise<ProductCard[]> {
  const statement = new SearchStatement({ filters: {}, day, sort: 'recent', limit, after: null, rules });
  const { rows } = await db.executeQuery(
    statement.compiled<{
      cards: ProductCard[];
    }>(`select coalesce(json_agg(${cardFields(statement)}), '[]') as cards from (
      select * from product_search s where s.issued_latest <= ${statement.bind(day)}::date and s.star is not null and s.life = 'inForce'
      order by s.recency, s.name, s.product limit ${statement.bind(limit)}) s`),
  );
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
