/** Reads of meetings with conclusions. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ACT_LABEL } from '#features/legal-acts';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';

export interface Meeting {
  readonly id: string;
  readonly version: number;
  readonly body: string | null;
  readonly bodyName: string | null;
  readonly byMinistry: boolean;
  readonly title: string;
  readonly heldOn: Day;
  readonly chairedBy: string | null;
  readonly words: string | null;
  readonly act: string | null;
  readonly actLabel: string | null;
  readonly file: string | null;
  readonly fileName: string | null;
  /** Tasks that are not cancelled, those accepted, and those late on the day. */
  readonly tasks: number;
  readonly done: number;
  readonly late: number;
}

const columns = (
  day: Day,
) => sql`w.id, l.version, w.body, b.name as "bodyName", w.by_ministry as "byMinistry", w.title, w.held_on as "heldOn",
    w.chaired_by as "chairedBy", w.words, w.act, case when a.id is not null then ${ACT_LABEL} end as "actLabel", w.file, f.name as "fileName",
    n.tasks, n.done, n.late
    from steering_meeting w join lifecycle l on l.id = w.id and l.state = 'kept' left join body b on b.id = w.body left join legal_act a on a.id = w.act
    left join file f on f.id = w.file
    cross join lateral (select count(*) filter (where k.state <> 'cancelled')::int as tasks, count(*) filter (where k.state = 'accepted')::int as done,
        count(*) filter (where k.state in ('given', 'underWay', 'returned') and t.due_on < ${day}::date)::int as late
      from task t join lifecycle k on k.id = t.id where t.meeting = w.id) n`;

/** Meetings within reach, the newest first. */
export async function listMeetings(
  db: Kysely<DB>,
  ask: { readonly q?: string | undefined; readonly reach: RawBuilder<boolean>; readonly day: Day },
  from: number,
  limit: number,
): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`select ${columns(ask.day)} where ${ask.reach}
      ${ask.q ? sql`and plain_text(concat_ws(' ', w.title, w.words, b.name)) like '%' || replace(replace(plain_text(${ask.q}), '%', ''), '_', '') || '%'` : sql``}
    order by w.held_on desc, w.id offset ${from} limit ${limit}`.execute(db);
  return rows;
}

/** One meeting. Throws 404. */
export async function findMeeting(db: Kysely<DB>, id: string, day: Day): Promise<Meeting> {
  const { rows } = await sql<Meeting>`select ${columns(day)} where w.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}
