/** What the moves of support are told: amounts, days, the policy and the recognition; never an account of a bank. */
import type { Day } from '../answers.ts';
import type { SupportGiven } from '../support.ts';
import type { Reasoned } from './types.ts';

interface PolicyDays {
  readonly from: Day;
  readonly to: Day | null;
}

export interface SupportFacts {
  'supportPolicy.set': PolicyDays;
  'supportPolicy.correct': PolicyDays & Reasoned;
  /** `payments`: those under it that are not withdrawn. */
  'supportPolicy.cancel': Reasoned & { readonly payments: number };
  'support.record': SupportGiven;
  'support.correct': SupportGiven & Reasoned;
  'support.withdraw': Reasoned;
}
