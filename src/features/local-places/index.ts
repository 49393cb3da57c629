// The door of this chapter.
export { correctLocalPlace, registerLocalPlace } from './acts.ts';
export { loadCraftVillages } from './load.ts';
export { localPlacesPage } from './pages/list.tsx';
export { newLocalPlacePage } from './pages/new.tsx';
export { PlacesSection } from './pages/of-producer.tsx';
export { localPlacePage } from './pages/one.tsx';
export { craftVillagesPage } from './pages/open.tsx';
export { villagePage } from './pages/village.tsx';
export { type PlaceOfProducer, placesOfProducer } from './queries.ts';
export { localPlaceSheet } from './sheet.ts';
export { localPlacePaths } from './urls.ts';
