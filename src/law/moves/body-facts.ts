/** What the moves of bodies and of officers in charge are told: days, counts, the act; names of persons never. */
import type { Day } from '../answers.ts';

export interface BodyFacts {
  /** `heads`: how many of the members lead it. */
  'body.establish': { readonly from: Day | null; readonly heads: number };
  'body.correct': { readonly from: Day | null; readonly reason: string };
  /** `since`: from when the body is known; `heads`: who lead it once it is done; `act`: the act that changes it. */
  'body.changeMembers': {
    readonly from: Day;
    readonly since: Day | null;
    readonly joining: number;
    readonly leaving: number;
    readonly heads: number;
    readonly act: string | null;
    readonly reason: string | null;
  };
  'body.correctMember': { readonly reason: string; readonly heads: number };
  /** `last`: the newest day somebody joined or left. */
  'body.dissolve': {
    readonly to: Day;
    readonly last: Day | null;
    readonly act: string | null;
    readonly reason: string | null;
  };
  'communeOfficer.appoint': { readonly from: Day };
  'communeOfficer.correct': { readonly from: Day; readonly reason: string };
  'communeOfficer.end': { readonly from: Day; readonly to: Day; readonly reason: string };
}
