// The door of the chapter.
export { dossierBundle } from './download.ts';
export { type BundleFinding, verifyBundle } from './verify.ts';
