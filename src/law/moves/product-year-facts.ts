/** What the moves of a product's year are told. */
import type { YearFigures } from '../product-years.ts';
import type { Reasoned } from './types.ts';

export interface ProductYearFacts {
  'productYear.report': YearFigures & { readonly year: number; readonly firstYear: number };
  /** `counted`: an accepted version is replaced; then a reason is asked for. */
  'productYear.mend': YearFigures & Partial<Reasoned> & { readonly counted: boolean };
  'productYear.accept': { readonly enteredBy: string; readonly accepter: string; readonly twoHands: boolean };
  'productYear.return': Reasoned;
}
