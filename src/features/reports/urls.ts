import { withFilters } from '#ui';
import type { Days } from './words.ts';

/** Addresses of the figures of reports in the API. */
export const FIGURE_PATH = '/figures/:figure';

/** The list behind a figure; `unit` is a code, null the whole country. */
export function figureAddress(figure: string, unit: string | null, { asOf, unitsAsOf, from, knownAt }: Days): string {
  return withFilters(`/api/v1/figures/${figure}`, { unit: unit ?? undefined, asOf, unitsAsOf, from, knownAt });
}
