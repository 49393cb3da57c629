import { withFilters } from '#ui';

/** Addresses of this chapter. */
export const targetPaths = {
  list: '/chi-tieu',
  listWith: (filters: Readonly<Record<string, string | undefined>>) => withFilters('/chi-tieu', filters),
  sheet: '/chi-tieu.xlsx',
  new: '/chi-tieu/moi',
  one: (id: string) => `/chi-tieu/${id}`,
  correct: (id: string) => `/chi-tieu/${id}/sua`,
  cancel: (id: string) => `/chi-tieu/${id}/huy`,
} as const;
