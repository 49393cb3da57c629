// The door of the chapter.
export { assignAdvisers, recordVisit, requestPapers, signVisit } from './acts.ts';
export { answerRequest } from './answer.ts';
export { demoAdvice } from './demo.ts';
export { answerPage } from './pages/answer.tsx';
export { askPage } from './pages/ask.tsx';
export { assignPage } from './pages/assign.tsx';
export { deskPage } from './pages/desk.tsx';
export { newVisitPage } from './pages/new-visit.tsx';
export { planPage } from './pages/plan.tsx';
export { plannedPage } from './pages/planned.tsx';
export { teamPage } from './pages/team.tsx';
export { visitPage } from './pages/visit.tsx';
export { cancelVisit, moveVisit, planVisit } from './planning.ts';
export { adviceReportAt, visitMinutesAt } from './printing.ts';
export { remindOfRequests } from './reminders.ts';
export { nameTeam } from './team.ts';
export { advicePaths, councilPaths } from './urls.ts';
export { remindOfVisits } from './visit-reminders.ts';
