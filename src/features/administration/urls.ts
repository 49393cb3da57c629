/** Typed paths of this chapter, for links. */
export const administrationPaths = {
  ledger: '/so-ghi',
  ledgerSheet: '/so-ghi.xlsx',
  settings: '/quan-tri/thiet-lap',
  holidays: '/quan-tri/ngay-nghi',
  logo: '/quan-tri/logo',
  health: '/quan-tri/suc-khoe',
  notes: '/hop-thu',
  readNotes: '/hop-thu/da-doc',
  notesSheet: '/hop-thu.xlsx',
  letters: '/quan-tri/thu-di',
  messages: '/quan-tri/tin-nhan',
  lettersSheet: '/quan-tri/thu-di.xlsx',
} as const;
