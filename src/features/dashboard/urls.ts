import type { Days } from '#features/reports';
import { withFilters } from '#ui';
import type { BoardQuery } from './schema.ts';

/** Addresses of this chapter. */
export const boardPaths = {
  home: '/so-lieu',
  sheet: '/so-lieu.xlsx',
  figure: (id: string) => `/so-lieu/${id}`,
  figureSheet: (id: string) => `/so-lieu/${id}/danh-sach.xlsx`,
} as const;

/** The board, or its sheet, with what was asked. */
export const boardUrl = (path: string, { donvi, ngay, theo, biet }: BoardQuery): string =>
  withFilters(path, { donvi, ngay, theo, biet });

/** The list behind a figure on the screen; `unit` is a code, null the whole country. */
export function figureUrl(figure: string, unit: string | null, { asOf, unitsAsOf, from, knownAt }: Days): string {
  return withFilters(boardPaths.figure(figure), { unit: unit ?? undefined, asOf, unitsAsOf, from, knownAt });
}
