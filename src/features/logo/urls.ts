import { administrationPaths } from '#features/administration';

/** Addresses of this chapter. */
export const logoPaths = {
  page: administrationPaths.logo,
  remove: `${administrationPaths.logo}/go`,
  /** The mark in use, for everybody; each file has its own address. */
  picture: (file: string) => `/logo/${file}`,
} as const;
