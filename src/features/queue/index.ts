// The door of the chapter.
export { workSheet } from './export.ts';
export { workPage } from './pages/home.tsx';
