// The door of this chapter.
export { applyDueChanges, cancelChange, carryOutChange, draftChange, planChange } from './acts.ts';
export { demoUnitChange } from './demo.ts';
export { draftFromList, takeUnitList } from './lists.ts';
export { unitChangesPage } from './pages/list.tsx';
export { newUnitChangePage } from './pages/new.tsx';
export { unitChangePage } from './pages/one.tsx';
export { settlePage } from './pages/settle.tsx';
export { takeUnitListPage, unitListPage } from './pages/unit-list.tsx';
export { settlePlace } from './settle.ts';
export { unitChangePaths } from './urls.ts';
