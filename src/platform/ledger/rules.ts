/** What the ledger must be told about the programme: wiring hands it in once; this folder never imports it. */
import type { Pass, Subject } from '../access/access.ts';
import type { Actor } from '../actor.ts';
import type { Day } from '../clock.ts';
import type { Tx } from '../db/database.ts';

/** A step of the law's table of moves. */
export interface RuleStep {
  readonly process: string;
  readonly to: string;
  /** Who must act next; 'same': it stays as it is, and so does the term. */
  readonly next: string | null;
}

export type LawAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly basis: string;
      /** What is still missing, one sentence each. */
      readonly missing?: readonly string[];
    };

export interface LedgerRules {
  /** The step this action makes from this state; undefined when there is none. */
  findStep(action: string, from: string): RuleStep | undefined;
  /** In which right may this actor do it to this subject? Null: not at all. */
  passOf(actor: Actor, verb: string, subject: Subject): Pass | null;
  /** The last day of the state a move leads to, where the move itself names none; null: none is set. */
  dueOn(
    tx: Tx,
    led: { action: string; process: string; state: string; province: string | null; kept: Day | null },
    day: Day,
  ): Promise<Day | null>;
  /** Does the law let it happen on this day, given the facts of the case? */
  needs(action: string, facts: object, day: Day): LawAnswer;
}

let given: LedgerRules | null = null;

/** Hands the rules to the ledger; called once by wiring before anything moves. */
export function configureLedger(rules: LedgerRules): void {
  given = rules;
}

/** The rules handed in. */
export function rules(): LedgerRules {
  if (given === null) throw new Error('The ledger has no rules yet: call configureLedger first');
  return given;
}
