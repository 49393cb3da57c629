/**
 * The facts each move is judged by and which its ledger row keeps: small, free of personal data. A move that is not
 * named here has no legal condition beyond its starting state.
 */
import type { Allowed, Day, Refused } from '../answers.ts';
import type { Level, PastRecognitionFacts } from '../competence.ts';
import type { CouncilRegulation, Seat } from '../council.ts';
import type { CommuneMatter } from '../dossier/forms.ts';
import type { Mandate, Signing } from '../mandate.ts';
import type { LateFiling } from '../reevaluation.ts';
import type { ComplaintFacts } from '../review.ts';
import type { RevocationFacts } from '../revocation.ts';
import type { Round } from '../rounds.ts';
import type { RulebookId, Star } from '../rulebooks/types.ts';
import type { StandIn } from '../substitutes.ts';
import type { ApplicationKind, LateOldDossier } from '../transition.ts';
import type { MeetingFacts } from './meetings.ts';

/** A written paper of an office: its number and date. */
interface Paper {
  readonly number: string;
  readonly dated: Day;
}

interface Reasoned {
  readonly reason: string;
}

/** Which office answers, and which one the actor is of. */
interface Answering {
  readonly office: string;
  readonly instance: string;
}

/** The result of the council as far as a decision rests on it. */
interface ResultFacts {
  readonly bandStar: Star;
  readonly star: Star | null;
  readonly candidate: boolean;
  /** Chosen by the office when a candidate lacks a gate; null while not chosen. */
  readonly path: 'toMinistry' | 'recogniseFour' | null;
}

/** When and as what a dossier was filed: decides its rulebook and the term of old dossiers (Art. 12.2). */
export interface FiledFacts {
  readonly kind: ApplicationKind;
  readonly filedOn: Day;
  readonly lateOldDossier: LateOldDossier;
}

export interface KnownFacts extends MeetingFacts {
  'dossier.start': {
    readonly kind: ApplicationKind;
    readonly producerType: string | null;
    readonly sector: string;
    readonly rulebook: RulebookId;
    /** The product's newest recognition, if any. */
    readonly former: { readonly star: number | null; readonly valid: boolean } | null;
  };
  'dossier.submit': {
    readonly kind: ApplicationKind;
    /** Names of what blocks, from `checkSubmission`; must be empty. */
    readonly blocks: readonly string[];
    readonly contentHash: string;
    readonly rulebook: RulebookId;
    /** Re-evaluation: the last day of the running certificate; null when the source does not tell the day. */
    readonly formerExpiresOn: Day | null;
    readonly lateFiling: LateFiling;
    /** The first filing, for a dossier that was returned: it keeps its day and its rulebook. Null the first time. */
    readonly filedOn: Day | null;
    readonly lateOldDossier: LateOldDossier;
  };
  'dossier.receive': {
    readonly enteredBy: string;
    readonly receiver: string;
    /** Number of the receipt slip. */
    readonly slip: string;
  };
  'dossier.checkPaper': { readonly paper: string; readonly verdict: 'pass' | 'fail'; readonly reason: string };
  'dossier.assess': { readonly matters: readonly CommuneMatter[] };
  'dossier.giveCode': { readonly code: string; readonly taken: boolean };
  'dossier.return': { readonly reasons: readonly string[] };
  'dossier.propose': {
    readonly kind: ApplicationKind;
    readonly filedOn: Day;
    readonly rulebook: RulebookId;
    readonly lateOldDossier: LateOldDossier;
    readonly papersUnchecked: number;
    readonly matters: readonly CommuneMatter[];
    readonly productCode: string;
    readonly sector: string;
    readonly samples: number;
    /** The commune's letter of proposal. */
    readonly letter: Paper;
  };
  'dossier.sendBack': { readonly reasons: readonly string[] };
  'dossier.accept': FiledFacts & {
    readonly round: Round;
    readonly proposedOn: Day;
    readonly cutoffInclusive: boolean;
  };
  'dossier.reportAdvice': Paper;
  'dossier.assign': {
    readonly session: string;
    readonly sessionState: string;
    readonly kind: ApplicationKind;
    readonly mode: 'meeting' | 'written';
  };
  'dossier.unassign': { readonly sessionState: string };
  'dossier.conclude': { readonly sessionState: string; readonly openPairs: number; readonly bandStar: Star };
  'dossier.choosePath': ResultFacts & Reasoned & { readonly candidateLacksGate: boolean };
  'dossier.exclude': Reasoned & {
    readonly ground: string;
    /** Grounds printed on the sheet of the set, from `exclusionGrounds`. */
    readonly grounds: readonly string[];
  };
  'dossier.recognise': ResultFacts & {
    /** A decision of the province: when the dossier was filed, for the term of old dossiers (Art. 12.2). */
    readonly filing?: FiledFacts | undefined;
    readonly recognisedStar: number;
    /** The result is the Ministry's, sent back as below five stars (Art. 7.4.g). */
    readonly returned: boolean;
    readonly level: Level;
    readonly decision: Paper;
  };
  'dossier.nominate': ResultFacts & {
    readonly candidateLacksGate: boolean;
    /** The Chairperson's decision that approves the result. */
    readonly decision: Paper;
  };
  'dossier.sendPackage': {
    /** The People's Committee's letter to the Ministry. */
    readonly letter: Paper;
    /** Papers of Art. 6.3 that are not in the package yet, in words; must be empty. */
    readonly missing: readonly string[];
    readonly sector: string;
    readonly samples: number;
  };
  'dossier.askPackage': { readonly reasons: readonly string[] };
  /** `sentOn`: date of the province's letter, which decides the round (Art. 5.2). */
  'dossier.takeIn': { readonly round: Round; readonly sentOn: Day; readonly cutoffInclusive: boolean };
  'dossier.reportCentralAdvice': Paper;
  'dossier.assignCentral': {
    readonly session: string;
    readonly sessionState: string;
    readonly kind: ApplicationKind;
    readonly mode: 'meeting' | 'written';
  };
  'dossier.unassignCentral': { readonly sessionState: string };
  'dossier.concludeCentral': { readonly sessionState: string; readonly openPairs: number; readonly bandStar: Star };
  'dossier.recogniseCentral': { readonly star: Star | null; readonly decision: Paper };
  'dossier.returnResult': Paper & { readonly star: Star | null };
  'dossier.evaluateAgain': Reasoned;
  /** A result looked at again: number and day of the paper that orders it, and what it rests on. */
  'dossier.redo': Reasoned & Paper & { readonly hadRound: boolean };
  'dossier.reopen': Reasoned & Paper & { readonly hadRound: boolean };
  'dossier.redoCentral': Reasoned & Paper & { readonly level: 'province' | 'central' };
  'dossier.annul': Paper;
  'dossier.closeUnrecognised': { readonly star: Star | null };
  'dossier.notify': { readonly dated: Day; readonly sentTo: readonly ('commune' | 'producer')[] };

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
  'round.plan': { readonly extra: boolean; readonly plan: string };
  'round.correct': { readonly extra: boolean; readonly plan: string };

  'decision.draft': { readonly dossiers: number };
  'decision.propose': Paper;
  'decision.issue': Paper & {
    readonly kind: 'recognition' | 'approval';
    readonly level: Level;
    readonly signatory: string;
    /** Stars of the list; empty for an approval of candidates. */
    readonly stars: readonly number[];
    /** Who drafted the submission and who records the issue, when two hands are asked for (setting). */
    readonly proposer: string;
    readonly issuer: string;
    readonly twoHands: boolean;
    /** In whose name the signatory signs, and under which paper. */
    readonly signing: Signing;
  };
  'decision.cancel': Reasoned;
  'recognition.issue': {
    readonly star: number;
    readonly level: Level;
    readonly issuedOn: Day;
    readonly decision: string;
  };
  'recognition.revoke': RevocationFacts;
  'recognition.annul': Reasoned & Paper & { readonly star: number; readonly level: Level };
  'recognition.extend': Reasoned & {
    readonly expiresOn: Day;
    readonly until: Day;
    readonly act: string;
    readonly afterTransition: boolean;
  };
  'recognition.recordPast': PastRecognitionFacts & { readonly number: string };
  /** `running`: a prolongation of this certificate is recorded. */
  'recognition.noteExtension': Paper & { readonly running: boolean };
  'mandate.grant': Omit<Mandate, 'covers'> & { readonly actDate: Day; readonly covers: readonly string[] };
  'mandate.end': Reasoned & { readonly from: Day; readonly to: Day | null; readonly lastDay: Day };
  /** `deputy`: somebody takes the place; `mayTake`: of the same office, in a role that may; `byDeputy`: recorded by the deputy. */
  'delegation.record': Paper & {
    readonly from: Day;
    readonly to: Day;
    readonly deputy: boolean;
    readonly acts: readonly string[];
    readonly mayTake: boolean;
    readonly byDeputy: boolean;
  };
  'delegation.end': Reasoned;
  'review.complain': ComplaintFacts;
  'review.request': Reasoned &
    Paper & {
      readonly wish: string;
      readonly state: string;
      readonly level: 'province' | 'central';
      readonly pending: boolean;
    };
  'review.accept': Answering;
  'review.decline': Answering & Reasoned;
  'review.answer': Answering & Reasoned & Paper & { readonly outcome: string };
  /** Field names the form uses that its paper does not have, and how many it uses. */
  'template.upload': { readonly unknown: readonly string[]; readonly fields: number };
  'misuse.close': { readonly finding: string; readonly answer: string };
  'settings.change': { readonly key: string; readonly value: unknown };
}

export type FactfulAction = keyof KnownFacts;
/** The facts of any action; a move without conditions takes whatever its ledger row should keep. */
export type FactsOf<A extends string> = A extends FactfulAction ? KnownFacts[A] : Readonly<Record<string, unknown>>;

/** A condition of law: pure, told the day. A fact left out counts as not shown. */
export type Needs<A extends FactfulAction> = (facts: Partial<KnownFacts[A]>, day: Day) => Allowed | Refused;
export type NeedsTable<A extends FactfulAction> = { readonly [K in A]: Needs<K> };
