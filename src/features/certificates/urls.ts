/** Typed paths of this chapter, for links. */
export const certificatePaths = {
  list: '/giay-chung-nhan',
  sheet: '/giay-chung-nhan.xlsx',
  paper: (id: string) => `/giay-chung-nhan/${id}`,
  word: (id: string) => `/giay-chung-nhan/${id}/giay.docx`,
  past: '/giay-chung-nhan/ghi-cu',
  asItWas: (id: string) => `/giay-chung-nhan/${id}/nhu-luc-cap`,
  extension: (id: string) => `/giay-chung-nhan/${id}/keo-dai`,
  decisions: '/quyet-dinh',
  decisionsSheet: '/quyet-dinh.xlsx',
  newDecision: '/quyet-dinh/moi',
  decision: (id: string) => `/quyet-dinh/${id}`,
  issue: (id: string) => `/quyet-dinh/${id}/ban-hanh`,
  notice: (dossier: string) => `/ho-so/${dossier}/thong-bao`,
  certificate: (code: string) => `/chung-nhan/${code}`,
} as const;
