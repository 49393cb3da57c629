import { withFilters } from '#ui';

/** Addresses of this chapter. */
export const yearPaths = {
  list: '/so-lieu-nam',
  sheet: '/so-lieu-nam.xlsx',
  listWith: (filters: Readonly<Record<string, unknown>>) => withFilters('/so-lieu-nam', filters),
  sheetWith: (filters: Readonly<Record<string, unknown>>) => withFilters('/so-lieu-nam.xlsx', filters),
  one: (id: string) => `/so-lieu-nam/${id}`,
  mend: (id: string) => `/so-lieu-nam/${id}/sua`,
  accept: (id: string) => `/so-lieu-nam/${id}/nhan`,
  giveBack: (id: string) => `/so-lieu-nam/${id}/tra-lai`,
  /** Reporting a year of a product; the year asked for is chosen beforehand. */
  report: (product: string) => `/so-san-pham/${product}/bao-so-lieu`,
  reportYear: (product: string, year: number) => `/so-san-pham/${product}/bao-so-lieu?nam=${year}`,
} as const;
