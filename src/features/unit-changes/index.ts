// The door of this chapter.
export { applyDueChanges, cancelChange, carryOutChange, draftChange, planChange } from './acts.ts';
export { demoUnitChange } from './demo.ts';
export { unitChangesPage } from './pages/list.tsx';
export { newUnitChangePage } from './pages/new.tsx';
export { unitChangePage } from './pages/one.tsx';
export { settlePage } from './pages/settle.tsx';
export { settlePlace } from './settle.ts';
export { unitChangePaths } from './urls.ts';
