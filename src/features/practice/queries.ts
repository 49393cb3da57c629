import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { KnownMark } from '#law/practice';
import type { Answers } from '#law/scoring';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';

type Db = Kysely<DB> | Tx;

/** What the council gave, kept with the copy. */
export interface Known {
  readonly sum: number;
  readonly count: number;
  readonly star: number | null;
  readonly criteria: readonly KnownMark[];
}

/** A judged product that can be practised on. */
export interface JudgedProduct {
  readonly dossier: string;
  readonly product: string;
  readonly producer: string;
  readonly productSet: string;
  readonly known: Known;
  readonly claims: Readonly<Record<string, string>>;
}

/** Products with an opened result of sessions of this office, newest first; `only` narrows to some dossiers. */
export async function judgedProducts(
  db: Db,
  area: string | null,
  only: readonly string[] | null = null,
): Promise<JudgedProduct[]> {
  const { rows } = await sql<JudgedProduct>`
    select distinct on (r.dossier) r.dossier, p.name as product, m.name as producer, d.product_set as "productSet",
           d.answer_notes as claims, json_build_object('sum', r.point_sum, 'count', r.sheet_count, 'star', r.star, 'criteria',
             (select json_agg(json_build_object('criterion', c->>'criterion', 'sum', c->'sum', 'count', c->'count')) from jsonb_array_elements(r.criteria) c)) as known
      from evaluation_result r join lifecycle l on l.id = r.session and l.state in ('opened', 'concluded')
      join dossier d on d.id = r.dossier join product p on p.id = d.product join producer m on m.id = d.producer
     where l.province is not distinct from ${area}::uuid and r.excluded is null
       and (${only}::uuid[] is null or r.dossier = any(${only}))
     order by r.dossier desc, r.computed_at desc limit 60`.execute(db);
  return rows;
}

export interface PracticeRow {
  readonly id: string;
  readonly state: 'open' | 'ended';
  readonly version: number;
  readonly title: string;
  readonly council: string;
  readonly products: number;
}

/** Practices within reach, those that go on first. */
export async function listPractices(db: Db, reach: RawBuilder<boolean>): Promise<PracticeRow[]> {
  const { rows } = await sql<PracticeRow>`
    select p.id, l.state, l.version, p.title, c.name as council,
           (select count(*)::int from practice_item i where i.practice = p.id) as products
      from practice p join lifecycle l on l.id = p.id join council c on c.id = p.council
     where ${reach} order by (l.state = 'ended'), p.id desc limit 100`.execute(db);
  return rows;
}

/** One practice; undefined when there is none. Ask permission first. */
export async function findPractice(db: Db, id: string): Promise<PracticeRow | undefined> {
  return (await listPractices(db, sql<boolean>`p.id = ${id}`))[0];
}

export interface Progress {
  readonly account: string;
  readonly name: string;
  readonly handedIn: number;
  readonly sheets: number;
}

/** How far each member is; nothing of what was given. */
export async function progressOf(db: Db, id: string): Promise<Progress[]> {
  const { rows } = await sql<Progress>`
    select s.account, a.full_name as name, count(s.submitted_at)::int as "handedIn", count(*)::int as sheets
      from practice_sheet s join practice_item i on i.id = s.item join account a on a.id = s.account
     where i.practice = ${id} group by s.account, a.full_name order by a.full_name, s.account`.execute(db);
  return rows;
}

/** A member's own sheet on one product of a practice. */
export interface PracticeSheet {
  readonly id: string;
  readonly product: string;
  readonly producer: string;
  readonly productSet: string;
  readonly claims: Readonly<Record<string, string>>;
  readonly papers: readonly { readonly title: string; readonly criteria: readonly string[] }[];
  readonly answers: Answers;
  readonly notes: Readonly<Record<string, string>>;
  readonly draftVersion: number;
  readonly submittedAt: Date | null;
  readonly known: Known;
}

/** The sheets of one account in a practice, in their order. */
export async function ownSheets(db: Db, practice: string, account: string): Promise<PracticeSheet[]> {
  const { rows } = await sql<PracticeSheet>`
    select s.id, i.product, i.producer, i.product_set as "productSet", i.claims, i.papers, s.answers, s.notes,
           s.draft_version as "draftVersion", s.submitted_at as "submittedAt", i.known
      from practice_item i join practice_sheet s on s.item = i.id and s.account = ${account}
     where i.practice = ${practice} order by i.position`.execute(db);
  return rows;
}

/** The known marks are shown when all of one's sheets are in, or the practice is over. */
export const mayCompare = (practice: Pick<PracticeRow, 'state'>, sheets: readonly PracticeSheet[]): boolean =>
  practice.state === 'ended' || sheets.every(({ submittedAt }) => submittedAt !== null);
