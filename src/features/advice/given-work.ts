/** The dossiers given to a member of an advisory team, as their home lists them. */
import { sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { ReadContext } from '#platform/http/context';

/** How far the own part is. */
export type PartState = 'notBegun' | 'writing' | 'handedIn' | 'givenBack';

export interface GivenDossier {
  readonly id: string;
  readonly state: string;
  readonly product: string;
  readonly producer: string;
  readonly dueOn: Day | null;
  readonly part: PartState;
  /** Its place in the list: the last day, far off where none is set, farther where the part is handed in. */
  readonly place: Day;
  /** Requests to the producer still unanswered. */
  readonly waiting: number;
  /** The next visit planned. */
  readonly visitOn: Day | null;
}

/** Where a page of the list goes on. */
export interface GivenCursor {
  readonly due: string;
  readonly id: string;
}

const NO_DAY = '9999-12-30';
const HANDED_IN = '9999-12-31';

/** What is given to the actor now, the soonest last day first, after the cursor. */
export async function givenWork(ctx: ReadContext, limit: number, after: GivenCursor | null): Promise<GivenDossier[]> {
  const { rows } = await sql<GivenDossier>`
    select * from (
    select d.id, l.state, p.name as product, m.name as producer, a.due_on as "dueOn",
           case when h.no is null then case when w.id is null then 'notBegun' else 'writing' end
                when h.given_back_on is null then 'handedIn' else 'givenBack' end as part,
           (select count(*)::int from advice_request r where r.dossier = d.id and r.level = a.level and r.answered_on is null) as waiting,
           (select min(v.visit_on) from planned_visit v where v.dossier = d.id and v.level = a.level and v.visit is null
              and v.cancelled_on is null and v.visit_on >= ${ctx.day}::date) as "visitOn",
           case when h.no is not null and h.given_back_on is null then ${HANDED_IN}::date else coalesce(a.due_on, ${NO_DAY}::date) end as place
      from advisory_team_member t
      join advice_assignment a on a.member = t.id
      join lifecycle l on l.id = a.dossier and a.level = case when l.state like 'central%' then 'central' else 'province' end
      join dossier d on d.id = l.id join product p on p.id = d.product join producer m on m.id = d.producer
      left join advice_part w on w.dossier = d.id and w.level = a.level and w.member = t.id
      left join lateral (select x.no, x.given_back_on from advice_part_handed x where x.part = w.id order by x.no desc limit 1) h on true
     where t.account = ${ctx.actor.account} and t.ended_at is null and ${ctx.within('advice.readPart', 'l')}) x
     where ${after === null} or (x.place, x.id) > (${after?.due ?? NO_DAY}::date, ${after?.id ?? null}::uuid)
     order by x.place, x.id limit ${limit}`.execute(ctx.db);
  return rows;
}
