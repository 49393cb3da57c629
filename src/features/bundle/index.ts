// The door of the chapter.
export { dossierBundle } from './download.ts';
