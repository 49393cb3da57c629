import { councilPaths } from '#features/councils';

/** Addresses of this chapter. */
export const practicePaths = {
  list: councilPaths.practices,
  make: '/phien-tap/moi',
  one: (id: string) => `/phien-tap/${id}`,
  end: (id: string) => `/phien-tap/${id}/ket-thuc`,
  sheet: (id: string, sheet: string) => `/phien-tap/${id}/${sheet}`,
} as const;
