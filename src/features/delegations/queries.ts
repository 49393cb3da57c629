import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { type ActGroup, type Role, takers } from '#policy';
import type { Cause } from './schema.ts';

/** A delegation or leave as it is kept. */
export interface DelegationRecord {
  readonly id: string;
  readonly state: 'asked' | 'recorded' | 'ended';
  readonly version: number;
  readonly holder: string;
  readonly holderName: string;
  readonly role: Role;
  /** Name of the office; null for the Ministry's. */
  readonly office: string | null;
  readonly deputy: string | null;
  readonly deputyName: string | null;
  /** The deputy's office, where it is another one than the holder's. */
  readonly otherOffice: string | null;
  /** Who heads that office and agreed. */
  readonly agreedBy: string | null;
  readonly cause: Cause;
  readonly acts: readonly ActGroup[];
  readonly act: string;
  readonly actDate: Day;
  readonly from: Day;
  readonly to: Day;
  readonly endedFor: string | null;
}

const columns = sql`d.id, l.state, l.version, d.holder, h.full_name as "holderName", p.role, u.full_name as office, d.deputy,
  e.full_name as "deputyName", d.cause, d.acts, d.act, d.act_date as "actDate", d.valid_from as "from", d.valid_to as "to",
  case when l.state = 'asked' or d.agreed_by is not null then q.organisation end as "otherOffice", s.full_name as "agreedBy",
  (select g.reason from ledger g where g.subject = d.id and g.action = 'delegation.end') as "endedFor"
  from delegation d join lifecycle l on l.id = d.id join account h on h.id = d.holder join appointment p on p.id = d.appointment
  left join account e on e.id = d.deputy left join appointment q on q.id = d.deputy_place left join account s on s.id = d.agreed_by
  left join lateral (select w.full_name from unit_version w where w.unit = p.unit order by w.valid_from desc limit 1) u on true`;

/** Delegations within reach, those that end last first. */
export async function listDelegations(db: Kysely<DB>, reach: RawBuilder<boolean>): Promise<DelegationRecord[]> {
  const { rows } = await sql<DelegationRecord>`select ${columns} where ${reach}
     order by d.valid_to desc, d.valid_from desc, d.id limit 300`.execute(db);
  return rows;
}

/** One delegation; undefined when there is none. Permission is not asked here. */
export async function findDelegation(db: Kysely<DB> | Tx, id: string): Promise<DelegationRecord | undefined> {
  const { rows } = await sql<DelegationRecord>`select ${columns} where d.id = ${id}`.execute(db);
  return rows[0];
}

/** A role at an office, held by somebody today. */
export interface Place {
  readonly appointment: string;
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string | null;
  readonly position: string | null;
  /** Name of the office; null: the unit's own. */
  readonly organisation: string | null;
  readonly headsOffice: boolean;
}

/** Of two offices of a unit: both named, and not the same. Who stands at the unit itself is of no other office. */
export const otherOffice = (a: Place, b: Place): boolean =>
  a.organisation !== null && b.organisation !== null && plain(a.organisation) !== plain(b.organisation);
const plain = (name: string) => name.normalize('NFC').trim().toLocaleLowerCase('vi');

const place = sql`select p.id as appointment, p.account, a.full_name as name, p.role, p.unit, p.position,
    p.organisation, p.heads_office as "headsOffice"
  from appointment p join account a on a.id = p.account join lifecycle l on l.id = a.id and l.state = 'active'`;
const today = (day: Day) =>
  sql`p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to >= ${day}::date) and p.role = any(${Object.keys(takers)}::text[])`;

/** The places of an account that somebody may take. */
export async function placesOf(db: Kysely<DB> | Tx, account: string, day: Day): Promise<Place[]> {
  const { rows } = await sql<Place>`${place} where p.account = ${account} and ${today(day)} order by p.id`.execute(db);
  return rows;
}

/** One place; undefined when nobody holds it today. */
export async function findPlace(db: Kysely<DB> | Tx, appointment: string, day: Day): Promise<Place | undefined> {
  const { rows } = await sql<Place>`${place} where p.id = ${appointment} and ${today(day)}`.execute(db);
  return rows[0];
}

/** Colleagues of the same unit whose role may take a place, whatever office of it they are of. */
export async function colleaguesFor(db: Kysely<DB> | Tx, of: Place, day: Day): Promise<Place[]> {
  const { rows } =
    await sql<Place>`${place} where p.account <> ${of.account} and p.unit is not distinct from ${of.unit}::uuid
       and p.role = any(${[...(takers[of.role] ?? [])]}::text[])
       and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to >= ${day}::date)
     order by a.full_name, p.id limit 200`.execute(db);
  return rows;
}

const sameOffice = (of: Place) => sql`p.unit is not distinct from ${of.unit}::uuid
  and lower(btrim(coalesce(p.organisation, ''))) = lower(btrim(coalesce(${of.organisation}::text, '')))`;

/** Who heads the office a place is of. */
export async function headsOf(db: Kysely<DB> | Tx, of: Place, day: Day): Promise<Place[]> {
  const { rows } = await sql<Place>`${place} where p.heads_office and ${sameOffice(of)} and ${today(day)}
    order by a.full_name, p.id limit 20`.execute(db);
  return rows;
}

/** The people of the office somebody heads, but for themselves. */
export async function staffOf(db: Kysely<DB> | Tx, head: Place, day: Day): Promise<Place[]> {
  const { rows } = await sql<Place>`${place} where p.account <> ${head.account} and p.role = ${head.role}
    and ${sameOffice(head)} and ${today(day)} order by a.full_name, p.id limit 200`.execute(db);
  return rows;
}

/** Who heads the office of who is away, and who the deputy's, where it is known. */
export async function headsOver(
  db: Kysely<DB> | Tx,
  id: string,
  day: Day,
): Promise<{ readonly holder: readonly Place[]; readonly deputy: readonly Place[] }> {
  const { rows } = await sql<Place & { side: 'holder' | 'deputy' }>`
    select o.*, case when o.appointment = d.appointment then 'holder' else 'deputy' end as side
      from delegation d join lateral (${place} where p.id in (d.appointment, d.deputy_place)) o on true
     where d.id = ${id}`.execute(db);
  const of = async (side: 'holder' | 'deputy') => {
    const found = rows.find((one) => one.side === side);
    return found ? headsOf(db, found, day) : [];
  };
  return { holder: await of('holder'), deputy: await of('deputy') };
}

/** Why somebody cannot take these acts of a holder in these days; null when nothing stands against it. */
export async function clashOf(
  tx: Tx,
  ask: { holder: string; deputy: string; acts: readonly string[]; from: Day; to: Day },
): Promise<'away' | 'given' | null> {
  const { rows } = await sql<{ why: 'away' | 'given' }>`
    select case when d.holder = ${ask.deputy} then 'away' else 'given' end as why from delegation d
     where d.valid_from <= ${ask.to}::date and d.valid_to >= ${ask.from}::date
       and (d.holder = ${ask.deputy} or (d.holder = ${ask.holder} and d.acts && ${[...ask.acts]}::text[])) limit 1`.execute(
    tx,
  );
  return rows[0]?.why ?? null;
}
