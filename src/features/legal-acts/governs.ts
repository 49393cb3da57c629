/** What in the system rests on an act: records that carry its number and day. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { ReadContext } from '#platform/http/context';
import type { Act } from './queries.ts';

export interface Governed {
  readonly kind:
    | 'decision'
    | 'council'
    | 'round'
    | 'unitChange'
    | 'plan'
    | 'task'
    | 'body'
    | 'meeting'
    | 'officer'
    | 'training'
    | 'supportPolicy';
  readonly id: string;
  readonly title: string;
  readonly day: Day | null;
}

const MOST = 50;

/** Decisions, councils, rounds, changes of units, targets, bodies and their members, meetings and tasks that rest on the act, as far as the reader may see them. */
export async function governedBy(ctx: ReadContext, { id, number, issuedOn }: Act): Promise<Governed[]> {
  const key = sql`code_key(${number})`;
  const dated = (column: string) => sql`(${sql.ref(column)} = ${issuedOn}::date or ${issuedOn}::date is null)`;
  const { rows } = await sql<Governed>`
    select * from (
      select 'decision' as kind, d.id, d.title, d.dated as day from decision d join lifecycle l on l.id = d.id
       where code_key(d.number) = ${key} and ${dated('d.dated')} and ${ctx.within('decision.read', 'l')}
      union all
      select 'council', c.id, c.name, c.act_date from council c join lifecycle l on l.id = c.id
       where code_key(c.act) = ${key} and ${dated('c.act_date')} and ${ctx.within('council.read', 'l')}
      union all
      select 'round', r.id, 'Đợt ' || r.no || ' năm ' || r.year, null::date from evaluation_round r join lifecycle l on l.id = r.id
       where code_key(r.act) = ${key} and ${ctx.within('round.read', 'l')}
      union all
      select 'unitChange', u.id, 'Thay đổi đơn vị hành chính', u.effective_on from unit_change u
       where code_key(u.act) = ${key} and ${dated('u.act_date')} and ${ctx.actor.role === 'administrator'}
      union all
      select 'plan', ${id}::uuid, count(*) || ' chỉ tiêu và kết quả', null::date from target t join lifecycle l on l.id = t.id and l.state = 'set'
       where t.act = ${id}::uuid and ${ctx.within('target.read', 'l')} having count(*) > 0
      union all
      select 'task', ${id}::uuid, count(*) || ' việc', null::date from task w join lifecycle l on l.id = w.id
       where w.act = ${id}::uuid and l.state <> 'cancelled' and ${ctx.within('task.read', 'l')} having count(*) > 0
      union all
      select 'body', b.id, b.name, coalesce(b.to_on, b.from_on) from body b join lifecycle l on l.id = b.id
       where (${id}::uuid in (b.act, b.ended_by) or exists (select from body_member m where m.body = b.id and ${id}::uuid in (m.joined_by, m.left_by)))
         and ${ctx.within('body.read', 'l')}
      union all
      select 'meeting', w.id, w.title, w.held_on from steering_meeting w join lifecycle l on l.id = w.id and l.state = 'kept'
       where w.act = ${id}::uuid and ${ctx.within('conclusion.read', 'l')}
      union all
      select 'officer', o.id, o.name, o.from_on from commune_officer o join lifecycle l on l.id = o.id
       where o.act = ${id}::uuid and ${ctx.within('communeOfficer.read', 'l')}
      union all
      select 'training', t.id, t.subject, t.to_on from training t join lifecycle l on l.id = t.id and l.state = 'held'
       where t.act = ${id}::uuid and ${ctx.within('training.read', 'l')}
      union all
      select 'supportPolicy', y.id, y.name, y.from_on from support_policy y join lifecycle l on l.id = y.id and l.state = 'set'
       where y.act = ${id}::uuid and ${ctx.within('supportPolicy.read', 'l')}
    ) x order by x.day desc nulls last, x.id limit ${MOST}`.execute(ctx.db);
  return rows;
}

/** A recognition a decision gave, by the public product it stands for. */
export interface Recognition {
  readonly id: string;
  readonly product: string;
  readonly name: string;
  readonly star: number | null;
}
/** The first recognitions of the public register given by a decision of this number and day, and how many there are. */
export interface RecognisedBy {
  readonly total: number;
  readonly first: readonly Recognition[];
}

const FIRST = 20;

export async function recognisedBy(db: Kysely<DB>, { number, issuedOn }: Act): Promise<RecognisedBy> {
  if (number === null) return { total: 0, first: [] };
  const { rows } = await sql<Recognition & { total: number }>`
    select g.id, g.product, g.product_name as name, g.star, count(*) over ()::int as total
      from recognition g join product_search s on s.product = g.product and s.open where code_key(g.decision_number) = code_key(${number})
       and (${issuedOn}::date is null or ${issuedOn}::date between g.issued_earliest and g.issued_latest)
     order by g.product_name collate "vi-x-icu", g.id limit ${FIRST}`.execute(db);
  return { total: rows[0]?.total ?? 0, first: rows.map(({ total: _all, ...one }) => one) };
}
