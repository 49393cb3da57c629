import { withFilters } from '#ui';
import type { QuestionQuery } from './schema.ts';

/** Addresses of this chapter. */
export const questionPaths = {
  ask: '/so-lieu/hoi',
  cell: '/so-lieu/hoi/danh-sach',
  sheet: '/so-lieu/hoi.xlsx',
} as const;

/** A question, with the number of its answer that is looked into. */
export const questionUrl = (
  path: string,
  query: QuestionQuery,
  cell: { o?: string | undefined; c?: string | undefined; ten?: string; sau?: string } = {},
): string => withFilters(path, { ...query, ...cell });
