import { withFilters } from '#ui';

/** Addresses of this chapter. */
export const taskPaths = {
  list: '/viec-duoc-giao',
  listWith: (filters: Readonly<Record<string, string | undefined>>) => withFilters('/viec-duoc-giao', filters),
  sheet: '/viec-duoc-giao.xlsx',
  sheetWith: (filters: Readonly<Record<string, string | undefined>>) => withFilters('/viec-duoc-giao.xlsx', filters),
  new: '/viec-duoc-giao/moi',
  one: (id: string) => `/viec-duoc-giao/${id}`,
  note: (id: string) => `/viec-duoc-giao/${id}/tien-do`,
  report: (id: string) => `/viec-duoc-giao/${id}/bao-cao`,
  accept: (id: string) => `/viec-duoc-giao/${id}/nhan`,
  giveBack: (id: string) => `/viec-duoc-giao/${id}/giao-lai`,
  cancel: (id: string) => `/viec-duoc-giao/${id}/huy`,
} as const;
