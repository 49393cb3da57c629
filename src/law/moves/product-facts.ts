/** The facts by which changes of a product's record and its figures of a year are judged; see facts.ts. */
import type { ChangeFacts } from './producer-facts.ts';
import type { Reasoned } from './types.ts';

interface FiguresFacts {
  readonly year: number;
  /** Jobs, and of them those of women and of people of the place; 0 where nothing is said. */
  readonly jobs: number;
  readonly women: number;
  readonly local: number;
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
  'figures.report': FiguresFacts;
  'figures.return': Reasoned;
}
