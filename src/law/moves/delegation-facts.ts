import type { Day } from '../answers.ts';
import type { Paper, Reasoned } from './types.ts';

/** `deputy`: somebody takes the place; `mayTake`: of the same unit, in a role that may; `byDeputy`: recorded by the deputy. */
export interface OrderFacts extends Paper {
  readonly from: Day;
  readonly to: Day;
  readonly deputy: boolean;
  readonly acts: readonly string[];
  readonly mayTake: boolean;
  readonly byDeputy: boolean;
  /** The deputy is of another office of the unit. */
  readonly otherOffice: boolean;
}

/** Facts of leave and delegations. */
export interface DelegationFacts {
  'delegation.record': OrderFacts;
  /** `byHead`: recorded by who heads the office of who is away; `deputyHeaded`: somebody heads the deputy's office. */
  'delegation.ask': OrderFacts & { readonly byHead: boolean; readonly deputyHeaded: boolean };
  'delegation.agree': { readonly byDeputyHead: boolean; readonly to: Day };
  'delegation.end': Reasoned;
}
