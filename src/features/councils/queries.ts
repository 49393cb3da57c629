import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { namesFor } from './blind.ts';
import { type CouncilLevel, LEVELS } from './level.ts';
import { FORMER_REGULATION, type Regulation, type SeatRole, type SessionMode } from './schema.ts';

type Db = Kysely<DB> | Tx;

/** A sheet on the list of its author. */
export interface MySheet {
  readonly id: string;
  readonly state: 'open' | 'submitted';
  readonly session: string;
  readonly sessionTitle: string;
  readonly sessionState: string;
  readonly closesAt: Date | null;
  readonly mode: SessionMode;
  readonly product: string;
  readonly producer: string;
  readonly productCode: string | null;
  readonly savedAt: Date | null;
  readonly submittedAt: Date | null;
  readonly answered: number;
  readonly absent: boolean;
  /** It was handed in before and opened once more. */
  readonly again: boolean;
}

/** The sheets in the hand of an account, of sessions being scored and of those closed lately; `reach` is the policy's. */
export async function mySheets(db: Db, account: string, reach: RawBuilder<boolean>): Promise<MySheet[]> {
  const names = namesFor(account);
  const { rows } = await sql<MySheet>`
    select s.id, l.state, s.session, k.title as "sessionTitle", z.state as "sessionState", k.closes_at as "closesAt", k.mode,
           ${names.product} as product, ${names.producer} as producer, ${names.code} as "productCode", s.saved_at as "savedAt",
           s.submitted_at as "submittedAt", (select count(*)::int from jsonb_object_keys(s.answers)) as answered,
           exists (select from session_attendance t where t.session = s.session and t.seat = s.seat and not t.present) as absent,
           exists (select from score_sheet_version v where v.sheet = s.id) as again
      from seat_reach r join score_sheet s on s.id = r.subject join lifecycle l on l.id = s.id
      join council_session k on k.id = s.session join lifecycle z on z.id = k.id
      join session_dossier o on o.session = s.session and o.dossier = s.dossier
      join dossier d on d.id = s.dossier join product p on p.id = d.product join producer m on m.id = d.producer
     where r.account = ${account} and r.seat_role = 'author' and ${reach}
     order by (z.state = 'scoring') desc, k.held_on desc nulls last, s.session, o.position limit 500`.execute(db);
  return rows;
}

export interface CouncilListRow {
  readonly id: string;
  readonly state: string;
  readonly name: string;
  readonly act: string;
  readonly actDate: Day;
  readonly seats: number;
  readonly sessions: number;
}

/** Councils within reach, newest act first. */
export async function listCouncils(db: Db, reach: RawBuilder<boolean>, limit = 200): Promise<CouncilListRow[]> {
  const { rows } = await sql<CouncilListRow>`
    select c.id, l.state, c.name, c.act, c.act_date as "actDate",
           (select count(*)::int from council_seat s where s.council = c.id and s.valid_to is null) as seats,
           (select count(*)::int from council_session s where s.council = c.id) as sessions
      from council c join lifecycle l on l.id = c.id where ${reach} order by c.act_date desc, c.id limit ${limit}`.execute(
    db,
  );
  return rows;
}

export interface CouncilRecord {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly name: string;
  readonly act: string;
  readonly actDate: Day;
  readonly level: CouncilLevel;
  /** Null for the Ministry's council. */
  readonly province: string | null;
  readonly regulation: Regulation;
  readonly seats: readonly {
    readonly id: string;
    readonly account: string;
    readonly name: string;
    readonly role: SeatRole;
    readonly organisation: string;
    readonly position: string | null;
    /** Where the member lives; shown to the office that keeps the council alone. */
    readonly home: string | null;
    readonly substituteFor: string | null;
  }[];
}

/** A council with its present seats, chair first; undefined when there is none. */
export async function findCouncil(db: Db, id: string): Promise<CouncilRecord | undefined> {
  const { rows } = await sql<CouncilRecord>`
    select c.id, l.state, l.version, c.name, c.act, c.act_date as "actDate", c.level, c.province, ${FORMER_REGULATION}::jsonb || c.regulation as regulation,
           coalesce((select json_agg(json_build_object('id', s.id, 'account', s.account, 'name', a.full_name, 'role', s.role,
               'organisation', s.organisation, 'position', s.position, 'home', s.home, 'substituteFor', s.substitute_for)
               order by array_position(array['chair','viceChair','secretary','member','substitute'], s.role), a.full_name)
             from council_seat s join account a on a.id = s.account where s.council = c.id and s.valid_to is null), '[]') as seats
      from council c join lifecycle l on l.id = c.id where c.id = ${id}`.execute(db);
  return rows[0];
}

export interface SessionListRow {
  readonly id: string;
  readonly state: string;
  readonly title: string;
  readonly mode: SessionMode;
  readonly heldOn: Day | null;
  readonly council: string;
  readonly dossiers: number;
  readonly due: Date | null;
}

/** Sessions within reach, those in work first; products the reader stepped back from are not counted. */
export async function listSessions(
  db: Db,
  reach: RawBuilder<boolean>,
  account: string,
  limit = 200,
): Promise<SessionListRow[]> {
  const { rows } = await sql<SessionListRow>`
    select s.id, l.state, s.title, s.mode, s.held_on as "heldOn", c.name as council, s.closes_at as due,
           (select count(*)::int from session_dossier d where d.session = s.id and not exists (select from recusal x
              join council_seat t on t.id = x.seat where x.session = s.id and x.dossier = d.dossier and t.account = ${account})) as dossiers
      from council_session s join lifecycle l on l.id = s.id join council c on c.id = s.council
     where ${reach} order by (l.state in ('concluded', 'cancelled')), s.held_on desc nulls first, s.id desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** One product on the board of a session: who handed in, and after opening the result. Never points before opening. */
export interface BoardRow {
  readonly dossier: string;
  readonly state: string;
  readonly version: number;
  /** A number in place of the name, where names are kept from the reader. */
  readonly product: string;
  readonly producer: string;
  readonly productCode: string | null;
  readonly blind: boolean;
  readonly kind: string;
  readonly hasReport: boolean;
  readonly rescoring: boolean;
  readonly sheets: readonly {
    readonly seat: string;
    readonly submitted: boolean;
    readonly id: string;
    readonly version: number;
  }[];
  readonly recused: readonly string[];
}

/** The products of a session in the order of the agenda as the reader may see them, with submitted or not by seat (U31). */
export async function sessionBoard(db: Db, session: string, reader: string): Promise<BoardRow[]> {
  const names = namesFor(reader);
  const { rows } = await sql<BoardRow>`
    select o.dossier, l.state, l.version, ${names.product} as product, ${names.producer} as producer, ${names.code} as "productCode",
           ${names.blind} as blind, d.kind, o.rescoring,
           exists(select from advisory_report a where a.dossier = d.id and c.level = 'province'
             union all select from central_advice a where a.dossier = d.id and c.level = 'central') as "hasReport",
           coalesce((select json_agg(json_build_object('seat', h.seat, 'submitted', k.state = 'submitted', 'id', h.id, 'version', k.version))
                       from score_sheet h join lifecycle k on k.id = h.id
                      where h.session = o.session and h.dossier = o.dossier), '[]') as sheets,
           array(select r.seat from recusal r where r.session = o.session and r.dossier = o.dossier) as recused
      from session_dossier o join council_session z on z.id = o.session join council c on c.id = z.council
      join dossier d on d.id = o.dossier join lifecycle l on l.id = d.id
      join product p on p.id = d.product join producer m on m.id = d.producer
     where o.session = ${session} order by o.position`.execute(db);
  return rows;
}

/** Has the advisory team of this level reported on the dossier `d`? */
export const hasReport = (level: CouncilLevel) =>
  level === 'central'
    ? sql<boolean>`exists(select from central_advice a where a.dossier = d.id)`
    : sql<boolean>`exists(select from advisory_report a where a.dossier = d.id)`;

/** Dossiers that wait in a round of the level for a session, for the agenda. */
export interface WaitingDossier {
  readonly id: string;
  readonly product: string;
  readonly producer: string;
  readonly kind: string;
  readonly hasReport: boolean;
}
export async function waitingDossiers(
  db: Db,
  { level, province, round }: { level: CouncilLevel; province: string | null; round: string | null },
): Promise<WaitingDossier[]> {
  const inRound = level === 'central' ? sql.ref('d.central_round') : sql.ref('d.round');
  const { rows } = await sql<WaitingDossier>`
    select d.id, p.name as product, m.name as producer, d.kind,
           ${hasReport(level)} as "hasReport"
      from dossier d join lifecycle l on l.id = d.id join product p on p.id = d.product join producer m on m.id = d.producer
     where l.state = ${LEVELS[level].waiting} and (${province}::uuid is null or l.province = ${province})
       and (${round}::uuid is null or ${inRound} = ${round})
     order by d.proposed_on, d.id limit 300`.execute(db);
  return rows;
}

export interface Seatable {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string | null;
}

/** Accounts with a council role in the province (null: at the Ministry) on this day, to be seated. */
export async function seatableAccounts(db: Db, province: string | null, day: Day): Promise<Seatable[]> {
  const { rows } = await sql<Seatable>`
    select distinct on (a.id) a.id as account, a.full_name as name, p.role, p.organisation
      from appointment p join account a on a.id = p.account join lifecycle l on l.id = a.id
     where p.role in ('councilChair', 'councilSecretary', 'councilMember') and p.unit is not distinct from ${province}::uuid
       and l.state in ('active', 'invited') and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})
     order by a.id, p.valid_from desc limit 500`.execute(db);
  return [...rows].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

export interface RoundChoice {
  readonly id: string;
  readonly year: number;
  readonly no: number;
}

/** Rounds of the province (null: of the Ministry), newest first, for a session to belong to. */
export async function roundChoices(db: Db, province: string | null): Promise<RoundChoice[]> {
  const { rows } = await sql<RoundChoice>`
    select id, year, no from evaluation_round where province is not distinct from ${province}::uuid
     order by year desc, no desc limit 20`.execute(db);
  return rows;
}
