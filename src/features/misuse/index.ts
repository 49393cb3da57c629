// The door of the chapter: neighbours import nothing else.
export { closeMisuse } from './close.ts';
export { demoMisuse } from './demo.ts';
export { misuseSheet } from './export.ts';
export { misusePage } from './pages/case.tsx';
export { misuseListPage } from './pages/list.tsx';
export { reportPage } from './pages/report.tsx';
export { reportStatePage } from './pages/state.tsx';
export { misusePhoto } from './photo.ts';
export { reportMisuse } from './report.ts';
export { closePath, misusePaths, photoPath, reportPath, reportStatePath } from './urls.ts';
