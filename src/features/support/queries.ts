/** Reads of what was paid. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { SupportItem, SupportKind, SupportSource } from '#law/support';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { ListQuery } from './schema.ts';

export interface Payment {
  readonly id: string;
  readonly version: number;
  readonly state: 'paid' | 'withdrawn';
  readonly producer: string;
  readonly producerName: string;
  readonly place: string | null;
  readonly recognition: string | null;
  /** Product, star and day of the recognition it was paid for. */
  readonly product: string | null;
  readonly productName: string | null;
  readonly star: number | null;
  readonly issued: Day | null;
  readonly policy: string | null;
  readonly policyName: string | null;
  readonly item: SupportItem;
  readonly source: SupportSource;
  /** Đồng. */
  readonly amount: number;
  readonly paidOn: Day;
  readonly decision: string;
  readonly again: string | null;
  readonly note: string | null;
  readonly invented: boolean;
}

const columns = (
  day: Day,
) => sql`s.id, l.version, l.state, s.producer, m.name as "producerName", place_words(s.commune, s.former_unit, s.province, ${day}::date) as place,
    s.recognition, g.product, coalesce(p.name, g.product_name) as "productName", g.star, g.issued_latest as issued, s.policy, y.name as "policyName",
    s.item, s.source, s.amount::float8 as amount, s.paid_on as "paidOn", s.decision, s.again, s.note, s.invented
    from support_payment s join lifecycle l on l.id = s.id join producer m on m.id = s.producer
      left join recognition g on g.id = s.recognition left join product p on p.id = g.product left join support_policy y on y.id = s.policy`;

const wanted = ({ q, nguon, nd, nam }: ListQuery, reach: RawBuilder<boolean>) => sql`${reach} and l.state = 'paid'
    ${nguon ? sql`and s.source = ${nguon}` : sql``} ${nd ? sql`and s.item = ${nd}` : sql``}
    ${nam ? sql`and s.paid_on between make_date(${nam}, 1, 1) and make_date(${nam}, 12, 31)` : sql``}
    ${q ? sql`and plain_text(concat_ws(' ', m.name, s.decision)) like '%' || replace(replace(plain_text(${q}), '%', ''), '_', '') || '%'` : sql``}`;

export interface PaymentAsk {
  readonly query: ListQuery;
  /** Rows of lifecycle `l` the reader reaches. */
  readonly reach: RawBuilder<boolean>;
  readonly day: Day;
}

/** Payments within reach, the newest first. */
export async function listPayments(
  db: Kysely<DB>,
  { query, reach, day }: PaymentAsk,
  from: number,
  limit: number,
): Promise<Payment[]> {
  const { rows } = await sql<Payment>`select ${columns(day)} where ${wanted(query, reach)}
    order by s.paid_on desc, s.id offset ${from} limit ${limit}`.execute(db);
  return rows;
}

/** What the list adds up to, whatever page of it is shown. */
export async function sumPayments(
  db: Kysely<DB>,
  { query, reach }: PaymentAsk,
): Promise<{ readonly payments: number; readonly producers: number; readonly paid: number }> {
  const { rows } = await sql<{ payments: number; producers: number; paid: number }>`
    select count(*)::int as payments, count(distinct s.producer)::int as producers, coalesce(sum(s.amount), 0)::float8 as paid
      from support_payment s join lifecycle l on l.id = s.id join producer m on m.id = s.producer where ${wanted(query, reach)}`.execute(
    db,
  );
  return rows[0] ?? { payments: 0, producers: 0, paid: 0 };
}

/** One payment. Throws 404. */
export async function findPayment(db: Kysely<DB>, id: string, day: Day): Promise<Payment> {
  const { rows } = await sql<Payment>`select ${columns(day)} where s.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

export interface Recognised {
  readonly id: string;
  readonly name: string;
  readonly kind: SupportKind;
  readonly star: number | null;
  readonly issued: Day | null;
}

/** Recognitions of a producer's products, the newest first, each with how the product came to its star. */
export async function recognitionsOf(db: Kysely<DB>, producer: string): Promise<Recognised[]> {
  const { rows } = await sql<Recognised>`
    select g.recognition as id, p.name, g.star, g.issued_latest as issued,
      coalesce(d.kind, case when b.recognition is null then 'first' when b.star < g.star then 'upgrade' else 'reEvaluation' end) as kind
    from product p join counted_recognition g on g.product = p.id join recognition r on r.id = g.recognition left join dossier d on d.id = r.dossier
      left join lateral (select o.recognition, o.star from counted_recognition o where o.product = g.product and o.recognition <> g.recognition
        and o.issued_latest < g.issued_earliest and o.life <> 'annulled' order by o.issued_latest desc, o.recognition desc limit 1) b on true
    where p.producer = ${producer}::uuid and p.joined_into is null and g.life <> 'annulled'
    order by g.issued_latest desc nulls last, p.name collate "vi-x-icu", g.recognition limit 300`.execute(db);
  return rows;
}

export interface Maker {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly commune: string | null;
  readonly formerUnit: string | null;
  readonly province: string | null;
  readonly earlierUnits: readonly string[];
}

const maker = (
  day: Day,
) => sql`p.id, p.name, place_words(p.commune, p.former_unit, p.province, ${day}::date) as place, p.commune,
    p.former_unit as "formerUnit", p.province, p.earlier_units as "earlierUnits" from producer p join lifecycle l on l.id = p.id and p.joined_into is null`;

/** Producers within reach by their name, in Vietnamese order. */
export async function producersNamed(
  db: Kysely<DB>,
  { q, reach, day }: { readonly q: string | undefined; readonly reach: RawBuilder<boolean>; readonly day: Day },
  limit: number,
): Promise<Maker[]> {
  const { rows } = await sql<Maker>`select ${maker(day)} where ${reach}
      ${q ? sql`and plain_text(p.name) like '%' || replace(replace(plain_text(${q}), '%', ''), '_', '') || '%'` : sql``}
     order by p.name collate "vi-x-icu", p.id limit ${limit}`.execute(db);
  return rows;
}

/** A producer within reach; undefined when there is none. */
export async function producerWithin(
  db: Kysely<DB>,
  id: string,
  reach: RawBuilder<boolean>,
  day: Day,
): Promise<Maker | undefined> {
  const { rows } = await sql<Maker>`select ${maker(day)} where p.id = ${id}::uuid and ${reach}`.execute(db);
  return rows[0];
}

/** Was this recognition paid under this policy before, by another payment that counts? */
export async function paidBefore(
  db: Kysely<DB>,
  { recognition, policy, but }: { recognition: string | null; policy: string | null; but: string | null },
): Promise<boolean> {
  if (recognition === null || policy === null) return false;
  const { rows } = await sql`select from support_payment s join lifecycle l on l.id = s.id and l.state = 'paid'
     where s.recognition = ${recognition}::uuid and s.policy = ${policy}::uuid and s.id is distinct from ${but}::uuid limit 1`.execute(
    db,
  );
  return rows.length > 0;
}
