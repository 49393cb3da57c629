/** The facts by which changes of a producer's record, and joins of two, are judged; see facts.ts. */
import type { Day } from '../answers.ts';
import type { Reasoned } from './types.ts';

/** A change of one part of a record: since when it is so, and whether something known is replaced. */
export interface ChangeFacts extends Reasoned {
  /** Null: it has always been so. */
  readonly from: Day | null;
  readonly replaces: boolean;
}

/** Two records of one producer. */
interface JoinFacts extends Reasoned {
  readonly sameRecord: boolean;
  readonly sameProvince: boolean;
  /** Sessions that have begun and are not concluded, in which products of both are scored. */
  readonly sessions: readonly string[];
}

interface UnjoinFacts extends Reasoned {
  /** What was done with the joined record or what moved with it since; must be empty. */
  readonly since: readonly string[];
}

export interface ProducerFacts {
  'producer.describe': ChangeFacts;
  'producer.rename': ChangeFacts;
  'producer.changeKind': ChangeFacts;
  'producer.changeRegistration': ChangeFacts;
  'producer.changeRepresentative': ChangeFacts;
  'producer.changeAddress': ChangeFacts;
  'producer.changeContact': ChangeFacts;
  'producer.changeBank': ChangeFacts;
  'producer.keepContract': ChangeFacts;
  'producer.keepCertification': ChangeFacts;
  'producer.keepChain': ChangeFacts;
  'producer.keepConsent': ChangeFacts;
  'producer.join': JoinFacts;
  'producer.unjoin': UnjoinFacts;
  'producer.keepApart': Reasoned;
}
