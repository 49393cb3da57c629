/** Facts of the advisory team's moves (Art. 7.3.b–c, 7.4.b–c). */
import type { Day } from '../answers.ts';
import type { Reasoned } from './types.ts';

export interface AdviceFacts {
  /** `tied`: a sentence for each chosen member whose account is tied to the dossier. `dueOn`: null where no day is set. */
  'dossier.assignAdvisers': {
    readonly members: number;
    readonly tied: readonly string[];
    readonly dueOn: Day | null;
  };
  /** `allowed`: the office asks, or its setting lets members ask themselves. */
  'dossier.requestPapers': {
    readonly kind: 'paper' | 'test';
    readonly what: string;
    readonly dueOn: Day;
    readonly allowed: boolean;
  };
  'dossier.answerRequest': { readonly answered: boolean; readonly papers: number; readonly answer: string };
  'dossier.planVisit': { readonly visitOn: Day; readonly place: string; readonly people: number };
  'dossier.moveVisit': Reasoned & { readonly visitOn: Day };
  'dossier.cancelVisit': Reasoned;
  /** `tookPart`: the office records, or the member stands among the people of the visit. */
  'dossier.recordVisit': {
    readonly visitedOn: Day;
    readonly place: string;
    readonly people: number;
    readonly findings: string;
    readonly tookPart: boolean;
  };
  /** `own`: the office keeps the minutes, or the member who recorded the visit. */
  'dossier.signVisit': { readonly own: boolean };
  /** `matters`: matters of the own part that say something. */
  'dossier.handInPart': { readonly handedIn: boolean; readonly matters: number };
  'dossier.giveBackPart': Reasoned & { readonly handedIn: boolean };
  'council.nameTeam': { readonly leaders: number; readonly members: number };
  /** `seated`: the account sits in the same council; `tied`: dossiers given to the member it is tied to, in words. */
  'council.linkAdviser': {
    readonly linked: boolean;
    readonly taken: boolean;
    readonly seated: boolean;
    readonly own: boolean;
    readonly tied: readonly string[];
  };
  'council.unlinkAdviser': { readonly linked: boolean };
}
