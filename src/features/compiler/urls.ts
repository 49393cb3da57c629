/** Addresses of this chapter. */
export const reportPaths = {
  list: '/bao-cao',
  sheet: '/bao-cao.xlsx',
  new: '/bao-cao/moi',
  one: (id: string) => `/bao-cao/${id}`,
  write: (id: string) => `/bao-cao/${id}/soan`,
  keep: (id: string) => `/bao-cao/${id}/giu`,
  send: (id: string) => `/bao-cao/${id}/gui`,
  accept: (id: string) => `/bao-cao/${id}/tiep-nhan`,
  giveBack: (id: string) => `/bao-cao/${id}/tra-lai`,
  correct: (id: string) => `/bao-cao/${id}/dinh-chinh`,
  discard: (id: string) => `/bao-cao/${id}/bo`,
  version: (id: string, no: number | string) => `/bao-cao/${id}/ban/${no}`,
  paper: (id: string, form: 'pdf' | 'docx') => `/bao-cao/${id}/bao-cao.${form}`,
  tables: (id: string) => `/bao-cao/${id}/bang-so-lieu.xlsx`,
} as const;
