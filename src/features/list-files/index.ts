export { makeListFile, stopListFile } from './acts.ts';
export { keepMakingLists } from './job.ts';
export { listFilesPage } from './pages/list.tsx';
export { listFilePage } from './pages/one.tsx';
export { moreThanAtOnce } from './queries.ts';
export { listFileBytes, listFileProgress } from './reads.ts';
export { forgetOldListFiles } from './upkeep.ts';
export { listFilePaths } from './urls.ts';
