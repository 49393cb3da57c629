/** What a row of a list is held against, and what comes of it. Ids are those of the registry. */
import type { Day } from '#platform/clock';
import type { ListKind, RowNote, RowStatus } from '../reading/types.ts';

/** Where a row lies, as units of today. */
export interface RowPlace {
  readonly commune: string | null;
  /** Today's communes a divided one became: only a person can choose (R12.4). */
  readonly choices: readonly string[];
  /** The deepest unit of the row's day. */
  readonly former: string | null;
  readonly province: string | null;
}

/** What a person decided about a row. */
export interface Settlement {
  readonly how: 'asNew' | 'existing' | 'takeList' | 'leaveOut';
  readonly product: string | null;
  readonly producer: string | null;
}

/** A row as it counts: read, then put right by a person. */
export interface RowFacts {
  readonly no: number;
  readonly sheet: string;
  readonly row: number;
  /** As reading left it. */
  readonly status: RowStatus;
  readonly kind: ListKind;
  readonly product: string | null;
  readonly producer: string | null;
  readonly address: string | null;
  readonly stars: number | null;
  readonly decisionNumber: string | null;
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. */
  readonly decisionDate: string | null;
  /** Of the producer, as written. */
  readonly taxCode: string | null;
  readonly phone: string | null;
  readonly representative: string | null;
  readonly place: RowPlace;
  readonly notes: readonly RowNote[];
  readonly corrected: boolean;
  readonly settled: Settlement | null;
}

export interface KnownRecognition {
  readonly id: string;
  readonly star: number | null;
  readonly number: string | null;
  readonly issuedEarliest: Day | null;
  readonly issuedLatest: Day | null;
  /** State of its lifecycle. */
  readonly state: string;
  /** Decided in this system: a list never changes it. */
  readonly issuedHere: boolean;
  readonly productName: string;
  readonly producerName: string | null;
}

export interface KnownProduct {
  readonly id: string;
  readonly name: string;
  readonly producer: string | null;
  readonly commune: string | null;
  /** Names of records joined into it. */
  readonly otherNames?: readonly string[];
  readonly recognitions: readonly KnownRecognition[];
}

export interface KnownProducer {
  readonly id: string;
  readonly name: string;
  readonly commune: string | null;
  readonly address: string | null;
  readonly taxCode: string | null;
  readonly phone: string | null;
  readonly representative: string | null;
  /** Parts of the record that a person has changed: a list leaves them alone. */
  readonly byHand: readonly string[];
  /** Names of records that were joined into this one. */
  readonly otherNames: readonly string[];
}

/** The producers and products of one province. */
export interface Known {
  readonly producers: readonly KnownProducer[];
  readonly products: readonly KnownProduct[];
}

/** A record the row may mean: a product, or a producer of which the row would be a new product. */
export interface Candidate {
  readonly product: string | null;
  readonly producer: string | null;
  readonly words: string;
}

export type ChangedField =
  | ('recognition' | 'ended' | 'star' | 'decisionNumber' | 'decisionDate' | 'commune')
  | ProducerField;
/** What a list completes of a producer. */
export type ProducerField = 'producerAddress' | 'producerCommune' | 'taxCode' | 'phone' | 'representative';
export interface Change {
  readonly field: ChangedField;
  readonly from: string | null;
  readonly to: string | null;
}

export interface Verdict {
  readonly status: RowStatus;
  /** The first doubt or refusal. */
  readonly code: string | null;
  readonly notes: readonly RowNote[];
  readonly candidates: readonly Candidate[];
  readonly changes: readonly Change[];
  /** Existing records the row means; null: none, or made on writing. */
  readonly product: string | null;
  readonly producer: string | null;
  readonly recognition: string | null;
  /** Rows with the same identity are one new producer, one new product. */
  readonly newProducer: string | null;
  readonly newProduct: string | null;
  /** Today's commune, from the row or from the producer it means. */
  readonly commune: string | null;
}

export interface Comparison {
  /** Rows must come in the order of the file: later ones are held against earlier ones. */
  judge(row: RowFacts): Verdict;
}
