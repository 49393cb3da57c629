import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Process } from '#law/moves';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { PlacesOfWork } from './places.ts';
import type { QueueFilter } from './schema.ts';

/** One thing that waits for this office. */
export interface WorkItem {
  readonly id: string;
  readonly process: Process;
  readonly state: string;
  readonly dueOn: Day | null;
  readonly movedAt: Date;
  readonly version: number;
  readonly name: string;
  readonly who: string | null;
  readonly code: string | null;
  /** The colleague whose work it is; null: one's own. */
  readonly inPlaceOf: string | null;
}

export interface WorkAsk {
  readonly places: PlacesOfWork;
  readonly day: Day;
  /** Terms that end up to this day count as near. */
  readonly nearUntil: Day;
  readonly filter: QueueFilter;
  readonly limit: number;
  readonly after: { readonly dueOn: Day; readonly id: string } | null;
}

const FAR = '9999-12-31';

/** The dossier `id` stands in the draft of a decision on its newest result, or in an issued one. */
const decided = (id: string) => sql<boolean>`exists (select from decision_item i join lifecycle x on x.id = i.decision
  join decision k on k.id = i.decision where i.dossier = ${sql.ref(id)} and x.state <> 'cancelled'
  and k.session = (select n.session from evaluation_result n where n.dossier = i.dossier order by n.computed_at desc limit 1))`;

/**
 * What stands in its state without anything left to do is no work: a scored dossier waits only until it stands in the
 * draft of a decision, its concluded session as long as one of its products leads to a decision and stands in none.
 */
const LEFT_TO_DO = sql<boolean>`(l.state <> 'concluded' or case l.process
  when 'dossier' then not ${decided('l.id')}
  when 'session' then exists (
    select from evaluation_result e join lifecycle o on o.id = e.dossier and o.state in ('concluded', 'centralConcluded')
     where e.session = l.id and (e.candidate or e.star >= 3) and not ${decided('e.dossier')})
  else true end)`;

function waiting({ places, filter, day, nearUntil }: WorkAsk): RawBuilder<unknown> {
  const term =
    filter.term === 'late'
      ? sql`and l.due_on < ${day}`
      : filter.term === 'soon'
        ? sql`and l.due_on between ${day} and ${nearUntil}`
        : sql``;
  const process = filter.process ? sql`and l.process = ${filter.process}` : sql``;
  const named = filter.q
    ? sql`and (p.name_plain like '%' || plain_text(${filter.q}) || '%' or m.name_plain like '%' || plain_text(${filter.q}) || '%'
              or plain_text(coalesce(s.title, k.title, w.words, r.typed, c.title || ' ' || c.unit_name, '')) like '%' || plain_text(${filter.q}) || '%')`
    : sql``;
  return sql`from lifecycle l left join review v on v.id = l.id left join dossier d on d.id = coalesce(v.dossier, l.id) left join misuse_report r on r.id = l.id left join product_year y on y.id = l.id left join task w on w.id = l.id left join product p on p.id = coalesce(d.product, r.product, y.product)
      left join producer m on m.id = coalesce(d.producer, case when y.id is not null then p.producer end) left join council_session s on s.id = l.id left join decision k on k.id = l.id left join compiled_report c on c.id = l.id
     where ${places.waits}
       and ${LEFT_TO_DO} ${term} ${process} ${named}`;
}

/** What waits, the soonest term first; those without a term last, the oldest first. */
export async function listWork(db: Kysely<DB>, ask: WorkAsk): Promise<WorkItem[]> {
  const after = ask.after
    ? sql`and (coalesce(l.due_on, ${FAR}::date), l.id) > (${ask.after.dueOn}::date, ${ask.after.id}::uuid)`
    : sql``;
  const { rows } = await sql<WorkItem>`
    select l.id, l.process, l.state, l.due_on as "dueOn", l.moved_at as "movedAt", l.version, coalesce(p.name, s.title, k.title, c.title, w.brief, r.typed, r.number, '') as name,
           coalesce(m.name, r.place, c.unit_name, w.giver) as who, coalesce(v.number, d.product_code, r.number, y.year::text) as code,
           ${ask.places.inPlaceOf} as "inPlaceOf"
    ${waiting(ask)} ${after} order by coalesce(l.due_on, ${FAR}::date), l.id limit ${ask.limit}`.execute(db);
  return rows;
}

export interface WorkCounts {
  readonly all: number;
  readonly late: number;
  readonly soon: number;
}

/** How many wait, how many are overdue, how many soon will be. */
export async function countWork(db: Kysely<DB>, ask: WorkAsk): Promise<WorkCounts> {
  const { rows } = await sql<WorkCounts>`
    select count(*)::int as all, count(*) filter (where l.due_on < ${ask.day})::int as late,
           count(*) filter (where l.due_on between ${ask.day} and ${ask.nearUntil})::int as soon
    ${waiting({ ...ask, filter: { ...ask.filter, term: undefined } })}`.execute(db);
  return rows[0] ?? { all: 0, late: 0, soon: 0 };
}

/** What stands where a list ended, for the next page. */
export const cursorOf = (item: WorkItem) => ({ dueOn: item.dueOn ?? FAR, id: item.id });
