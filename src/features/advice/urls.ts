/** Addresses of this chapter hang below the dossier and the council: they stand in those chapters' urls. */
export { councilPaths } from '#features/councils';
export { advicePaths } from '#features/dossiers';
