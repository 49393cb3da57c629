import type { RawBuilder } from 'kysely';

/** Who acts: one account in one of its appointments, through one session. */
export interface Actor {
  readonly account: string;
  readonly name: string;
  /** A column of the policy table. */
  readonly role: string;
  /** Role and unit in words on that day, as the ledger keeps them: 'Cán bộ xã Tân Hưng'. */
  readonly capacity: string;
  /** Commune or province of the appointment. */
  readonly unit: string | null;
  /** The province that unit belongs to. */
  readonly area: string | null;
  /** Producers this account acts for. */
  readonly producers: readonly string[];
  readonly session: string;
  /** Re-authenticated not longer than ten minutes ago (S9). */
  readonly fresh: boolean;
  /** An account of the demonstration programme. */
  readonly demo: boolean;
  /** Works on what is handed to the account by name (reach `given`). */
  readonly byName?: true;
  /** Those in whose place this actor may act today; left out: nobody. */
  readonly standsIn?: readonly StandIn[];
}

/** Who acted a moment ago, and the condition in SQL under which that still holds. */
export interface PresumedActor {
  readonly actor: Actor;
  readonly unchanged: RawBuilder<boolean>;
}

/** A colleague in whose place somebody acts: by a recorded delegation, within its days and its acts. */
export interface StandIn {
  readonly delegation: string;
  /** The account of the colleague who is away. */
  readonly account: string;
  readonly name: string;
  /** Role and unit of the colleague in words, as of an Actor. */
  readonly capacity: string;
  /** The paper that orders it: 'Quyết định số 12/QĐ-UBND ngày 02/11/2026'. */
  readonly paper: string;
  readonly role: string;
  readonly unit: string | null;
  readonly area: string | null;
  /** Groups of acts, as the policy table names them. */
  readonly acts: readonly string[];
  /** Last day. */
  readonly to: string;
}

/** The roles somebody works in today: their own, then those of the colleagues they stand in for. */
export function rolesOf(actor: Actor): readonly string[] {
  return [...new Set([actor.role, ...(actor.standsIn ?? []).map(({ role }) => role)])];
}
