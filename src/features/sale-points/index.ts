// The door of this chapter.
export { closePoint, correctPoint, offerAtPoint, registerPoint, reopenPoint, withdrawPoint } from './acts.ts';
export { demoSalePoints } from './demo.ts';
export { pointsPage } from './pages/list.tsx';
export { newPointPage } from './pages/new.tsx';
export { pointPage } from './pages/one.tsx';
export { openPointsPage } from './pages/open.tsx';
export { openPointPage } from './pages/open-one.tsx';
export { pointsSheet } from './sheet.ts';
export { pointPaths } from './urls.ts';
