// The door of the chapter.
export { closeSession, openSession } from './closing.ts';
export { acceptSpread, concludeSession, rescoreSession } from './concluding.ts';
export { correctCouncil, dissolveCouncil, establishCouncil } from './council.ts';
export { choosePath, excludeDossier } from './deciding.ts';
export { minePage } from './pages/mine.tsx';
export { sheetPage } from './pages/sheet.tsx';
export { submitSheetPage } from './pages/submit.tsx';
export { planSession, recordAbsence, recuse, setAgenda } from './session.ts';
export { reopenSheet, saveSheet, submitSheet } from './sheet.ts';
export { startSession } from './start.ts';
export { councilPaths } from './urls.ts';
