/** What the moves of a point of sale are told. */
import type { PointDays } from '../sale-points.ts';
import type { Reasoned } from './types.ts';

export interface SalePointFacts {
  'salePoint.register': PointDays;
  'salePoint.correct': PointDays & Reasoned;
  /** How many products are added and taken off. */
  'salePoint.offer': { readonly joining: number; readonly leaving: number };
  'salePoint.close': PointDays & Reasoned;
  'salePoint.reopen': Reasoned;
  'salePoint.withdraw': Reasoned;
}
