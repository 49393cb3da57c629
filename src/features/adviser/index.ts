// The door of the chapter.
export { adviserPage } from './pages/adviser.tsx';
export { adviserPath, reasonsPath } from './urls.ts';
