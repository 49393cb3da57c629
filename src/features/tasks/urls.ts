import { withFilters } from '#ui';

/** Addresses of this chapter. */
export const taskPaths = {
  list: '/viec-duoc-giao',
  listWith: (filters: Readonly<Record<string, string | undefined>>) => withFilters('/viec-duoc-giao', filters),
  sheet: '/viec-duoc-giao.xlsx',
  sheetWith: (filters: Readonly<Record<string, string | undefined>>) => withFilters('/viec-duoc-giao.xlsx', filters),
  new: '/viec-duoc-giao/moi',
  one: (id: string) => `/viec-duoc-giao/${id}`,
  correct: (id: string) => `/viec-duoc-giao/${id}/sua`,
  together: (together: string) => withFilters('/viec-duoc-giao', { xem: 'all', chung: together }),
  newOf: (meeting: string) => `/viec-duoc-giao/moi?hop=${meeting}`,
  paper: (form: 'pdf' | 'docx', filters: Readonly<Record<string, string | undefined>> = {}) =>
    withFilters(`/viec-duoc-giao/bao-cao.${form}`, filters),
  note: (id: string) => `/viec-duoc-giao/${id}/tien-do`,
  report: (id: string) => `/viec-duoc-giao/${id}/bao-cao`,
  accept: (id: string) => `/viec-duoc-giao/${id}/nhan`,
  giveBack: (id: string) => `/viec-duoc-giao/${id}/giao-lai`,
  cancel: (id: string) => `/viec-duoc-giao/${id}/huy`,
} as const;

export const meetingPaths = {
  list: '/ket-luan-hop',
  sheet: '/ket-luan-hop.xlsx',
  new: '/ket-luan-hop/moi',
  newOf: (body: string) => `/ket-luan-hop/moi?ban=${body}`,
  one: (id: string) => `/ket-luan-hop/${id}`,
  correct: (id: string) => `/ket-luan-hop/${id}/sua`,
  remove: (id: string) => `/ket-luan-hop/${id}/bo`,
} as const;
