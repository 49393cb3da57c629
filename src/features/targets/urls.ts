import { withFilters } from '#ui';

/** Addresses of this chapter. */
export const targetPaths = {
  list: '/chi-tieu',
  listWith: (filters: Readonly<Record<string, string | undefined>>) => withFilters('/chi-tieu', filters),
  sheet: '/chi-tieu.xlsx',
  new: '/chi-tieu/moi',
  plan: (act: string) => `/chi-tieu/ke-hoach/${act}`,
  planWith: (act: string, view: string | undefined) => withFilters(`/chi-tieu/ke-hoach/${act}`, { xem: view }),
  planSheet: (act: string) => `/chi-tieu/ke-hoach/${act}/chi-tieu.xlsx`,
  one: (id: string) => `/chi-tieu/${id}`,
  correct: (id: string) => `/chi-tieu/${id}/sua`,
  cancel: (id: string) => `/chi-tieu/${id}/huy`,
} as const;
