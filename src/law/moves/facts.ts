/**
 * The facts each move is judged by and which its ledger row keeps: small, free of personal data. A move that is not
 * named here has no legal condition beyond its starting state.
 */
import type { Allowed, Day, Refused } from '../answers.ts';
import type { Level, PastRecognitionFacts } from '../competence.ts';
import type { CommuneMatter } from '../dossier/forms.ts';
import type { Mandate, Signing } from '../mandate.ts';
import type { LateFiling } from '../reevaluation.ts';
import type { ComplaintFacts } from '../review.ts';
import type { RevocationFacts } from '../revocation.ts';
import type { Round } from '../rounds.ts';
import type { RulebookId, Star } from '../rulebooks/types.ts';
import type { ApplicationKind, LateOldDossier } from '../transition.ts';
import type { AdviceFacts } from './advice-facts.ts';
import type { BodyFacts } from './body-facts.ts';
import type { CouncilFacts } from './council-facts.ts';
import type { DelegationFacts } from './delegation-facts.ts';
import type { IdeaFacts } from './idea-facts.ts';
import type { MeetingFacts } from './meeting-facts.ts';
import type { ProducerFacts } from './producer-facts.ts';
import type { ProductFacts } from './product-facts.ts';
import type { ProductYearFacts } from './product-year-facts.ts';
import type { ReportFacts } from './report-facts.ts';
import type { SalePointFacts } from './sale-point-facts.ts';
import type { SupportFacts } from './support-facts.ts';
import type { TaskFacts } from './task-facts.ts';
import type { TrainingFacts } from './training-facts.ts';
import type { Paper, Reasoned } from './types.ts';

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

export interface KnownFacts
  extends CouncilFacts,
    AdviceFacts,
    MeetingFacts,
    ProducerFacts,
    ProductFacts,
    ReportFacts,
    ProductYearFacts,
    IdeaFacts,
    DelegationFacts,
    TaskFacts,
    BodyFacts,
    TrainingFacts,
    SupportFacts,
    SalePointFacts {
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
  'dossier.giveCode': { readonly code: string; readonly former: string; readonly taken: boolean };
  'dossier.correctCode': {
    readonly code: string;
    readonly former: string;
    readonly taken: boolean;
    readonly reason: string;
  };
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
  /** `scoring`: the session that has the dossier on its agenda has begun. */
  /** `redone`: a result of it is being looked at again; `allowed`: the office lets such a one be withdrawn (setting). */
  'dossier.withdraw': { readonly redone: boolean; readonly allowed: boolean };
  'dossier.reportAdvice': Paper & { readonly scoring: boolean };
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
  'dossier.reportCentralAdvice': Paper & { readonly scoring: boolean };
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
  'recognition.annul': Reasoned &
    Paper & { readonly star: number; readonly level: Level; readonly issuedOn: Day | null };
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
