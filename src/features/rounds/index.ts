// The door of the chapter.
export { correctRound, planRound } from './actions.ts';
export { acceptDossier, reportAdvice } from './intake.ts';
