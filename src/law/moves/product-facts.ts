/** The facts by which changes of a product's record, and joins of two, are judged; see facts.ts. */
import type { ChangeFacts } from './producer-facts.ts';
import type { Reasoned } from './types.ts';

/** Two records of one product. */
interface JoinFacts extends Reasoned {
  readonly sameRecord: boolean;
  readonly sameProvince: boolean;
  /** Of one producer; or one of them names none. */
  readonly sameProducer: boolean;
  /** Dossiers under way, when both have one; else none. */
  readonly openDossiers: readonly string[];
  /** Years of which both have figures and nobody has said whose stand. */
  readonly yearsOpen: readonly number[];
}

interface UnjoinFacts extends Reasoned {
  /** What was done with the product, its recognitions, dossiers or years since; must be empty. */
  readonly since: readonly string[];
}

export interface ProductFacts {
  'product.rename': ChangeFacts;
  'product.classify': ChangeFacts;
  'product.place': ChangeFacts;
  'product.tell': ChangeFacts;
  'product.specify': ChangeFacts;
  'product.keepPicture': ChangeFacts;
  'product.keepLabel': ChangeFacts;
  'product.keepStandard': ChangeFacts;
  'product.keepTest': ChangeFacts;
  'product.keepBarcode': ChangeFacts;
  'product.join': JoinFacts;
  'product.unjoin': UnjoinFacts;
  'product.keepApart': Reasoned;
}
