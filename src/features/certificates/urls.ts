/** Typed paths of this chapter, for links. */
export const certificatePaths = {
  decisions: '/quyet-dinh',
  newDecision: '/quyet-dinh/moi',
  decision: (id: string) => `/quyet-dinh/${id}`,
  issue: (id: string) => `/quyet-dinh/${id}/ban-hanh`,
  notice: (dossier: string) => `/ho-so/${dossier}/thong-bao`,
  certificate: (code: string) => `/chung-nhan/${code}`,
} as const;
