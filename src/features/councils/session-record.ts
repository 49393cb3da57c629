import { type Kysely, sql } from 'kysely';
import type { State } from '#law/moves';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { CouncilLevel } from './level.ts';
import { FORMER_REGULATION, type Regulation, type SessionMode } from './schema.ts';

export interface SessionRecord {
  readonly id: string;
  readonly state: State<'session'>;
  readonly version: number;
  readonly council: string;
  readonly councilName: string;
  readonly level: CouncilLevel;
  /** Whose it is: of a concluded one the province that held it, also when that has merged since. Null: the Ministry's council. */
  readonly province: string | null;
  readonly round: string | null;
  readonly title: string;
  readonly mode: SessionMode;
  readonly heldOn: Day | null;
  readonly place: string | null;
  readonly closesAt: Date | null;
  /** Set where written opinions turned into a meeting. */
  readonly metInstead: MetInstead | null;
  /** The day scoring began: sheets, or ballots, were sent. */
  readonly sentOn: Day | null;
  readonly agenda: string | null;
  /** The council's regulation as it was when the session was planned. */
  readonly regulation: Regulation;
  /** Why it was cancelled, when it was. */
  readonly cancelledFor: string | null;
  /** In the order of the agenda. */
  readonly dossiers: readonly string[];
}

/** How written opinions turned into a meeting: when, why, for which products, and how far the ballot had come. */
export interface MetInstead {
  readonly on: Day;
  readonly reason: string;
  readonly products: readonly string[];
  readonly answerBy: Day | null;
  readonly answered: number;
  readonly members: number;
}

/** The session, or undefined. Permission is not asked here. */
export async function findSession(db: Kysely<DB> | Tx, id: string): Promise<SessionRecord | undefined> {
  const { rows } = await sql<SessionRecord>`
    select s.id, l.state, l.version, s.council, c.name as "councilName", c.level,
           case when l.state = 'concluded' then c.province else l.province end as province, s.round, s.title, s.mode,
           s.held_on as "heldOn", s.place,
           s.closes_at as "closesAt", s.met_instead as "metInstead", s.agenda,
           (select g.day from ledger g where g.subject = s.id and g.action = 'session.start') as "sentOn", ${FORMER_REGULATION}::jsonb || s.settings as regulation,
           (select g.reason from ledger g where g.subject = s.id and g.action = 'session.cancel') as "cancelledFor",
           array(select d.dossier from session_dossier d where d.session = s.id order by d.position) as dossiers
      from council_session s join lifecycle l on l.id = s.id join council c on c.id = s.council where s.id = ${id}`.execute(
    db,
  );
  return rows[0];
}

/** The session, its lifecycle row locked first so that nobody moves it meanwhile. Throws notFound. */
export async function holdSession(tx: Tx, id: string): Promise<SessionRecord> {
  await sql`select hold_subject(${id})`.execute(tx);
  const found = await findSession(tx, id);
  if (!found) throw notFound('Không tìm thấy phiên Hội đồng này.');
  return found;
}

/** A seat that takes part in the session, with what is known of it for one dossier. */
export interface SessionSeat {
  readonly seat: string;
  readonly account: string;
  readonly name: string;
  readonly email: string | null;
  readonly organisation: string;
  readonly role: 'chair' | 'viceChair' | 'secretary' | 'member' | 'substitute';
  readonly absent: boolean;
  readonly absenceReason: string | null;
  /** Set for a substitute that stands in for an absent member. */
  readonly standsFor: string | null;
}

/** Seats of the session's council valid when it was planned, with absence and who stands in; chair first. */
export async function sessionSeats(db: Kysely<DB> | Tx, session: string): Promise<SessionSeat[]> {
  const { rows } = await sql<SessionSeat>`
    select s.id as seat, s.account, a.full_name as name, a.email, s.organisation, s.role,
           coalesce(not t.present, false) as absent, t.reason as "absenceReason",
           (select o.seat from session_attendance o where o.session = r.subject and o.stands_in = s.id limit 1) as "standsFor"
      from seat_reach r join council_seat s on s.id = r.seat join account a on a.id = s.account
      left join session_attendance t on t.session = r.subject and t.seat = s.id
     where r.subject = ${session} and r.seat_role = s.role
     order by array_position(array['chair','viceChair','secretary','member','substitute'], s.role), a.full_name`.execute(
    db,
  );
  return rows;
}

/** Seats that score in this session: everyone but the secretary; a substitute only in place of an absent member. */
export function scoringSeats(seats: readonly SessionSeat[]): SessionSeat[] {
  return seats.filter(
    (one) => !one.absent && one.role !== 'secretary' && (one.role !== 'substitute' || one.standsFor !== null),
  );
}

/** Products of a session that the holder of an account has stepped back from: for them these are not there (R4.10). */
export async function steppedBackFrom(
  db: Kysely<DB> | Tx,
  session: string,
  account: string | undefined,
): Promise<ReadonlySet<string>> {
  if (account === undefined) return new Set();
  const { rows } = await sql<{ dossier: string }>`
    select r.dossier from recusal r join council_seat c on c.id = r.seat
     where r.session = ${session} and c.account = ${account}`.execute(db);
  return new Set(rows.map(({ dossier }) => dossier));
}
