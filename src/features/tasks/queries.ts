/** Reads of tasks. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ACT_LABEL } from '#features/legal-acts';
import type { taskStates } from '#law/moves/tasks';
import type { TaskGiver, TaskOwner } from '#law/tasks';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { ListQuery, TaskKind, TaskView } from './schema.ts';

type TaskState = Exclude<keyof typeof taskStates, 'new'>;

export interface Task {
  readonly id: string;
  readonly version: number;
  readonly state: TaskState;
  readonly kind: TaskKind;
  readonly by: TaskGiver;
  readonly giver: string;
  /** Null: an office outside the system, `ownerName` by words. */
  readonly unit: string | null;
  readonly owner: TaskOwner;
  readonly ownerName: string;
  readonly commune: string | null;
  readonly province: string | null;
  readonly act: string | null;
  readonly actLabel: string | null;
  readonly item: string | null;
  readonly words: string;
  readonly brief: string;
  readonly givenOn: Day | null;
  readonly dueOn: Day | null;
  readonly term: string | null;
  readonly reportedOn: Day | null;
  readonly source: string | null;
  /** What was done, the newest word; null: nothing told yet. */
  readonly lastNote: string | null;
  /** How far it is, as last told; null: not told in per cent. */
  readonly percent: number | null;
  readonly meeting: string | null;
  /** Binds the tasks given to many units in one act; null: given alone. */
  readonly together: string | null;
  /** 'Họp giao ban, 12/11/2026' */
  readonly meetingLabel: string | null;
  readonly giverBody: string | null;
  readonly giverBodyName: string | null;
  readonly ownerBody: string | null;
  readonly ownerBodyName: string | null;
}

const columns = (
  day: Day,
) => sql`t.id, l.version, l.state, t.kind, case when t.by_ministry then 'ministry' else 'province' end as by,
  t.giver, t.unit, case when t.unit is null then 'words' when l.commune is null then 'province' else 'commune' end as owner,
  concat_ws(', ', (select o.name from body o where o.id = t.owner_body and t.unit is not null), coalesce(t.owner, place_text(t.unit, ${day}::date), '')) as "ownerName", l.commune, l.province,
  t.act, case when a.id is not null then ${ACT_LABEL} end as "actLabel", t.item, t.words, t.brief,
  t.given_on as "givenOn", t.due_on as "dueOn", t.term, t.reported_on as "reportedOn", t.source,
  (select n.words from task_note n where n.task = t.id order by n.written_at desc, n.id desc limit 1) as "lastNote",
  (select n.percent from task_note n where n.task = t.id and n.percent is not null order by n.written_at desc, n.id desc limit 1) as percent,
  t.together, t.meeting, (select concat_ws(', ', w.title, to_char(w.held_on, 'DD/MM/YYYY')) from steering_meeting w where w.id = t.meeting) as "meetingLabel",
  t.giver_body as "giverBody", (select o.name from body o where o.id = t.giver_body) as "giverBodyName",
  t.owner_body as "ownerBody", (select o.name from body o where o.id = t.owner_body) as "ownerBodyName"
  from task t join lifecycle l on l.id = t.id left join legal_act a on a.id = t.act`;

/** One task. Throws 404. */
export async function findTask(db: Kysely<DB>, id: string, day: Day): Promise<Task> {
  const { rows } = await sql<Task>`select ${columns(day)} where t.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

export interface TaskAsk extends Pick<ListQuery, 'q' | 'vanban' | 'hop' | 'ban' | 'chung'> {
  readonly day: Day;
  /** Rows of lifecycle `l` the reader reaches. */
  readonly reach: RawBuilder<boolean>;
}

const VIEWS = (day: Day): Readonly<Record<TaskView | 'doing', RawBuilder<boolean>>> => ({
  doing: sql<boolean>`l.state in ('given', 'underWay', 'returned', 'reported')`,
  late: sql<boolean>`(l.state in ('given', 'underWay', 'returned') and t.due_on < ${day}::date)`,
  reported: sql<boolean>`l.state = 'reported'`,
  accepted: sql<boolean>`l.state = 'accepted'`,
  cancelled: sql<boolean>`l.state = 'cancelled'`,
  all: sql<boolean>`true`,
});

const wanted = ({
  q,
  vanban,
  hop,
  ban,
  chung,
  reach,
}: TaskAsk) => sql`${reach} ${vanban ? sql`and t.act = ${vanban}::uuid` : sql``}
  ${hop ? sql`and t.meeting = ${hop}::uuid` : sql``} ${ban ? sql`and ${ban}::uuid in (t.giver_body, t.owner_body)` : sql``}
  ${chung ? sql`and t.together = ${chung}::uuid` : sql``}
  ${q ? sql`and plain_text(t.words || ' ' || coalesce(t.owner, '') || ' ' || coalesce(t.item, '')) like '%' || plain_text(${q}) || '%'` : sql``}`;

/** A page of tasks, the soonest last day first, those without one last. */
export async function taskRows(
  db: Kysely<DB>,
  ask: TaskAsk & { readonly view: TaskView | undefined },
  after: string | null,
  limit: number,
): Promise<Task[]> {
  const { rows } = await sql<Task>`
    select ${columns(ask.day)} where ${wanted(ask)} and ${VIEWS(ask.day)[ask.view ?? 'doing']}
      ${after ? sql`and (coalesce(t.due_on, 'infinity'), t.id) > (select coalesce(x.due_on, 'infinity'), x.id from task x where x.id = ${after}::uuid)` : sql``}
    order by coalesce(t.due_on, 'infinity'), t.id limit ${limit}`.execute(db);
  return rows;
}

/** How many each way of looking shows. */
export async function taskCounts(db: Kysely<DB>, ask: TaskAsk): Promise<Readonly<Record<TaskView | 'doing', number>>> {
  const views = VIEWS(ask.day);
  const counted = (Object.keys(views) as (TaskView | 'doing')[]).map(
    (view) => sql`count(*) filter (where ${views[view]})::int as ${sql.ref(view)}`,
  );
  const { rows } = await sql<Record<TaskView | 'doing', number>>`
    select ${sql.join(counted)} from task t join lifecycle l on l.id = t.id where ${wanted(ask)}`.execute(db);
  return rows[0] ?? { doing: 0, late: 0, reported: 0, accepted: 0, cancelled: 0, all: 0 };
}

/** How far tasks given together are: what each last told in per cent, a settled one counting as whole. */
export async function togetherProgress(
  db: Kysely<DB>,
  together: string,
  reach: RawBuilder<boolean>,
): Promise<{ readonly units: number; readonly percent: number }> {
  const { rows } = await sql<{ units: number; percent: number }>`
    select count(*)::int as units, coalesce(round(avg(case when l.state in ('reported', 'accepted') then 100 else coalesce((select n.percent from task_note n
        where n.task = t.id and n.percent is not null order by n.written_at desc, n.id desc limit 1), 0) end)), 0)::int as percent
      from task t join lifecycle l on l.id = t.id and l.state <> 'cancelled' where t.together = ${together}::uuid and ${reach}`.execute(
    db,
  );
  return rows[0] ?? { units: 0, percent: 0 };
}

/** Tasks of an office (null: those the Ministry gave) not reported by their last day, the longest late first; `total` counts them all. */
export async function lateTasks(
  db: Kysely<DB>,
  office: string | null,
  day: Day,
  limit: number,
): Promise<{ rows: readonly Task[]; total: number }> {
  const reach = office === null ? sql<boolean>`t.by_ministry` : sql<boolean>`t.unit = ${office}::uuid`;
  const { late: total } = await taskCounts(db, { day, reach });
  return { rows: total === 0 ? [] : await taskRows(db, { day, reach, view: 'late' }, null, limit), total };
}

export interface TaskNote {
  readonly id: string;
  readonly day: Day;
  readonly kind: 'progress' | 'report';
  readonly words: string;
  readonly file: string | null;
  readonly fileName: string | null;
  readonly percent: number | null;
  readonly office: string;
}

/** What was told of a task, the newest first; at most 100. */
export async function notesOf(db: Kysely<DB>, task: string): Promise<TaskNote[]> {
  const { rows } = await sql<TaskNote>`
    select n.id, n.day, n.kind, n.words, n.file, f.name as "fileName", n.percent, n.office
      from task_note n left join file f on f.id = n.file where n.task = ${task}::uuid
     order by n.written_at desc, n.id desc limit 100`.execute(db);
  return rows;
}
