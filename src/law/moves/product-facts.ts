/** The facts by which changes of a product's record are judged; see facts.ts. */
import type { ChangeFacts } from './producer-facts.ts';

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
}
