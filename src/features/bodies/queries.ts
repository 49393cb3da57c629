/** Reads of bodies and of who serves in them. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { ACT_LABEL } from '#features/legal-acts';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { BodyKind, BodyLevel, ListQuery, MemberRole } from './schema.ts';

export interface Body {
  readonly id: string;
  readonly version: number;
  readonly state: 'active' | 'dissolved';
  readonly level: BodyLevel;
  readonly kind: BodyKind;
  readonly name: string;
  readonly unit: string | null;
  /** 'Cả nước', or its province or commune as it is called now. */
  readonly place: string;
  readonly act: string | null;
  readonly actLabel: string | null;
  readonly endedBy: string | null;
  readonly endedLabel: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly invented: boolean;
  readonly source: string | null;
  readonly note: string | null;
  /** How many serve on the day asked. */
  readonly members: number;
}

const label = (alias: 'a' | 'e') =>
  alias === 'a'
    ? sql`case when a.id is not null then ${ACT_LABEL} end`
    : sql`(select ${ACT_LABEL} from legal_act a where a.id = b.ended_by)`;
const columns = (day: Day) => sql`b.id, l.version, l.state, b.level, b.kind, b.name, b.unit,
    case when b.unit is null then 'Cả nước' else place_text(b.unit, ${day}::date) end as place,
    b.act, ${label('a')} as "actLabel", b.ended_by as "endedBy", ${label('e')} as "endedLabel", b.from_on as "from", b.to_on as "to",
    b.invented, b.source, b.note,
    (select count(*)::int from body_member m where m.body = b.id and ${servesOn(day)}) as members
    from body b join lifecycle l on l.id = b.id left join legal_act a on a.id = b.act`;

/** Does the member `m` serve on a day? What no source dates counts as begun. */
const servesOn = (day: Day) =>
  sql<boolean>`(coalesce(m.from_on, '-infinity') <= ${day}::date and coalesce(m.to_on, 'infinity') >= ${day}::date)`;

const wanted = (
  { q, cap, cu }: ListQuery,
  reach: RawBuilder<boolean>,
) => sql`${reach} and l.state = ${cu ? 'dissolved' : 'active'}
    ${cap ? sql`and b.level = ${cap}` : sql``}
    ${q ? sql`and plain_text(b.name) like '%' || replace(replace(plain_text(${q}), '%', ''), '_', '') || '%'` : sql``}`;

/** Bodies within reach: from the top down, by name. */
export async function listBodies(
  db: Kysely<DB>,
  ask: { readonly query: ListQuery; readonly reach: RawBuilder<boolean>; readonly day: Day },
  from: number,
  limit: number,
): Promise<Body[]> {
  const { rows } = await sql<Body>`select ${columns(ask.day)} where ${wanted(ask.query, ask.reach)}
    order by array_position(array['central', 'province', 'commune'], b.level), b.name collate "vi-x-icu", b.id offset ${from} limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** How many there are at each level, with the filters but the level's own. */
export async function countBodies(
  db: Kysely<DB>,
  query: ListQuery,
  reach: RawBuilder<boolean>,
): Promise<Readonly<Record<BodyLevel, number>>> {
  const { rows } = await sql<{ level: BodyLevel; n: number }>`
    select b.level, count(*)::int as n from body b join lifecycle l on l.id = b.id
     where ${wanted({ ...query, cap: undefined }, reach)} group by b.level`.execute(db);
  const of = (level: BodyLevel) => rows.find((row) => row.level === level)?.n ?? 0;
  return { central: of('central'), province: of('province'), commune: of('commune') };
}

/** One body. Throws 404. */
export async function findBody(db: Kysely<DB>, id: string, day: Day): Promise<Body> {
  const { rows } = await sql<Body>`select ${columns(day)} where b.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

export interface Member {
  readonly id: string;
  /** Null: a position alone. */
  readonly name: string | null;
  readonly position: string;
  readonly role: MemberRole;
  readonly phone: string | null;
  readonly email: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly joinedBy: string | null;
  readonly leftBy: string | null;
}

/** Everybody who serves or served, those who serve on the day first, in the order of the acts; `contacts` false leaves telephone and e-mail out. */
export async function membersOf(db: Kysely<DB>, body: string, day: Day, contacts: boolean): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.id, m.name, m.position, m.role, case when ${contacts} then m.phone end as phone, case when ${contacts} then m.email end as email,
      m.from_on as "from", m.to_on as "to",
      (select ${ACT_LABEL} from legal_act a where a.id = m.joined_by) as "joinedBy",
      (select ${ACT_LABEL} from legal_act a where a.id = m.left_by) as "leftBy"
      from body_member m where m.body = ${body}::uuid
     order by ${servesOn(day)} desc, array_position(array['head', 'deputy', 'standing', 'secretary', 'member'], m.role), m.place, m.id limit 500`.execute(
    db,
  );
  return rows;
}

/** Does a member serve on a day? */
export const serves = ({ from, to }: Pick<Member, 'from' | 'to'>, day: Day): boolean =>
  (from === null || from <= day) && (to === null || to >= day);

export interface BodyWork {
  readonly kind: 'task' | 'meeting';
  readonly id: string;
  readonly words: string;
  readonly state: string | null;
  readonly day: Day | null;
  /** The body gave it, or has to do it; null for a meeting. */
  readonly gives: boolean | null;
}

/** The newest meetings of a body, and tasks it gave or has to do, as far as the reader may see them. */
export async function workOf(
  db: Kysely<DB>,
  body: string,
  reach: { readonly tasks: RawBuilder<boolean>; readonly meetings: RawBuilder<boolean> },
): Promise<BodyWork[]> {
  const { rows } = await sql<BodyWork>`
    (select 'meeting' as kind, w.id, w.title as words, null as state, w.held_on as day, null::boolean as gives
       from steering_meeting w join lifecycle l on l.id = w.id where w.body = ${body}::uuid and ${reach.meetings}
      order by w.held_on desc, w.id limit 20)
    union all
    (select 'task', t.id, t.brief, l.state, t.due_on, t.giver_body is not distinct from ${body}::uuid
       from task t join lifecycle l on l.id = t.id where ${body}::uuid in (t.giver_body, t.owner_body) and ${reach.tasks}
      order by l.state in ('accepted', 'cancelled'), coalesce(t.due_on, 'infinity'), t.id limit 50)`.execute(db);
  return rows;
}

/** Bodies at work that a form offers: those within reach, from the top down. */
export async function bodiesToChoose(
  db: Kysely<DB>,
  reach: RawBuilder<boolean>,
): Promise<{ id: string; name: string; level: BodyLevel; unit: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; level: BodyLevel; unit: string | null }>`
    select b.id, b.name, b.level, b.unit from body b join lifecycle l on l.id = b.id and l.state = 'active' where ${reach}
     order by array_position(array['central', 'province', 'commune'], b.level), b.name collate "vi-x-icu", b.id limit 500`.execute(
    db,
  );
  return rows;
}

/** A body at work by its id; undefined when there is none, or it was dissolved. Permission is not asked here. */
export async function bodyAtWork(
  db: Kysely<DB>,
  id: string,
): Promise<
  { readonly id: string; readonly name: string; readonly level: BodyLevel; readonly unit: string | null } | undefined
> {
  const { rows } = await sql<{ id: string; name: string; level: BodyLevel; unit: string | null }>`
    select b.id, b.name, b.level, b.unit from body b join lifecycle l on l.id = b.id and l.state = 'active' where b.id = ${id}::uuid`.execute(
    db,
  );
  return rows[0];
}
