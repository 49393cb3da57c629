// The door of this chapter.
export { faultyPage, faultySheet } from './pages/check.tsx';
export { qualityPage } from './pages/home.tsx';
export { qualityPaths } from './urls.ts';
