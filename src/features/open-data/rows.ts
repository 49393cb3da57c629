import { type Kysely, type RawBuilder, sql } from 'kysely';
import { producerUrl, productUrl } from '#features/portal';
import { certificateRules, stateOn } from '#features/registry';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { inPages } from '#platform/documents/sheet';
import { type OpenRow, stateOf, type TableName } from './schema.ts';

export interface RowsAsked {
  readonly db: Kysely<DB>;
  readonly day: Day;
  readonly baseUrl: string;
}

/** Every row of a table in the order of its identifiers, read page by page as fast as it is taken: a slow reader holds no connection. */
export async function* openRows(asked: RowsAsked, table: TableName): AsyncGenerator<OpenRow> {
  const read = (after: string | null, limit: number) => PAGES[table](asked, after ?? FIRST, limit);
  for await (const row of inPages(read, ({ id }) => id, Number.POSITIVE_INFINITY)) yield finished(row, asked.baseUrl);
}
const FIRST = '00000000-0000-0000-0000-000000000000';

function finished(row: OpenRow, baseUrl: string): OpenRow {
  const page = typeof row.page === 'string' ? { page: `${baseUrl}${row.page}` } : {};
  return 'state' in row && row.state !== null ? { ...row, ...page, state: stateOf(row.state) } : { ...row, ...page };
}

const placeOf = (alias: 'p' | 'r', day: Day): RawBuilder<unknown> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`place_words(${of('commune')}, ${of('former_unit')}, ${of('province')}, ${day}::date) as place,
    case when ${of('commune')} is not null then (unit_on(${of('commune')}, ${day}::date)).code end as commune_code,
    case when ${of('province')} is not null then (unit_on(${of('province')}, ${day}::date)).code end as province_code`;
};

async function products({ db, day }: RowsAsked, after: string, limit: number): Promise<OpenRow[]> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<OpenRow>`
    select p.id, p.name, p.sector, p.sector_guessed::int as sector_guessed, p.product_set, p.producer as producer_id, ${placeOf('p', day)},
      s.recognition as recognition_id, s.star, case when s.recognition is not null then ${stateOn('s', 's.life', day, rules)} end as state, p.invented::int as invented,
      ${productUrl('', 'vi')} || p.id as page
    from product p join product_search s on s.product = p.id and s.open where p.id > ${after}::uuid order by p.id limit ${limit}`.execute(
    db,
  );
  return rows;
}

async function producers({ db, day }: RowsAsked, after: string, limit: number): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select r.id, r.name, r.type, r.address, ${placeOf('r', day)}, r.website, n.products, r.invented::int as invented, ${producerUrl('', 'vi')} || r.id as page
    from producer r cross join lateral (select count(*)::int as products from product_search s where s.producer = r.id and s.open) n
    where r.id > ${after}::uuid and n.products > 0 order by r.id limit ${limit}`.execute(db);
  return rows;
}

async function recognitions({ db, day }: RowsAsked, after: string, limit: number): Promise<OpenRow[]> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<OpenRow>`
    select g.id, g.product as product_id, g.product_name, g.producer_name, g.star, ${stateOn('g', 'l.state', day, rules)} as state,
      g.issued_earliest, g.issued_latest, g.expires_earliest, g.expires_latest, g.extended_to, g.ended_on, g.decision_number as decision,
      g.decision_text_date as decision_date, g.issuer, coalesce(g.certificate_number, g.check_code) as code, p.invented::int as invented
    from recognition g join lifecycle l on l.id = g.id join product p on p.id = g.product join product_search s on s.product = p.id and s.open
    where g.id > ${after}::uuid order by g.id limit ${limit}`.execute(db);
  return rows;
}

const PAGES = { 'san-pham': products, 'chu-the': producers, 'cong-nhan': recognitions } as const satisfies Record<
  TableName,
  (asked: RowsAsked, after: string, limit: number) => Promise<OpenRow[]>
>;

/** Changes whenever a row of the open data may: a new day, or anything written since. */
export async function dataVersion(db: Kysely<DB>, day: Day): Promise<string> {
  const { rows } = await sql<{ no: number | null }>`select max(no) as no from ledger`.execute(db);
  return `${day}-${rows[0]?.no ?? 0}`;
}
