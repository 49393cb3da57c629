// The door of the chapter.
export { nationalFile, nationalPage } from './pages/table.tsx';
export { takeBackTable, takenWords } from './take-back.ts';
export { nationalPaths } from './urls.ts';
