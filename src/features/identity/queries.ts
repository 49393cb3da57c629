// The reads: the account behind a name, accounts as the administrator sees them, one's own sessions.
import { type Kysely, sql } from 'kysely';
import { dayOf } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { readPhone } from '#platform/http/normalise';
import type { AccountFilter, AccountRow } from './schema.ts';
import { type Appointment, appointmentsOf } from './standing.ts';

/** What signing in needs to know of an account. Never leaves this chapter. */
export interface DoorAccount {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly state: string;
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly totpLastStep: number | null;
  readonly demo: boolean;
  readonly appointments: readonly Appointment[];
}

/** The one account a name stands for: its user name, e-mail address or telephone; null for none, or for several. */
export async function findByName(db: Kysely<DB>, name: string, now: Date): Promise<DoorAccount | null> {
  const typed = name.trim().toLowerCase();
  const rows = await doorAccounts(
    db,
    sql`a.username = ${typed} or lower(a.email) = ${typed} or a.phone = ${readPhone(typed) ?? typed}`,
    now,
  );
  return rows.find((row) => row.username === typed) ?? (rows.length === 1 ? (rows[0] ?? null) : null);
}

/** The same by id. */
export async function findDoorAccount(db: Kysely<DB>, id: string, now: Date): Promise<DoorAccount | null> {
  const rows = await doorAccounts(db, sql`a.id = ${id}`, now);
  return rows[0] ?? null;
}

async function doorAccounts(db: Kysely<DB>, which: ReturnType<typeof sql>, now: Date): Promise<DoorAccount[]> {
  const { rows } = await sql<Omit<DoorAccount, 'appointments'> & { appointments: Appointment[] | null }>`
    select a.id, a.username, a.full_name as "fullName", a.email, a.phone, l.state, a.password_hash as "passwordHash",
      a.totp_secret as "totpSecret", a.totp_last_step as "totpLastStep", a.demo,
      ${appointmentsOf(sql.ref('a.id'), dayOf(now))} as appointments
    from account a join lifecycle l on l.id = a.id where ${which} limit 3`.execute(db);
  return rows.map((row) => ({ ...row, appointments: row.appointments ?? [] }));
}

/** Last name and id of a page of accounts; the next one begins after it. */
export type AccountCursor = readonly [string, string];

/** Accounts by given filters, in the order of their names (S43, U44). Fetch one more than shown to know whether more follow. */
export async function listAccounts(
  db: Kysely<DB>,
  filter: AccountFilter,
  ask: { day: string; limit: number; after: AccountCursor | null },
): Promise<AccountRow[]> {
  const like = `%${(filter.q ?? '').replace(/[\\%_]/g, '\\$&').toLowerCase()}%`;
  const { rows } = await sql<AccountRow>`
    ${accountColumns(ask.day)}
    where (${filter.q ?? null}::text is null or (plain_text(${filter.q ?? ''}) <> '' and plain_text(a.full_name) like '%' || plain_text(${filter.q ?? ''}) || '%')
        or a.username like ${like} or lower(coalesce(a.email, '')) like ${like} or coalesce(a.phone, '') like ${like})
      and (${filter.state ?? null}::text is null or l.state = ${filter.state ?? null})
      and (${filter.role ?? null}::text is null or exists (select from appointment p where p.account = a.id
        and p.role = ${filter.role ?? null} and (p.valid_to is null or p.valid_to >= ${ask.day}::date)))
      and (${ask.after === null} or (a.full_name, a.id) > (${ask.after?.[0] ?? ''}, ${ask.after?.[1] ?? null}::uuid))
    order by a.full_name, a.id limit ${ask.limit}`.execute(db);
  return rows;
}

/** One account as the administrator sees it. */
export async function readAccount(db: Kysely<DB>, id: string, day: string): Promise<AccountRow | null> {
  const { rows } = await sql<AccountRow>`${accountColumns(day)} where a.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** How many accounts stand in each state. */
export async function countAccounts(db: Kysely<DB>): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*) as count from lifecycle where process = 'account' group by state`.execute(db);
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

function accountColumns(day: string) {
  return sql`
    select a.id, a.username, a.full_name as "fullName", a.email, a.phone, l.state, l.version,
      a.totp_confirmed_at is not null as factor, a.demo,
      to_char(a.last_sign_in_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastSignInAt",
      coalesce(${appointmentsOf(sql.ref('a.id'), day)}, '[]'::json) as appointments
    from account a join lifecycle l on l.id = a.id`;
}

export interface OwnSession {
  readonly id: string;
  readonly device: string | null;
  readonly address: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** Sessions of an account that were not ended, newest use first (S8). */
export async function listSessions(db: Kysely<DB>, account: string): Promise<OwnSession[]> {
  return await db
    .selectFrom('account_session')
    .select(['id', 'device', 'address', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute();
}

/** How many recovery codes an account still has. */
export async function recoveryCodesLeft(db: Kysely<DB>, account: string): Promise<number> {
  const row = await db
    .selectFrom('recovery_code')
    .select((count) => count.fn.countAll<number>().as('left'))
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.left);
}

/** Producers of a commune, for choosing whom an account acts for. */
export async function producersIn(db: Kysely<DB>, commune: string): Promise<{ value: string; label: string }[]> {
  return await db
    .selectFrom('producer')
    .select(['id as value', 'name as label'])
    .where('commune', '=', commune)
    .where('joined_into', 'is', null)
    .orderBy('name')
    .limit(500)
    .execute();
}

/** What somebody reads about their own account. */
export async function readOwnContact(
  db: Kysely<DB>,
  account: string,
): Promise<{
  username: string;
  email: string | null;
  phone: string | null;
  channels: readonly string[];
  enrolled: boolean;
  demo: boolean;
}> {
  const row = await db
    .selectFrom('account')
    .select(['username', 'email', 'phone', 'message_channels as channels', 'totp_confirmed_at', 'demo'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  const { username, email, phone, channels, demo } = row;
  return { username, email, phone, channels, demo, enrolled: row.totp_confirmed_at !== null };
}
