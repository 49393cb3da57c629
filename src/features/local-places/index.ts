// The door of this chapter.
export { correctLocalPlace, registerLocalPlace } from './acts.ts';
export { loadCraftVillages } from './load.ts';
export { localPlacesPage } from './pages/list.tsx';
export { newLocalPlacePage } from './pages/new.tsx';
export { localPlacePage } from './pages/one.tsx';
export { craftVillagesPage } from './pages/open.tsx';
export { localPlaceSheet } from './sheet.ts';
export { localPlacePaths } from './urls.ts';
