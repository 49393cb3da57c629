/** Addresses of this chapter; those below a dossier stand in the dossiers' urls, that its own pages may lead here. */
export { adviserPath, reasonsPath } from '#features/dossiers';
