// The door of the chapter: neighbours import nothing else.
export { cancelList, mapList, readAgain, stopJob, undoList, uploadList, writeList } from './acts.ts';
export { importProgress, importRows } from './api.ts';
export { demoImport } from './demo.ts';
export { keepImporting } from './jobs.ts';
export { columnsPage } from './pages/columns.tsx';
export { importPage } from './pages/import.tsx';
export { importListPage } from './pages/list.tsx';
export { rowPage } from './pages/row.tsx';
export { settleRow, settleRows } from './settle.ts';
export { closeReading } from './steps.ts';
export { importPaths } from './urls.ts';
