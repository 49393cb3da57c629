// Where a browser's session stands: what is still missing before it acts, and as whom it then acts.
import { type Kysely, sql } from 'kysely';
import type { Actor, StandIn } from '#platform/actor';
import { dayOf } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { Role } from '#policy';
import { tokenHash } from './secrets.ts';
import { type IdentitySettings, readIdentitySettings } from './settings.ts';
import { type LentPlace, lentTo, standsInOf } from './stand-ins.ts';
import { capacityOf } from './words.ts';

/** A role of an account at a body, valid on the day asked. */
export interface Appointment {
  readonly id: string;
  readonly role: Role;
  readonly unit: string | null;
  /** The province of that unit; the unit itself when it is a province. */
  readonly area: string | null;
  readonly unitName: string | null;
  readonly producer: string | null;
  readonly producerName: string | null;
  readonly organisation: string | null;
  readonly position: string | null;
  readonly headsOffice: boolean;
}

/** What the person has to do next; `open` when the session acts. */
export type Step = 'secondFactor' | 'device' | 'password' | 'enrol' | 'role' | 'noRole' | 'open';

export interface Standing {
  readonly session: string;
  readonly account: string;
  readonly username: string;
  readonly name: string;
  readonly step: Step;
  readonly appointments: readonly Appointment[];
  /** The appointment the session acts in; null until it is chosen. */
  readonly appointment: Appointment | null;
  /** Colleagues in whose place the appointment acts today. */
  readonly standsIn: readonly StandIn[];
  readonly demo: boolean;
  readonly fresh: boolean;
  readonly enrolled: boolean;
  readonly settings: IdentitySettings;
}

/** What `standing_of` says of a session; instants as ISO text. */
interface Row {
  session: string;
  account: string;
  username: string;
  fullName: string;
  appointment: string | null;
  createdAt: string;
  freshAt: string | null;
  secondFactorAt: string | null;
  mustChangePassword: boolean;
  passwordChangedAt: string | null;
  totpConfirmedAt: string | null;
  demo: boolean;
  appointments: Appointment[] | null;
  delegations: LentPlace[] | null;
  settings: unknown;
}

/** A session as it was read: the text everything but the time of the last request stands in, and that time. */
export interface SeenSession {
  readonly text: string;
  readonly lastSeen: Date;
}

const minute = 60_000;
const freshFor = 10 * minute;

/**
 * The session behind a cookie on this instant, in one query; null when there is none, it was ended, it timed out, or the
 * account was disabled. An end of rights counts at the next request (S8). Once a minute the time of the last request is
 * written.
 */
export async function findStanding(db: Kysely<DB>, token: string, now: Date): Promise<Standing | null> {
  return (await lookUp(db, token, now))?.standing ?? null;
}

/** The same, with what it was read from. */
export async function lookUp(
  db: Kysely<DB>,
  token: string,
  now: Date,
): Promise<{ standing: Standing; seen: SeenSession } | null> {
  const { rows } = await sql<{ standing: string | null; last_seen_at: Date }>`
    select * from standing_of(${tokenHash(token)}, ${dayOf(now)}::date)`.execute(db);
  const [row] = rows;
  if (!row || row.standing === null) return null;
  const seen = { text: row.standing, lastSeen: row.last_seen_at };
  const standing = standingIn(seen, now);
  if (standing && isLongAgo(seen, now)) {
    await sql`update account_session set last_seen_at = ${now} where id = ${standing.session}`.execute(db);
  }
  return standing && { standing, seen };
}

/** Is the time of the last request to be written again? */
export const isLongAgo = ({ lastSeen }: SeenSession, now: Date): boolean =>
  now.getTime() - lastSeen.getTime() >= minute;

/** Where a session stands that was read before and has not changed since; null when it has timed out. */
export function standingIn({ text, lastSeen }: SeenSession, now: Date): Standing | null {
  return readStanding(JSON.parse(text) as Row, lastSeen, now);
}

/**
 * As whom an account acts in one of its appointments, without a session: for what it has let go out under a secret address.
 * Null when the account is locked or the appointment has ended.
 */
export async function actorOfAppointment(db: Kysely<DB>, appointment: string, day: string): Promise<Actor | null> {
  const { rows } = await sql<Pick<Row, 'account' | 'fullName' | 'demo' | 'appointments' | 'delegations'>>`
    select a.id as account, a.full_name as "fullName", a.demo, ${appointmentsOf(sql.ref('a.id'), day)} as appointments,
      ${lentTo(sql.ref('a.id'), day)} as delegations
    from appointment p join account a on a.id = p.account join lifecycle l on l.id = a.id
    where p.id = ${appointment} and l.state = 'active'`.execute(db);
  const [row] = rows;
  const chosen = row?.appointments?.find((one) => one.id === appointment);
  if (!row || !chosen) return null;
  const { account, fullName: name, demo } = row;
  const standsIn = standsInOf(chosen, row.delegations ?? []);
  return { ...placeOf(chosen), account, name, session: '', fresh: false, demo, standsIn };
}

/** The appointment somebody acts in just now. */
export async function appointmentOf(
  db: Kysely<DB>,
  { account, role, unit, producers }: Actor,
  day: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ appointments: Appointment[] | null }>`
    select ${appointmentsOf(sql.ref('a.id'), day)} as appointments from account a where a.id = ${account}`.execute(db);
  return rows[0]?.appointments?.find(
    (one) => one.role === role && one.unit === unit && (role !== 'producer' || producers.includes(one.producer ?? '')),
  )?.id;
}

/** Does the account act for several producers, so that it may change the one it works for? */
export async function worksForSeveral(db: Kysely<DB>, account: string, day: string): Promise<boolean> {
  const { rows } = await sql<{ appointments: Appointment[] | null }>`
    select ${appointmentsOf(sql.ref('a.id'), day)} as appointments from account a where a.id = ${account}`.execute(db);
  return new Set(rows[0]?.appointments?.flatMap(({ producer }) => producer ?? [])).size > 1;
}

/** What an actor has from its appointment; who acts for several producers works for one at a time. */
function placeOf(chosen: Appointment) {
  const { role, unit, area } = chosen;
  const producers = role === 'producer' && chosen.producer !== null ? [chosen.producer] : [];
  const byName = role === 'adviser' ? { byName: true as const } : {};
  return { role, capacity: capacityOf(chosen), unit, area, producers, ...byName };
}

/** As whom an open session acts. */
export function actorOf(standing: Standing): Actor | null {
  const { appointment } = standing;
  if (standing.step !== 'open' || appointment === null) return null;
  return {
    ...placeOf(appointment),
    account: standing.account,
    name: standing.name,
    session: standing.session,
    fresh: standing.fresh,
    demo: standing.demo,
    ...(standing.standsIn.length > 0 ? { standsIn: standing.standsIn } : {}),
  };
}

/** SQL: the appointments of an account on a day, as a JSON array in the order they began; null when there are none. */
export const appointmentsOf = (account: ReturnType<typeof sql.ref>, day: string) =>
  sql`appointments_of(${account}, ${day}::date)`;

function readStanding(row: Row, lastSeen: Date, now: Date): Standing | null {
  const settings = readIdentitySettings(row.settings);
  const appointments = row.appointments ?? [];
  const chosen = appointments.find((one) => one.id === row.appointment) ?? null;
  const appointment =
    chosen ?? (appointments.length === 1 && row.appointment === null ? (appointments[0] ?? null) : null);
  if (row.appointment !== null && chosen === null) return null; // the role was taken away (S8)
  if (timedOut(row, lastSeen, { appointment, settings, now })) return null;
  return {
    session: row.session,
    account: row.account,
    username: row.username,
    name: row.fullName,
    step: stepOf(row, appointments, appointment, settings, now),
    appointments,
    appointment,
    standsIn: standsInOf(appointment, row.delegations ?? []),
    demo: row.demo,
    fresh: row.demo || within(row.freshAt, freshFor, now),
    enrolled: row.totpConfirmedAt !== null,
    settings,
  };
}

/** What is missing, in the order it is asked for. */
function stepOf(
  row: Row,
  appointments: readonly Appointment[],
  appointment: Appointment | null,
  settings: IdentitySettings,
  now: Date,
): Step {
  if (!row.demo) {
    const enrolled = row.totpConfirmedAt !== null;
    if (enrolled && row.secondFactorAt === null) return 'secondFactor';
    const needsFactor = appointments.some((one) => settings.secondFactor.includes(one.role));
    if (!needsFactor && row.secondFactorAt === null) return 'device';
    if (row.mustChangePassword || passwordTooOld(row, settings, now)) return 'password';
    if (needsFactor && !enrolled) return 'enrol';
  }
  if (appointments.length === 0) return 'noRole';
  return appointment === null ? 'role' : 'open';
}

function passwordTooOld(row: Row, settings: IdentitySettings, now: Date): boolean {
  const days = settings.passwordMaximumDays;
  return days !== null && !within(row.passwordChangedAt, days * 24 * 60 * minute, now);
}

/** Longer idle or older than its role allows (S7). A session whose role is not chosen yet keeps the officers' limits. */
function timedOut(
  row: Row,
  lastSeen: Date,
  { appointment, settings, now }: { appointment: Appointment | null; settings: IdentitySettings; now: Date },
): boolean {
  const { idle, absolute } = appointment?.role === 'producer' ? settings.timeouts.producer : settings.timeouts.officer;
  return !within(lastSeen, idle * minute, now) || !within(row.createdAt, absolute * minute, now);
}

function within(instant: Date | string | null, milliseconds: number, now: Date): boolean {
  return instant !== null && now.getTime() - new Date(instant).getTime() < milliseconds;
}
