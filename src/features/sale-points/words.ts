import { SALE_POINT_KINDS, type SalePointKind } from '#law/sale-points';
import { formatDay } from '#ui';
import type { Point } from './queries.ts';

const ENGLISH: Readonly<Record<SalePointKind, string>> = {
  introduction: 'OCOP presentation and sales point',
  shop: 'Shop of a producer',
  supermarket: 'Counter in a supermarket or mall',
  market: 'Counter in a market',
  station: 'Station or rest stop',
  tourist: 'Tourist site, hotel, craft village',
  fair: 'Trade fair centre',
  other: 'Other place',
};
export const kindWords = (kind: SalePointKind, lang: 'vi' | 'en'): string =>
  lang === 'en' ? ENGLISH[kind] : SALE_POINT_KINDS[kind];

/** 'từ 01/03/2026', 'từ 01/03/2026 đến 05/11/2026'. */
export const daysWords = ({ opened, closed }: Pick<Point, 'opened' | 'closed'>): string =>
  closed === null ? `từ ${formatDay(opened)}` : `từ ${formatDay(opened)} đến ${formatDay(closed)}`;
