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

/** Births and moves run as one statement each so many. */
const AT_ONCE = 5000;

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
    AT_ONCE,
  );
}

/**
 * Moves many subjects at once, each by the step its state allows; `told` hears how many have moved. Throws when one of them
 * allows none.
 */
export async function moveMany(
  tx: Tx,
  hand: Hand,
  moves: readonly ManyMove[],
  told?: (done: number, total: number) => Promise<void>,
): Promise<void> {
  if (new Set(moves.map(({ id }) => id)).size !== moves.length) throw new Error('one subject moves twice at once');
  let moved = 0;
  await inBatches(
    moves,
    async (batch) => {
      const { rows } = await sql<{ n: number }>`
        select moved_at_once(${batch}::json, ${hand.actor}, ${hand.name}, ${hand.capacity}, ${hand.day}::date, ${hand.requestId ?? null})::int as n`.execute(
        tx,
      );
      moved += rows[0]?.n ?? 0;
      await told?.(moved, moves.length);
    },
    AT_ONCE,
  );
  if (moved !== moves.length) throw new Error(`${moves.length - moved} of ${moves.length} moves are not allowed`);
}
