// The door of the chapter.
export { closeSession, openSession } from './closing.ts';
export { acceptSpread, concludeSession, rescoreSession } from './concluding.ts';
export { correctCouncil, dissolveCouncil, establishCouncil } from './council.ts';
export { choosePath, excludeDossier } from './deciding.ts';
export { agendaPage } from './pages/agenda.tsx';
export { correctCouncilPage, councilPage, newCouncilPage } from './pages/council.tsx';
export { councilsPage } from './pages/councils.tsx';
export { minePage } from './pages/mine.tsx';
export { resultPage } from './pages/result.tsx';
export { sessionPage } from './pages/session.tsx';
export { newSessionPage, sessionsPage } from './pages/sessions.tsx';
export { scoreSheetPage } from './pages/sheet.tsx';
export { submitSheetPage } from './pages/submit.tsx';
export { type MySheet, mySheets } from './queries.ts';
export { planSession, recordAbsence, recuse, setAgenda } from './session.ts';
export { reopenSheet, saveSheet, submitSheet } from './sheet.ts';
export { startSession } from './start.ts';
export { councilPaths } from './urls.ts';
