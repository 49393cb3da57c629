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

/** Who writes: a command of the system, or the officer who ordered a list to be written, within whose reach all of it lies. */
export interface Hand {
  actor: string;
  name: string;
  capacity: string;
  day: string;
  requestId?: string;
}
/** A command of the system, never a person. */
export type SystemHand = Hand & { actor: `system:${string}` };

/** A move of a subject that is there: the step is found from the state it is in. */
export interface ManyMove {
  id: string;
  action: string;
  reason?: string;
  facts: Record<string, unknown>;
}

/** Triggers of the ledger run row by row. */
const BATCH = 200;
/** Births run as one statement. */
const BIRTHS = 5000;

/**
 * Lets many subjects be born at once through the ledger: the same rows `beget` would write, in batches. For data of the
 * repository and for lists brought in, whose order was asked of policy as a whole; everything else goes through `beget`.
 */
export async function begetMany(tx: Tx, hand: Hand, births: readonly Birth[]): Promise<void> {
  await inBatches(
    births,
    (batch) =>
      sql`select born_at_once(${batch}::json, ${hand.actor}, ${hand.name}, ${hand.capacity}, ${hand.day}::date, ${hand.requestId ?? null})`.execute(
        tx,
      ),
    BIRTHS,
  );
}

/** Moves many subjects at once, each by the step its state allows. Throws when one of them allows none. */
export async function moveMany(tx: Tx, hand: Hand, moves: readonly ManyMove[]): Promise<void> {
  let moved = 0;
  await inBatches(
    moves,
    async (batch) => {
      const { rows } = await sql`
      insert into ledger (subject, process, action, from_state, to_state, actor, actor_name, capacity, day, request_id, reason, facts, next_actor, due_on)
      select l.id, l.process, r.action, l.state, s.to_state, ${hand.actor}, ${hand.name}, ${hand.capacity}, ${hand.day}::date, ${hand.requestId ?? null},
             r.reason, r.facts, l.next_actor, l.due_on
      from json_to_recordset(${batch}::json) as r(id uuid, action text, reason text, facts jsonb)
      join lifecycle l on l.id = r.id join lifecycle_step s on s.process = l.process and s.action = r.action and s.from_state = l.state
      returning no`.execute(tx);
      moved += rows.length;
    },
    BATCH,
  );
  if (moved !== moves.length) throw new Error(`${moves.length - moved} of ${moves.length} moves are not allowed`);
}
