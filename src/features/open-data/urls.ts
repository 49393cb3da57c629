import type { Lang } from '#features/portal';

/** Addresses of the open data. */
export const openDataUrl = (lang: Lang): string => `${lang === 'en' ? '/en' : ''}/du-lieu-mo`;
export const openFilePath = (file: string): string => `/du-lieu-mo/${file}`;
export const cataloguePath = '/du-lieu-mo/danh-muc.jsonld';
