/** The advisory teams' work on a dossier as its readers see it: papers asked for, visits, who is charged with it (Art. 7.3.c, 7.4.c). */
import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';

export type AdviceLevel = 'province' | 'central';

/** Whose team works on a dossier in this state. */
export const adviceLevelOf = ({ state }: { readonly state: string }): AdviceLevel =>
  state.startsWith('central') ? 'central' : 'province';

/** Papers or test results a team asked the producer for, and the answer once there is one. */
export interface AdviceRequest {
  readonly id: string;
  readonly level: AdviceLevel;
  readonly kind: 'paper' | 'test';
  readonly what: string;
  readonly askedOn: Day;
  readonly dueOn: Day;
  readonly answer: string | null;
  readonly answeredOn: Day | null;
  readonly papers: readonly { readonly id: string; readonly title: string; readonly file: string }[];
}

/** A visit to the place of production. */
export interface SiteVisit {
  readonly id: string;
  readonly level: AdviceLevel;
  readonly visitedOn: Day;
  readonly place: string;
  /** '20.651230, 106.051230' */
  readonly coordinates: string | null;
  /** One person a line. */
  readonly people: string;
  readonly findings: string;
  readonly proposal: string | null;
  readonly minutesFile: string | null;
  /** The account that wrote it down. */
  readonly recordedBy: string;
  readonly photos: readonly { readonly id: string; readonly name: string }[];
}

/** A visit still to come, or what became of it. */
export interface PlannedVisit {
  readonly id: string;
  readonly level: AdviceLevel;
  readonly visitOn: Day;
  readonly startsAt: string | null;
  readonly place: string;
  /** One person a line. */
  readonly people: string;
  readonly purpose: string | null;
  readonly moves: number;
  readonly movedReason: string | null;
  readonly cancelledOn: Day | null;
  readonly cancelReason: string | null;
  /** The visit recorded from it. */
  readonly visit: string | null;
}

/** Where a planned visit stands. */
export const planState = ({ visit, cancelledOn }: PlannedVisit): 'open' | 'done' | 'cancelled' =>
  visit !== null ? 'done' : cancelledOn !== null ? 'cancelled' : 'open';

export interface AdviceWork {
  readonly plans: readonly PlannedVisit[];
  readonly requests: readonly AdviceRequest[];
  readonly visits: readonly SiteVisit[];
  readonly advisers: readonly {
    readonly id: string;
    readonly level: AdviceLevel;
    readonly name: string;
    readonly organisation: string;
  }[];
}

/** Has a session that has the dossier on its agenda begun and not yet been concluded? */
export async function scoringBegan(db: Kysely<DB> | Tx, dossier: string): Promise<boolean> {
  const { rows } = await sql`
    select from session_dossier o join lifecycle l on l.id = o.session and l.state in ('scoring', 'closed', 'opened')
     where o.dossier = ${dossier} limit 1`.execute(db);
  return rows.length > 0;
}

/** All of it, oldest first. Ask `dossier.read` first. */
export async function adviceWork(db: Kysely<DB> | Tx, dossier: string): Promise<AdviceWork> {
  const [requests, visits, advisers, plans] = await Promise.all([
    sql<AdviceRequest>`
      select r.id, r.level, r.kind, r.what, r.asked_on as "askedOn", r.due_on as "dueOn", r.answer, r.answered_on as "answeredOn",
             coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title, 'file', p.file) order by p.title)
               from advice_request_paper x join paper p on p.id = x.paper where x.request = r.id), '[]') as papers
        from advice_request r where r.dossier = ${dossier} order by r.asked_on, r.id`.execute(db),
    sql<SiteVisit>`
      select v.id, v.level, v.visited_on as "visitedOn", v.place, v.latitude || ', ' || v.longitude as coordinates, v.people, v.findings,
             v.proposal, v.minutes_file as "minutesFile", v.recorded_by as "recordedBy",
             coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name) order by x.position)
               from site_visit_photo x join file f on f.id = x.file where x.visit = v.id), '[]') as photos
        from site_visit v where v.dossier = ${dossier} order by v.visited_on, v.id`.execute(db),
    sql<AdviceWork['advisers'][number]>`
      select m.id, a.level, m.name, m.organisation from advice_assignment a join advisory_team_member m on m.id = a.member
       where a.dossier = ${dossier} order by a.level desc, m.position, m.name`.execute(db),
    sql<PlannedVisit>`
      select id, level, visit_on as "visitOn", starts_at as "startsAt", place, people, purpose, moves, moved_reason as "movedReason",
             cancelled_on as "cancelledOn", cancel_reason as "cancelReason", visit
        from planned_visit where dossier = ${dossier} order by visit_on, id`.execute(db),
  ]);
  return { requests: requests.rows, visits: visits.rows, advisers: advisers.rows, plans: plans.rows };
}
