// The door of this chapter.
export { placesPage } from './pages/browse.tsx';
export { placePage } from './pages/unit.tsx';
export { placeSheet, placesSheet } from './sheets.ts';
export { placesPath } from './urls.ts';
