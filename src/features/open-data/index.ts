export { openDataCatalogue, openDataFile } from './files.ts';
export { openDataInEnglish, openDataPage } from './pages/open-data.tsx';
export { cataloguePath, openFilePath } from './urls.ts';
