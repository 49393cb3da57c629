import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ReviewKind, ReviewOffice, ReviewOutcome, ReviewWish } from '#law/review';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { GROUPS, type Group, type ListQuery } from './schema.ts';

type Db = Kysely<DB> | Tx;

const OPEN = sql`('filed', 'requested', 'accepted')`;

/** A matter in the offices' list. */
export interface ReviewRow {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly state: string;
  readonly number: string;
  readonly dated: Day;
  readonly instance: ReviewOffice;
  readonly level: 'province' | 'central';
  readonly wish: ReviewWish | null;
  readonly outcome: ReviewOutcome | null;
  readonly dossier: string;
  readonly product: string;
  readonly producer: string;
  readonly province: string;
  readonly dueOn: Day | null;
  readonly enteredAt: Date;
  readonly answerDated: Day | null;
}

/** A whole matter. */
export interface Review extends ReviewRow {
  readonly version: number;
  readonly provinceId: string;
  readonly content: string;
  readonly lateReason: string | null;
  readonly file: string | null;
  readonly onBehalf: boolean;
  readonly acceptedOn: Day | null;
  readonly answerNumber: string | null;
  readonly answer: string | null;
  readonly answerFile: string | null;
  /** Why it was declined. */
  readonly declined: string | null;
}

const columns = sql`r.id, r.kind, l.state, r.number, r.dated, r.instance, r.level, r.wish, r.outcome, r.dossier, p.name as product, m.name as producer,
  (select v.full_name from unit_version v where v.unit = d.province order by v.valid_from desc limit 1) as province,
  l.due_on as "dueOn", r.entered_at as "enteredAt", r.answer_dated as "answerDated"`;
const from = sql`review r join lifecycle l on l.id = r.id join dossier d on d.id = r.dossier join product p on p.id = d.product join producer m on m.id = d.producer`;

interface ListAsk {
  readonly query: ListQuery;
  /** The policy's reach on alias `l`. */
  readonly reach: RawBuilder<boolean>;
  readonly limit: number;
}

/** Matters within reach, the newest first, from where `query.at` and `query.after` ended. */
export async function listReviews(db: Db, { query, reach, limit }: ListAsk): Promise<ReviewRow[]> {
  const group = query.group ? sql`and l.state = any(${[...GROUPS[query.group].states]}::text[])` : sql``;
  const after =
    query.at && query.after ? sql`and (r.entered_at, r.id) < (${query.at}::timestamptz, ${query.after}::uuid)` : sql``;
  const { rows } = await sql<ReviewRow>`
    select ${columns} from ${from} where ${reach} ${group} ${after} order by r.entered_at desc, r.id desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** How many within reach wait, and how many are done. */
export async function countReviews(db: Db, reach: RawBuilder<boolean>): Promise<Record<Group, number>> {
  const { rows } = await sql<Record<Group, number>>`
    select count(*) filter (where l.state in ${OPEN})::int as open, count(*) filter (where l.state not in ${OPEN})::int as done
      from review r join lifecycle l on l.id = r.id where ${reach}`.execute(db);
  return rows[0] ?? { open: 0, done: 0 };
}

/** The matter, or undefined. Permission is asked on its lifecycle row before. */
export async function findReview(db: Db, id: string): Promise<Review | undefined> {
  const { rows } = await sql<Review>`
    select ${columns}, l.version, d.province as "provinceId", r.content, r.late_reason as "lateReason", r.file, r.on_behalf as "onBehalf",
           r.accepted_on as "acceptedOn", r.answer_number as "answerNumber", r.answer, r.answer_file as "answerFile",
           (select e.reason from ledger e where e.subject = r.id and e.action = 'review.decline') as declined
      from ${from} where r.id = ${id}`.execute(db);
  return rows[0];
}

/** What a withdrawal needs to know of a recognition. */
export interface Annullable {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly star: number;
  readonly product: string;
  readonly productId: string;
  readonly province: string | null;
  readonly producer: string | null;
  readonly decision: string;
  readonly certificate: string | null;
  readonly code: string | null;
  readonly issuedOn: Day | null;
  readonly dossier: string | null;
  readonly dossierState: string | null;
  readonly review: string | null;
}

/** The recognition, or undefined. Permission is not asked here. */
export async function annullable(db: Db, id: string): Promise<Annullable | undefined> {
  const { rows } = await sql<Annullable>`
    select g.id, l.state, l.version, g.star, g.product_name as product, g.product as "productId", l.province, g.producer_name as producer, g.decision_number as decision,
           g.certificate_number as certificate, g.check_code as code, g.issued_latest as "issuedOn", g.dossier, k.state as "dossierState",
           (select r.id from review r join lifecycle q on q.id = r.id and q.state in ('requested', 'accepted')
             where r.dossier = g.dossier and r.instance = 'province' limit 1) as review
      from recognition g join lifecycle l on l.id = g.id left join lifecycle k on k.id = g.dossier where g.id = ${id}`.execute(
    db,
  );
  return rows[0];
}
