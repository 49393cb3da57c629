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
}
