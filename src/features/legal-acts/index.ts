// The door of this chapter.
export { correctAct, recordAct } from './acts.ts';
export { actCited, actsById, actsOfRecognitions, type CitedAct } from './cited.ts';
export { actFile } from './file.ts';
export { loadLegalActs, provinceToday, referenceAct } from './load.ts';
export { actMeant } from './named.ts';
export { Cited } from './pages/cited.tsx';
export { correctActPage } from './pages/correct.tsx';
export { actsPage } from './pages/list.tsx';
export { newActPage } from './pages/new.tsx';
export { actPage } from './pages/one.tsx';
export { openActsPage } from './pages/open.tsx';
export { openActPage } from './pages/open-one.tsx';
export { SteeringWays } from './pages/steering.tsx';
export { ACT_LABEL, actNumbers, actOffers } from './queries.ts';
export { relateAct, removeAct, unrelateAct } from './relations.ts';
export { actsSheet } from './sheet.ts';
export { actPaths } from './urls.ts';
