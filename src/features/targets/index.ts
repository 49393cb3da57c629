// The door of this chapter.
export { cancelTarget, correctTarget, setTarget } from './acts.ts';
export { loadTargets } from './load.ts';
export { correctTargetPage } from './pages/correct.tsx';
export { targetsPage } from './pages/list.tsx';
export { newTargetPage } from './pages/new.tsx';
export { targetPage } from './pages/one.tsx';
export { planPage } from './pages/plan.tsx';
export { type TargetResult, targetResults } from './results.ts';
export { planSheet, targetsSheet } from './sheet.ts';
export { targetPaths } from './urls.ts';
