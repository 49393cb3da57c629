import { sql } from 'kysely';
import { inBatches } from '#features/units';
import type { Tx } from '#platform/db/database';

/** A subject of the ledger to be born: its process, its birth move and whose it is. */
export interface Birth {
  id: string;
  process: 'producer' | 'product' | 'recognition' | 'unitRegister';
  action: string;
  to: string;
  producer?: string | null;
  commune?: string | null;
  province?: string | null;
  facts: Record<string, unknown>;
}

/** Who writes: a command of the system, never a person. */
export interface SystemHand {
  actor: `system:${string}`;
  capacity: string;
  day: string;
}

/** Triggers of the ledger run row by row. */
const BATCH = 200;

/**
 * Lets many subjects be born at once through the ledger: the same rows `beget` would write, in batches. For loading
 * data of the repository only; everything a person does goes through `beget` one by one.
 */
export async function begetMany(tx: Tx, hand: SystemHand, births: readonly Birth[]): Promise<void> {
  await inBatches(
    births,
    async (batch) => {
      await sql`insert into lifecycle (id, process, producer, commune, province)
      select id, process, producer, commune, province from json_to_recordset(${batch}::json)
        as r(id uuid, process text, producer uuid, commune uuid, province uuid)`.execute(tx);
      await sql`insert into ledger (subject, process, action, from_state, to_state, actor, actor_name, capacity, day, facts)
      select r.id, r.process, r.action, p.initial_state, r."to", ${hand.actor}, 'Hệ thống', ${hand.capacity}, ${hand.day}::date, r.facts
      from json_to_recordset(${batch}::json) as r(id uuid, process text, action text, "to" text, facts jsonb)
      join lifecycle_process p on p.process = r.process`.execute(tx);
    },
    BATCH,
  );
}
