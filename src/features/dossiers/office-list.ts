import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { stateWords } from '#law/moves';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { choice, search } from '#platform/http/fields';
import { type ApplicationKind, applicationKinds, type DossierState } from './schema.ts';

/** States an office sees, in the order a dossier passes them. */
export const OFFICE_STATES = [
  'submitted',
  'checking',
  'returned',
  'proposed',
  'inRound',
  'inSession',
  'concluded',
  'candidate',
  'sentToMinistry',
  'central',
  'centralSession',
  'centralConcluded',
  'centralReturned',
  'recognised',
  'notRecognised',
  'annulled',
  'excluded',
  'withdrawn',
] as const satisfies readonly DossierState[];
export type OfficeState = (typeof OFFICE_STATES)[number];

/** The one name of a state. */
export const stateName = (state: DossierState): string => stateWords('dossier', state).name;

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);

/** Filters of the offices' list, as they stand in its address. A value that makes no sense counts as not given. */
export const officeQuery = z.object({
  q: search().catch(undefined),
  state: z.preprocess(blankIsAbsent, choice(OFFICE_STATES).optional()).catch(undefined),
  kind: z.preprocess(blankIsAbsent, choice(applicationKinds).optional()).catch(undefined),
  set: z.preprocess(blankIsAbsent, z.string().max(40).optional()).catch(undefined),
  round: z.preprocess(blankIsAbsent, z.uuid().optional()).catch(undefined),
  due: z.preprocess(blankIsAbsent, choice(['late', 'week']).optional()).catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});
export type OfficeQuery = z.output<typeof officeQuery>;

/** Where the next page of the list begins: due day, last move, id of the last row. */
export const officeCursor = z.tuple([z.string().max(10), z.string().max(40), z.uuid()]);
export type OfficeCursor = z.output<typeof officeCursor>;

/** A dossier in the offices' list. */
export interface OfficeRow {
  readonly id: string;
  readonly state: OfficeState;
  readonly kind: ApplicationKind;
  readonly product: string;
  readonly producer: string;
  readonly commune: string;
  readonly productSet: string;
  readonly productCode: string | null;
  readonly slip: string | null;
  readonly round: string | null;
  readonly submittedOn: Day | null;
  readonly proposedOn: Day | null;
  readonly dueOn: Day | null;
  readonly nextActor: string | null;
  /** What the order is by, as text. */
  readonly place: OfficeCursor;
}

export interface OfficeAsk {
  readonly query: OfficeQuery;
  readonly reach: RawBuilder<boolean>;
  /** The seven days that count as this week end here. */
  readonly day: Day;
  readonly limit: number;
  readonly after: OfficeCursor | null;
}

/** Dossiers within reach, what is due first on top; drafts are nobody's but their writer's and never here. */
export async function officeRows(db: Kysely<DB>, ask: OfficeAsk): Promise<OfficeRow[]> {
  const { after } = ask;
  const place = sql`(coalesce(l.due_on::text, '9999'), to_char(l.moved_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US'), d.id)`;
  const from = after ? sql`and ${place} > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : sql``;
  const { rows } = await sql<OfficeRow>`
    select d.id, l.state, d.kind, p.name as product, m.name as producer, v.full_name as commune, d.product_set as "productSet",
           d.product_code as "productCode", d.submitted_on as "submittedOn", d.proposed_on as "proposedOn",
           l.due_on as "dueOn", l.next_actor as "nextActor",
           case when r.id is null then null else 'Đợt ' || r.no || '/' || r.year end as round,
           (select s.text from receipt_slip s where s.dossier = d.id and s.body = 'commune'
             order by s.year desc, s.number desc limit 1) as slip,
           jsonb_build_array(coalesce(l.due_on::text, '9999'),
             to_char(l.moved_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US'), d.id) as place
      from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product join producer m on m.id = d.producer
      left join evaluation_round r on r.id = d.round
      left join lateral (select w.full_name from unit_version w where w.unit = d.commune order by w.valid_from desc limit 1) v on true
     where ${filtersOf(ask)} ${from} order by ${place} limit ${ask.limit}`.execute(db);
  return rows;
}

/** How many dossiers stand in each state, the other filters applied. */
export async function countsByState(
  db: Kysely<DB>,
  ask: Pick<OfficeAsk, 'query' | 'reach' | 'day'>,
): Promise<ReadonlyMap<OfficeState, number>> {
  const { state: _state, ...others } = ask.query;
  const { rows } = await sql<{ state: OfficeState; count: number }>`
    select l.state, count(*)::int as count
      from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product join producer m on m.id = d.producer
     where ${filtersOf({ ...ask, query: others })} group by l.state`.execute(db);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

function filtersOf({ query, reach, day }: Pick<OfficeAsk, 'query' | 'reach' | 'day'>): RawBuilder<boolean> {
  const parts = [reach, sql<boolean>`l.state <> 'draft'`];
  if (query.state) parts.push(sql`l.state = ${query.state}`);
  if (query.kind) parts.push(sql`d.kind = ${query.kind}`);
  if (query.set) parts.push(sql`d.product_set = ${query.set}`);
  if (query.round) parts.push(sql`(d.round = ${query.round} or d.central_round = ${query.round})`);
  if (query.due === 'late') parts.push(sql`l.due_on < ${day}::date`);
  if (query.due === 'week') parts.push(sql`l.due_on between ${day}::date and ${day}::date + 7`);
  if (query.q)
    parts.push(sql`(plain_text(p.name || ' ' || m.name) like '%' || plain_text(${query.q}) || '%'
      or d.product_code ilike ${query.q.replaceAll(/[%_\\]/g, '\\$&')}
      or exists (select from receipt_slip s where s.dossier = d.id and s.text ilike ${query.q.replaceAll(/[%_\\]/g, '\\$&')} || '%'))`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
