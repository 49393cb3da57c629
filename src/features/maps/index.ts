// The door of this chapter.
export { tintClasses } from './classes.ts';
export { CountryMap, Legend, SizedMap } from './pages/drawing.tsx';
export { mapPage } from './pages/map.tsx';
export { officeMapPage } from './pages/office.tsx';
export { overviewPage } from './pages/overview.tsx';
export { type CommunePoint, communePoints } from './queries.ts';
export { officeMapPath, overviewUrl, publicMap } from './urls.ts';
