// The door of the chapter.
export {
  changeMessages,
  changeSetting,
  enterHoliday,
  readAllNotes,
  readNote,
  recordSetting,
  removeHoliday,
} from './actions.ts';
export { ledgerSheet } from './export.ts';
export { lettersSheet, notesSheet, sendAgain } from './letters.ts';
export { healthPage } from './pages/health.tsx';
export { holidaysPage } from './pages/holidays.tsx';
export { ledgerPage } from './pages/ledger.tsx';
export { lettersPage } from './pages/letters.tsx';
export { notesPage } from './pages/notes.tsx';
export { settingsPage } from './pages/settings.tsx';
export { settingRow } from './schema.ts';
export { administrationPaths } from './urls.ts';
