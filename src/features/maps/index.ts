// The door of this chapter.
export { mapPage } from './pages/map.tsx';
export { officeMapPage } from './pages/office.tsx';
export { officeMapPath, publicMap } from './urls.ts';
