/** The facts by which moves of sessions, sheets, councils and rounds are judged; see facts.ts. */
import type { AnonymousRule, PaperShown } from '../anonymous.ts';
import type { Day } from '../answers.ts';
import type { CouncilRegulation, Seat } from '../council.ts';
import type { StandIn } from '../substitutes.ts';
import type { ApplicationKind } from '../transition.ts';
import type { Paper, Reasoned } from './types.ts';

export interface CouncilFacts {
  'session.plan': { readonly mode: 'meeting' | 'written'; readonly councilState: string };
  'session.recordAbsence': Reasoned & {
    readonly seat: string;
    /** Products still being scored whose sheet the seat has handed in. */
    readonly handedIn: readonly string[];
    /** Who stands in, by departments; null where nobody does. */
    readonly standIn: StandIn | null;
  };
  'session.recordPresence': Reasoned & {
    readonly seat: string;
    /** The seat may still score: nothing has begun, or its sheets were handed out and nobody stands in for it. */
    readonly mayScore: boolean;
  };
  'session.recuse': Reasoned & { readonly seat: string; readonly dossier: string };
  'session.keepConflict': Reasoned & {
    readonly seat: string;
    readonly dossier: string;
    /** The one who decides is the one the conflict is about. */
    readonly own: boolean;
  };
  /** Who advised, funded or inspected a product, or helped to write its dossier. */
  'session.recordTie': { readonly who: string };
  'session.showPaper': {
    readonly rule: AnonymousRule;
    readonly verdict: PaperShown;
    /** A file without names was handed over. */
    readonly copy: boolean;
  };
  'session.cancel': Reasoned;
  'session.start': {
    readonly mode: 'meeting' | 'written';
    /** How the council's regulation lets re-evaluations be judged. */
    readonly reEvaluationBy: 'written' | 'meeting';
    /** The last day to answer, of written opinions. */
    readonly answerBy: Day | null;
    readonly dossiers: readonly {
      readonly name: string;
      readonly kind: ApplicationKind;
      readonly hasReport: boolean;
    }[];
    /** Why re-evaluations are scored in a meeting; empty when they are not. */
    readonly meetingReason: string;
    /** Conflicts of interest found and neither stepped back from nor kept with a reason, in words. */
    readonly unsettled: readonly string[];
    /** Products judged without names with papers nobody has looked through for names, in words. */
    readonly unmasked: readonly string[];
  };
  'session.close': {
    readonly dossiers: readonly { readonly name: string; readonly seats: readonly Seat[] }[];
    readonly regulation: CouncilRegulation;
    /** Why written opinions must be discussed in a meeting first, a sentence a product. */
    readonly causesToMeet: readonly string[];
  };
  /** Who has not answered and was not reminded today, by name. */
  'session.remind': { readonly mode: 'meeting' | 'written'; readonly waiting: readonly string[] };
  'session.meetInstead': Reasoned & {
    readonly mode: 'meeting' | 'written';
    readonly products: readonly string[];
    /** What the regulation calls for a meeting for; with none of these the reason decides. */
    readonly causes: readonly string[];
  };
  'sheet.askMeeting': Reasoned & {
    readonly mode: 'meeting' | 'written';
    readonly sessionState: string;
    readonly absent: boolean;
  };
  'session.open': { readonly sheetsIntact: boolean };
  'session.rescore': Reasoned & { readonly flagged: readonly string[]; readonly causesToMeet: readonly string[] };
  'session.acceptSpread': Reasoned & {
    readonly dossier: string;
    /** What the council's regulation asks for when members differ too much. */
    readonly follows: 'discuss' | 'rescore' | 'askAgain';
    /** How often the product was scored again. */
    readonly rescored: number;
    readonly causesToMeet: readonly string[];
  };
  'session.tellNotes': Reasoned & { readonly published: number; readonly withheld: number };
  'session.conclude': { readonly openPairs: number };
  'sheet.hand': { readonly role: Seat['role']; readonly recused: boolean };
  'sheet.submit': {
    readonly sessionState: string;
    readonly contentHash: string;
    readonly total: number;
    /** What is recorded of the seat: absent from the session, stepped back from the product. */
    readonly absent: boolean;
    readonly recused: boolean;
  };
  'sheet.enterPaper': {
    readonly sessionState: string;
    readonly contentHash: string;
    /** How many criteria the paper has a choice for. */
    readonly answered: number;
    /** SHA-256 of the scan of the paper. */
    readonly scan: string;
    readonly absent: boolean;
    readonly recused: boolean;
  };
  'sheet.reopen': Reasoned & { readonly sessionState: string };
  'council.establish': {
    readonly act: Paper;
    readonly chairs: number;
    readonly secretaries: number;
    readonly members: number;
  };
  /** Titles of the council's sessions that are not concluded. */
  'council.dissolve': { readonly openSessions: readonly string[] };
  'practice.make': { readonly councilState: string; readonly products: number; readonly members: number };
  'practice.submit': { readonly handedIn: boolean };
  'round.plan': { readonly extra: boolean; readonly plan: string };
  'round.correct': { readonly extra: boolean; readonly plan: string };
}
