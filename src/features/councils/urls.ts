/** Typed paths of this chapter, for links. */
export const councilPaths = {
  councils: '/hoi-dong',
  newCouncil: '/hoi-dong/moi',
  council: (id: string) => `/hoi-dong/${id}`,
  sessions: '/phien',
  newSession: '/phien/moi',
  session: (id: string) => `/phien/${id}`,
  agenda: (id: string) => `/phien/${id}/chuong-trinh`,
  cancel: (id: string) => `/phien/${id}/huy`,
  result: (session: string, dossier: string) => `/phien/${session}/ket-qua/${dossier}`,
  councilsSheet: '/hoi-dong.xlsx',
  sessionsSheet: '/phien.xlsx',
  exclude: (dossier: string) => `/ho-so/${dossier}/loai`,
  choosePath: (dossier: string) => `/ho-so/${dossier}/huong`,
  mine: '/cham',
  sheet: (id: string) => `/cham/${id}`,
  submit: (id: string) => `/cham/${id}/nop`,
  /** What the QR of a printed sheet says. */
  findSheet: (id: string) => `/phieu/${id}`,
} as const;
