import { withFilters } from '#ui';

/** Addresses of this chapter. */
export const ideaPaths = {
  list: '/y-tuong',
  listWith: (filters: Readonly<Record<string, unknown>>) => withFilters('/y-tuong', filters),
  sheet: '/y-tuong.xlsx',
  sheetWith: (filters: Readonly<Record<string, unknown>>) => withFilters('/y-tuong.xlsx', filters),
  new: '/y-tuong/moi',
  one: (id: string) => `/y-tuong/${id}`,
  correct: (id: string) => `/y-tuong/${id}/sua`,

  advise: (id: string) => `/y-tuong/${id}/ho-tro`,
  ready: (id: string) => `/y-tuong/${id}/san-sang`,
  file: (id: string) => `/y-tuong/${id}/lap-ho-so`,
  drop: (id: string) => `/y-tuong/${id}/dung`,
  reopen: (id: string) => `/y-tuong/${id}/mo-lai`,
} as const;
