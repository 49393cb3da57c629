import { type Kysely, sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';

/** What a member noted of the product without knowing it; once the flight has ended. */
export interface Tasted {
  readonly flight: string;
  readonly title: string;
  readonly code: string;
  readonly liking: number | null;
  readonly note: string;
}

/** The notes of a sheet's own member on its product. Ask `sheet.read` first: only the author may see them. */
export async function tastedOf(db: Kysely<DB>, sheet: string): Promise<Tasted[]> {
  const { rows } = await sql<Tasted>`
    select f.id as flight, f.title, n.code, n.liking, n.note
      from score_sheet s join tasting_flight f on f.session = s.session join lifecycle l on l.id = f.id and l.state = 'ended'
      join tasting_dish d on d.flight = f.id and d.dossier = s.dossier
      join tasting_note n on n.flight = f.id and n.code = d.code and n.seat = s.seat
     where s.id = ${sheet} and (n.liking is not null or n.note <> '') order by f.id`.execute(db);
  return rows;
}

/** A flight in the minutes: its seal, and the key once it was opened. */
export interface FlightLine {
  readonly title: string;
  readonly keyHash: string;
  readonly key: readonly { readonly code: string; readonly product: string }[] | null;
}

/** The flights of a session as the minutes print them. */
export async function flightLines(db: Kysely<DB> | Tx, session: string): Promise<FlightLine[]> {
  const { rows } = await sql<FlightLine>`
    select f.title, f.key_hash as "keyHash", case when l.state = 'ended' then (
             select json_agg(json_build_object('code', d.code, 'product', p.name) order by d.code)
               from tasting_dish d join dossier o on o.id = d.dossier join product p on p.id = o.product where d.flight = f.id) end as key
      from tasting_flight f join lifecycle l on l.id = f.id where f.session = ${session} order by f.id`.execute(db);
  return rows;
}
