/** The facts by which changes of a product's record, its figures of a year and ideas are judged; see facts.ts. */
import type { ChangeFacts } from './producer-facts.ts';
import type { Reasoned } from './types.ts';

interface FiguresFacts {
  readonly year: number;
  /** Jobs, and of them those of women and of people of the place; 0 where nothing is said. */
  readonly jobs: number;
  readonly women: number;
  readonly local: number;
}

interface IdeaFilingFacts {
  /** It names a producer of the register, and a set of the rulebook in force. */
  readonly producer: boolean;
  readonly productSet: boolean;
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
  'idea.file': IdeaFilingFacts;
  'idea.drop': Reasoned;
  'idea.reopen': Reasoned;
}
