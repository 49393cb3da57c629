/** What hangs on a product, going from one record to another and back. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db/database';

/** How a row that stands once a product went: over, or its contents in exchange. */
type Went = 'moved' | 'swapped' | null;

/** What went over with a joined record, by table. */
export interface Moved {
  readonly recognitions: readonly string[];
  readonly dossiers: readonly string[];
  readonly codes: readonly string[];
  readonly listRows: readonly string[];
  readonly reports: readonly string[];
  readonly ties: readonly string[];
  readonly reminders: readonly { readonly year: number; readonly step: number }[];
  readonly years: readonly string[];
  /** Years both told of, in which the figures of the joined record stand: both changed hands. */
  readonly exchanged: readonly YearPair[];
  readonly national: Went;
  readonly selling: Went;
}

/** One year both records tell of: ids of their `product_year`. */
export interface YearPair {
  readonly year: number;
  readonly kept: string;
  readonly left: string;
}

/** Years both records tell of. */
export async function sharedYears(tx: Tx, kept: string, left: string): Promise<YearPair[]> {
  const { rows } = await sql<YearPair>`
    select a.year, a.id as kept, b.id as left from product_year a join product_year b on b.year = a.year and b.product = ${left}::uuid
     where a.product = ${kept}::uuid order by a.year`.execute(tx);
  return rows;
}

/** Tables with one row a product, and the columns that are its contents. */
const ONCE = {
  national: { table: sql`national_record`, columns: sql`national_id, transferred_on, year, at` },
  selling: { table: sql`product_selling`, columns: sql`links, place, season, said_by, said_on` },
} as const;

/** Everything that hangs on `from` goes to `to`; of what stands once, only what is missing there or was chosen. */
export async function moveAll(
  tx: Tx,
  { from, to, take, exchanged }: { from: string; to: string; take: readonly string[]; exchanged: readonly YearPair[] },
): Promise<Moved> {
  const list = async <R>(statement: ReturnType<typeof sql<R>>) => (await statement.execute(tx)).rows;
  const ids = async (statement: ReturnType<typeof sql<{ id: string }>>) => (await list(statement)).map(({ id }) => id);
  await exchange(tx, exchanged);
  return {
    exchanged,
    recognitions: await ids(sql`update recognition set product = ${to} where product = ${from}::uuid returning id`),
    dossiers: await ids(sql`update dossier set product = ${to} where product = ${from}::uuid returning id`),
    codes: await ids(sql`update product_code c set product = ${to} where product = ${from}::uuid
      and not exists (select from product_code o where o.product = ${to}::uuid and o.code = c.code) returning code as id`),
    listRows: await ids(sql`update list_row set product_id = ${to} where product_id = ${from}::uuid returning id`),
    reports: await ids(sql`update misuse_report set product = ${to} where product = ${from}::uuid returning id`),
    ties: await ids(sql`update product_tie set product = ${to} where product = ${from}::uuid returning id`),
    reminders: await list(sql<{ year: number; step: number }>`update product_year_reminder r set product = ${to}
      where product = ${from}::uuid and not exists (select from product_year_reminder o
        where o.product = ${to}::uuid and o.year = r.year and o.step = r.step) returning year, step`),
    years: await ids(sql`update product_year y set product = ${to} where product = ${from}::uuid
      and not exists (select from product_year o where o.product = ${to}::uuid and o.year = y.year) returning id`),
    national: await moveOnce(tx, 'national', { from, to, chosen: take.includes('national') }),
    selling: await moveOnce(tx, 'selling', { from, to, chosen: take.includes('selling') }),
  };
}

/** The same the other way, when a join is taken back. */
export async function moveBack(tx: Tx, moved: Moved, { from, to }: { from: string; to: string }): Promise<void> {
  const some = (list: readonly string[]) => sql`any(${[...list]}::uuid[])`;
  await sql`update recognition set product = ${to} where id = ${some(moved.recognitions)}`.execute(tx);
  await sql`update dossier set product = ${to} where id = ${some(moved.dossiers)}`.execute(tx);
  await sql`update product_code set product = ${to} where product = ${from}::uuid and code = any(${[...moved.codes]}::text[])`.execute(
    tx,
  );
  await sql`update list_row set product_id = ${to} where id = ${some(moved.listRows)}`.execute(tx);
  await sql`update misuse_report set product = ${to} where id = ${some(moved.reports)}`.execute(tx);
  await sql`update product_tie set product = ${to} where id = ${some(moved.ties)}`.execute(tx);
  await sql`update product_year_reminder r set product = ${to} from json_to_recordset(${JSON.stringify(moved.reminders)}::json)
    as m(year integer, step integer) where r.product = ${from}::uuid and r.year = m.year and r.step = m.step`.execute(
    tx,
  );
  await sql`update product_year set product = ${to} where id = ${some(moved.years)}`.execute(tx);
  await exchange(tx, moved.exchanged);
  for (const key of ['national', 'selling'] as const)
    if (moved[key] === 'swapped') await swap(tx, key, from, to);
    else if (moved[key] === 'moved')
      await sql`update ${ONCE[key].table} set product = ${to} where product = ${from}::uuid`.execute(tx);
}

/** Both years of each pair change hands, in one statement: the rule "one year a product" is asked at its end. */
async function exchange(tx: Tx, pairs: readonly YearPair[]): Promise<void> {
  if (pairs.length === 0) return;
  await sql`update product_year y set product = o.product from json_to_recordset(${JSON.stringify(pairs)}::json) as e(kept uuid, "left" uuid)
    join product_year o on o.id in (e.kept, e."left") where y.id in (e.kept, e."left") and y.id <> o.id`.execute(tx);
}

async function moveOnce(
  tx: Tx,
  key: keyof typeof ONCE,
  { from, to, chosen }: { from: string; to: string; chosen: boolean },
): Promise<Went> {
  const { rows } = await sql<{ product: string }>`
    select product from ${ONCE[key].table} where product in (${from}::uuid, ${to}::uuid)`.execute(tx);
  const has = (id: string) => rows.some(({ product }) => product === id);
  if (!has(from)) return null;
  if (has(to)) {
    if (chosen) await swap(tx, key, from, to);
    return chosen ? 'swapped' : null;
  }
  await sql`update ${ONCE[key].table} set product = ${to} where product = ${from}::uuid`.execute(tx);
  return 'moved';
}

async function swap(tx: Tx, key: keyof typeof ONCE, one: string, other: string): Promise<void> {
  const { table, columns } = ONCE[key];
  await sql`update ${table} t set (${columns}) = (select ${columns} from ${table} o
      where o.product = case t.product when ${one}::uuid then ${other}::uuid else ${one}::uuid end)
    where t.product in (${one}::uuid, ${other}::uuid)`.execute(tx);
}
