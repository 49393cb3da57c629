import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { MisuseFinding } from '#law/moves/misuse';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { ListQuery, MisuseKind } from './schema.ts';

export type MisuseState = 'received' | 'closed';

/** What a typed code, or an id from a link, leads to in the register. */
export interface ProductBehind {
  readonly id: string;
  readonly name: string;
  readonly province: string | null;
  /** Code of the certificate it was found by, else of the newest one. */
  readonly code: string | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The product behind a check code, a certificate's number, a product's code or an id; null when there is none. */
export async function productBehind(db: Kysely<DB> | Tx, typed: string): Promise<ProductBehind | null> {
  const byId = UUID.test(typed.trim())
    ? sql`union all select p.id, null, 3 from product p where p.id = product_today(${typed.trim()}::uuid)`
    : sql``;
  const { rows } = await sql<ProductBehind>`
    with typed as (select code_key(${typed}) as key), hits as (
      select g.product, g.check_code as code, 1 as rank from recognition g, typed where code_key(g.check_code) = key and g.check_code is not null
      union all select g.product, g.certificate_number, 1 from recognition g, typed where code_key(g.certificate_number) = key and g.certificate_number is not null
      union all select g.product, null, 2 from recognition g, typed where code_key(g.product_code) = key and g.product_code is not null
      union all select c.product, null, 2 from product_code c, typed where code_key(c.code) = key
      ${byId})
    select p.id, p.name, p.province, coalesce(h.code, g.check_code, g.certificate_number) as code
      from hits h join product p on p.id = h.product join product_search s on s.product = p.id and s.open left join recognition g on g.id = p.current_recognition
     where (select key from typed) <> '' order by h.rank, p.id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The province of today whose name stands in the text ("Chợ Chũ, Bắc Ninh"): the last one named; null when none is. */
export async function provinceNamedIn(db: Kysely<DB> | Tx, text: string, day: Day): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with said as (select ' ' || regexp_replace(plain_text(${text}), '[^a-z0-9]+', ' ', 'g') || ' ' as words),
    named as (
      select v.unit as id, ' ' || regexp_replace(plain_text(v.name), '[^a-z0-9]+', ' ', 'g') || ' ' as name
        from unit_version v join unit u on u.id = v.unit and u.level = 'province'
       where v.valid_from <= ${day}::date and coalesce(v.valid_to, 'infinity') >= ${day}::date)
    select id from named, said where position(name in words) > 0
     order by length(words) - position(reverse(name) in reverse(words)) desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** What the sender may see of a report: nothing that was written in it. */
export interface PublicState {
  readonly number: string;
  readonly kind: MisuseKind;
  readonly state: MisuseState;
  readonly province: string;
  readonly receivedAt: Date;
  readonly finding: MisuseFinding | null;
  readonly answer: string | null;
  readonly closedOn: Day | null;
}

const provinceName = sql`(select w.full_name from unit_version w where w.unit = r.province order by w.valid_from desc limit 1)`;

/** A report by its number, forgiving blanks, dashes, case and look-alike letters; null when there is none. */
export async function reportByNumber(db: Kysely<DB>, number: string): Promise<PublicState | null> {
  const { rows } = await sql<PublicState>`
    select r.number, r.kind, l.state, ${provinceName} as province, r.received_at as "receivedAt", r.finding, r.answer, r.closed_on as "closedOn"
      from misuse_report r join lifecycle l on l.id = r.id where code_key(r.number) = code_key(${number})`.execute(db);
  return rows[0] ?? null;
}

/** A report in the offices' list. */
export interface ReportRow extends PublicState {
  readonly id: string;
  readonly typed: string | null;
  readonly productName: string | null;
  readonly code: string | null;
  readonly place: string;
  readonly photo: boolean;
}

interface ListAsk {
  readonly query: ListQuery;
  /** The policy's reach on alias `l`. */
  readonly reach: RawBuilder<boolean>;
  readonly limit: number;
}

const columns = sql`r.id, r.number, r.kind, l.state, ${provinceName} as province, r.received_at as "receivedAt", r.finding, r.answer,
  r.closed_on as "closedOn", r.typed, p.name as "productName", r.code, r.place, r.photo is not null as photo`;

/** Reports within reach, the newest first, from where `query.at` and `query.after` ended. */
export async function listReports(db: Kysely<DB>, { query, reach, limit }: ListAsk): Promise<ReportRow[]> {
  const state = query.state ? sql`and l.state = ${query.state}` : sql``;
  const after =
    query.at && query.after ? sql`and (r.received_at, r.id) < (${query.at}::timestamptz, ${query.after}::uuid)` : sql``;
  const { rows } = await sql<ReportRow>`
    select ${columns} from misuse_report r join lifecycle l on l.id = r.id left join product p on p.id = r.product
     where ${reach} ${state} ${after} order by r.received_at desc, r.id desc limit ${limit}`.execute(db);
  return rows;
}

/** How many reports within reach stand in each state. */
export async function countReports(db: Kysely<DB>, reach: RawBuilder<boolean>): Promise<Record<MisuseState, number>> {
  const { rows } = await sql<Record<MisuseState, number>>`
    select count(*) filter (where l.state = 'received')::int as received, count(*) filter (where l.state = 'closed')::int as closed
      from misuse_report r join lifecycle l on l.id = r.id where ${reach}`.execute(db);
  return rows[0] ?? { received: 0, closed: 0 };
}

/** A whole report for the office that answers it. */
export interface Report extends ReportRow {
  readonly version: number;
  readonly product: { readonly id: string; readonly name: string; readonly invented: boolean } | null;
  readonly words: string | null;
  readonly contact: string | null;
}

/** The report, or null. Permission is asked on its lifecycle row before. */
export async function readReport(db: Kysely<DB>, id: string): Promise<Report | null> {
  const { rows } = await sql<Report>`
    select ${columns}, l.version, r.words, r.contact,
           case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name, 'invented', p.invented) end as product
      from misuse_report r join lifecycle l on l.id = r.id left join product p on p.id = r.product where r.id = ${id}`.execute(
    db,
  );
  return rows[0] ?? null;
}
