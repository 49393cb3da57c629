/** What came of a dossier after the commune: its session, its result, its decision and certificate. */
import { sql } from 'kysely';
import { rolesOf } from '#platform/actor';
import type { ReadContext } from '#platform/http/context';

/** A result an evaluation done again has left behind. */
interface Earlier {
  readonly session: string;
  readonly title: string;
  readonly sum: number;
  readonly count: number;
}

interface Found {
  readonly dossier: string;
  readonly session: string | null;
  readonly sessionTitle: string | null;
  /** Points over sheets, once the scores are opened. */
  readonly sum: number | null;
  readonly count: number | null;
  readonly star: number | null;
  readonly candidate: boolean | null;
  /** Results of sessions before this one, newest first: they stay when a dossier is evaluated again. */
  readonly earlier: readonly Earlier[];
  /** The Ministry has told the province this result. */
  readonly told: boolean;
  readonly decision: string | null;
  /** The decision rests on the session named here; one on an earlier session settles nothing now. */
  readonly onThisSession: boolean;
  readonly decisionState: string | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: string | null;
  readonly certificateNumber: string | null;
  readonly checkCode: string | null;
}

export interface Outcome extends Found {
  readonly mayReadSession: boolean;
  readonly mayReadResult: boolean;
  readonly mayReadDecision: boolean;
  /** The province may draft the decision that the result waits for, or go on with its draft. */
  readonly mayDecide: boolean;
}

/** In which states which office has to decide. */
const DECIDING: Readonly<Record<string, readonly string[]>> = {
  province: ['concluded', 'centralReturned'],
  ministry: ['centralConcluded'],
};

/** Undefined before a council had the dossier. Points are handed on only to who may read them (U31). */
export async function outcomeOf(ctx: ReadContext, dossier: string, state: string): Promise<Outcome | undefined> {
  const { rows } = await sql<Found>`
    select d.id as dossier, a.session, s.title as "sessionTitle", r.point_sum as sum, r.sheet_count as count, r.star,
           r.candidate and not exists (select from council_session z join council c on c.id = z.council and c.level = 'central'
                                        where z.id = a.session) as candidate,
           coalesce((select json_agg(json_build_object('session', e.session, 'title', z.title, 'sum', e.point_sum, 'count', e.sheet_count)
                              order by e.computed_at desc)
             from evaluation_result e join council_session z on z.id = e.session
            where e.dossier = d.id and e.session <> a.session), '[]') as earlier,
           exists (select from central_notice t where t.dossier = d.id and t.session = a.session) as told,
           coalesce(k.session = a.session, false) as "onThisSession",
           k.id as decision, k.state as "decisionState", k.number as "decisionNumber", k.dated as "decidedOn",
           n.certificate_number as "certificateNumber", n.check_code as "checkCode"
      from dossier d
      left join lateral (select o.session from session_dossier o join lifecycle z on z.id = o.session
             where o.dossier = d.id and z.state <> 'cancelled' order by o.session desc limit 1) a on true
      left join council_session s on s.id = a.session
      left join evaluation_result r on r.session = a.session and r.dossier = d.id
      left join lateral (select e.id, e.session, e.number, e.dated, l.state, i.recognition from decision_item i
             join decision e on e.id = i.decision join lifecycle l on l.id = e.id
             where i.dossier = d.id and l.state <> 'cancelled' order by e.id desc limit 1) k on true
      left join recognition n on n.id = k.recognition
     where d.id = ${dossier}`.execute(ctx.db);
  const found = rows[0];
  if (!found || (found.session === null && found.decision === null)) return undefined;
  const may = async (verb: string, id: string | null) => id !== null && (await ctx.may(verb, id));
  const [mayReadSession, mayReadResult, mayReadDecision, mayDecide] = await Promise.all([
    may('session.read', found.session),
    may('result.read', found.session),
    may('decision.read', found.decision),
    rolesOf(ctx.actor).some((role) => DECIDING[role]?.includes(state)) && ctx.may('decision.draft'),
  ]);
  const readable = await Promise.all(found.earlier.map(({ session }) => ctx.may('result.read', session)));
  const earlier = found.earlier.filter((_one, at) => readable[at]);
  const hidden = mayReadResult || found.told ? {} : { sum: null, count: null, star: null, candidate: null };
  return { ...found, ...hidden, earlier, mayReadSession, mayReadResult, mayReadDecision, mayDecide };
}
