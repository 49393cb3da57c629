import { type Kysely, sql } from 'kysely';
import { namesFor, sha256 } from '#features/councils';
import { tastingOrder } from '#law/flight';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';

type Db = Kysely<DB> | Tx;

export interface FlightRecord {
  readonly id: string;
  readonly session: string;
  readonly sessionTitle: string;
  readonly title: string;
  readonly state: 'tasting' | 'ended';
  readonly version: number;
  readonly keyHash: string;
  readonly seed: string;
}

/** A flight; its seed is never shown before the end. Permission is not asked here. */
export async function findFlight(db: Db, id: string): Promise<FlightRecord | undefined> {
  const { rows } = await sql<FlightRecord>`
    select f.id, f.session, k.title as "sessionTitle", f.title, l.state, l.version, f.key_hash as "keyHash", f.seed
      from tasting_flight f join lifecycle l on l.id = f.id join council_session k on k.id = f.session where f.id = ${id}`.execute(
    db,
  );
  return rows[0];
}

export interface FlightLine {
  readonly id: string;
  readonly title: string;
  readonly state: 'tasting' | 'ended';
  readonly dishes: number;
}

/** The flights of a session; products the account stepped back from are not counted. */
export async function listFlights(db: Db, session: string, account: string): Promise<FlightLine[]> {
  const { rows } = await sql<FlightLine>`
    select f.id, f.title, l.state, (select count(*)::int from tasting_dish d where d.flight = f.id and not exists (
             select from recusal r join council_seat c on c.id = r.seat
              where r.session = f.session and r.dossier = d.dossier and c.account = ${account})) as dishes
      from tasting_flight f join lifecycle l on l.id = f.id where f.session = ${session} order by f.id limit 100`.execute(
    db,
  );
  return rows;
}

/** What a member tastes under a code; `product` and `sheet` only once the flight has ended. */
export interface Card {
  readonly id: string;
  readonly code: string;
  readonly liking: number | null;
  readonly note: string;
  readonly version: number;
  readonly savedAt: Date | null;
  readonly product: string | null;
  readonly sheet: string | null;
}

/** The own cards of an account in the order of tasting; none of a product it stepped back from. */
export async function ownCards(db: Db, flight: FlightRecord, account: string): Promise<Card[]> {
  const ended = flight.state === 'ended';
  const { rows } = await sql<Card & { seat: string }>`
    select n.id, n.code, n.seat, n.liking, n.note, n.version, n.saved_at as "savedAt",
           case when ${ended}::boolean then ${namesFor(account).product} end as product, case when ${ended}::boolean then s.id end as sheet
      from tasting_note n join council_seat c on c.id = n.seat join tasting_dish d on d.flight = n.flight and d.code = n.code
      join session_dossier o on o.session = ${flight.session} and o.dossier = d.dossier
      join dossier x on x.id = d.dossier join product p on p.id = x.product
      left join score_sheet s on s.session = ${flight.session} and s.dossier = d.dossier and s.seat = n.seat
     where n.flight = ${flight.id} and c.account = ${account}
       and not exists (select from recusal r where r.session = ${flight.session} and r.dossier = d.dossier and r.seat = n.seat)`.execute(
    db,
  );
  const byCode = new Map(rows.map((one) => [one.code, one]));
  const order = tastingOrder([...byCode.keys()], flight.seed, rows[0]?.seat ?? '', sha256);
  return order.flatMap((code) => byCode.get(code) ?? []);
}

export interface KeyLine {
  readonly code: string;
  readonly dossier: string;
  readonly product: string;
}

/** The key. Ask first whether it may be read: at the end, or by who opened it for the one who pours. */
export async function flightKeyLines(db: Db, flight: FlightRecord, account: string): Promise<KeyLine[]> {
  const { rows } = await sql<KeyLine>`
    select d.code, d.dossier, ${namesFor(account).product} as product from tasting_dish d
      join session_dossier o on o.session = ${flight.session} and o.dossier = d.dossier
      join dossier x on x.id = d.dossier join product p on p.id = x.product where d.flight = ${flight.id} and not exists (select from recusal r join council_seat c on c.id = r.seat
              where r.session = ${flight.session} and r.dossier = d.dossier and c.account = ${account})
     order by d.code`.execute(db);
  return rows;
}

/** Whether this account has opened the key for the one who pours, as the ledger says. */
export async function hasOpenedKey(db: Db, flight: string, account: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from ledger g where g.subject = ${flight} and g.action = 'flight.readKey' and g.actor = ${account}) as has`.execute(
    db,
  );
  return rows[0]?.has === true;
}
