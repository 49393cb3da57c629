/** The shape of a row in the law's tables of moves. */
import type { Basis, Day } from '../answers.ts';

/** The office (never a person) that must act after a move; `same`: who must act, and by when, stays as it is. */
export type NextActor = 'producer' | 'commune' | 'province' | 'council' | 'secretary' | 'ministry' | 'administrator';

/** How long the next actor has. Working days leave out days off; `only` limits the term to a kind of application. */
export interface Term {
  readonly days: number;
  readonly unit: 'workingDays' | 'days';
  readonly basis: Basis;
  readonly only?: 'reEvaluation';
}

export interface MoveRow {
  readonly action: string;
  readonly from: readonly string[];
  /** `same`: the subject stays in the state it was in; the move records a change. */
  readonly to: string;
  readonly next: NextActor | 'same' | null;
  readonly term?: Term;
  /** What the timeline says has happened. */
  readonly verb: string;
  readonly basis: Basis;
}

export interface StateWords {
  readonly name: string;
  /** One plain sentence. */
  readonly explain: string;
  /** No further way on: only records (notices) may follow. */
  readonly final?: true;
}

/** A written paper of an office: its number and date. */
export interface Paper {
  readonly number: string;
  readonly dated: Day;
}

export interface Reasoned {
  readonly reason: string;
}
