import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Mandate } from '#law/mandate';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';

/** A mandate as it is kept, with the position printed under its capacity. */
export interface MandateRecord extends Mandate {
  readonly id: string;
  readonly state: 'inForce' | 'ended';
  readonly version: number;
  /** Null: the Ministry's. */
  readonly province: string | null;
  readonly position: string;
  readonly actDate: Day;
  readonly file: string | null;
  /** Why it was ended before its time. */
  readonly endedFor: string | null;
}

const columns = sql`m.id, l.state, l.version, m.province, m.person, m.position, m.capacity, m.covers, m.act, m.act_date as "actDate",
  m.valid_from as "from", m.valid_to as "to", m.file,
  (select g.reason from ledger g where g.subject = m.id and g.action = 'mandate.end') as "endedFor"`;

/** Mandates within reach, those that last longest first. */
export async function listMandates(db: Kysely<DB>, reach: RawBuilder<boolean>): Promise<MandateRecord[]> {
  const { rows } = await sql<MandateRecord>`select ${columns} from mandate m join lifecycle l on l.id = m.id
     where ${reach} order by m.valid_to desc nulls first, m.valid_from desc, m.id limit 500`.execute(db);
  return rows;
}

/** Mandates of a province (null: of the Ministry) over a kind of paper, those that have ended too: a paper may be recorded after its day. */
export async function mandatesOver(db: Kysely<DB>, province: string | null, paper: string): Promise<MandateRecord[]> {
  const { rows } = await sql<MandateRecord>`select ${columns} from mandate m join lifecycle l on l.id = m.id
     where m.province is not distinct from ${province}::uuid and ${paper} = any(m.covers)
     order by m.valid_to desc nulls first, m.valid_from desc, m.id limit 100`.execute(db);
  return rows;
}

/** One mandate; undefined when there is none. Permission is not asked here. */
export async function findMandate(db: Kysely<DB> | Tx, id: string): Promise<MandateRecord | undefined> {
  const { rows } = await sql<MandateRecord>`select ${columns} from mandate m join lifecycle l on l.id = m.id
     where m.id = ${id}`.execute(db);
  return rows[0];
}

/** The same with its lifecycle row locked, so that it does not end while a paper is signed under it. */
export async function holdMandate(tx: Tx, id: string): Promise<MandateRecord | undefined> {
  await sql`select hold_subject(${id})`.execute(tx);
  return findMandate(tx, id);
}
