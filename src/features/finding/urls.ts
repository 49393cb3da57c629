import { withFilters } from '#ui';
import type { FindQuery } from './schema.ts';

export const findPath = '/tim';

/** The search with these filters. */
export const findUrl = ({ q, loai, trong, tt, sao, trang }: FindQuery): string =>
  withFilters(findPath, { q, loai, trong, tt, sao, trang });
