/** Typed paths of this chapter, for links. */
export const councilPaths = {
  councils: '/hoi-dong',
  newCouncil: '/hoi-dong/moi',
  council: (id: string) => `/hoi-dong/${id}`,
  /** The council's advisory team (features/advice). */
  team: (id: string) => `/hoi-dong/${id}/to-tu-van`,
  teamAccount: (id: string, member: string) => `/hoi-dong/${id}/to-tu-van/${member}/tai-khoan`,
  sessions: '/phien',
  newSession: '/phien/moi',
  session: (id: string) => `/phien/${id}`,
  agenda: (id: string) => `/phien/${id}/chuong-trinh`,
  cancel: (id: string) => `/phien/${id}/huy`,
  result: (session: string, dossier: string) => `/phien/${session}/ket-qua/${dossier}`,
  councilsSheet: '/hoi-dong.xlsx',
  sessionsSheet: '/phien.xlsx',
  record: (id: string) => `/phien/${id}/ho-so-phien.json`,
  versions: (session: string, sheet: string) => `/phien/${session}/phieu/${sheet}`,
  conflicts: (id: string) => `/phien/${id}/xung-dot`,
  /** Dossiers judged without names: their numbers, and what the council sees of each paper. */
  blind: (id: string) => `/phien/${id}/an-danh`,
  blindPapers: (session: string, dossier: string) => `/phien/${session}/an-danh/${dossier}`,
  blindPaper: (session: string, dossier: string, paper: string) => `/phien/${session}/an-danh/${dossier}/${paper}`,
  dryRun: (id: string) => `/phien/${id}/thu-quy-che`,
  judging: (id: string) => `/phien/${id}/viec-cham`,
  spread: (session: string, dossier: string) => `/phien/${session}/chenh-lech/${dossier}`,
  /** Which notes of the sheets the producer reads after the result is told. */
  notes: (session: string, dossier: string) => `/phien/${session}/nhan-xet/${dossier}`,
  exclude: (dossier: string) => `/ho-so/${dossier}/loai`,
  choosePath: (dossier: string) => `/ho-so/${dossier}/huong`,
  ballot: (id: string) => `/phien/${id}/lay-y-kien`,
  askMeeting: (sheet: string) => `/cham/${sheet}/can-hop`,
  practices: '/phien-tap',
  mine: '/cham',
  sheet: (id: string) => `/cham/${id}`,
  /** A page of a paper beside a sheet without names. */
  blindPage: (sheet: string, no: number, page: number | string) => `/cham/${sheet}/giay/${no}/trang/${page}`,
  submit: (id: string) => `/cham/${id}/nop`,
  /** Saves the sheet and leads on to handing it in. */
  saveAndSubmit: (id: string) => `/cham/${id}/luu-nop`,
  /** The room of a meeting (features/meeting), and what its screens ask every few seconds. */
  room: (session: string) => `/phien/${session}/hop`,
  follow: (session: string) => `/api/v1/sessions/${session}/room`,
  /** Sheets filled in by hand: find one, enter one. */
  papers: (session: string) => `/phien/${session}/nhap-giay`,
  enterPaper: (sheet: string) => `/phieu/${sheet}/nhap`,
  /** What the QR of a printed sheet says. */
  findSheet: (id: string) => `/phieu/${id}`,
} as const;
