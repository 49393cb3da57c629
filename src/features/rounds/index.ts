// The door of the chapter.
export { correctRound, planRound } from './actions.ts';
export { type DemoDossier, demoInRound, demoRound } from './demo.ts';
export { roundsSheet } from './export.ts';
export { acceptDossier, reportAdvice } from './intake.ts';
export { acceptMany } from './many.ts';
export { acceptPage } from './pages/accept.tsx';
export { acceptManyPage } from './pages/accept-many.tsx';
export { advicePage } from './pages/advice.tsx';
export { AdviceForm, adviceParts, adviceQuery } from './pages/advice-form.tsx';
export { correctRoundPage, planRoundPage } from './pages/round.tsx';
export { roundsPage } from './pages/rounds.tsx';
export { roundsOfProvince } from './queries.ts';
export { roundPaths } from './urls.ts';
