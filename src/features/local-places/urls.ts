import { withFilters } from '#ui';

/** Addresses of this chapter: the public list, and the officers' register. */
export const localPlacePaths = {
  open: '/lang-nghe',
  openWith: (filters: Readonly<Record<string, string | undefined>>) => withFilters('/lang-nghe', filters),
  /** One of them, for everybody. */
  village: (id: string, lang: 'vi' | 'en' = 'vi') => `${lang === 'en' ? '/en' : ''}/lang-nghe/${id}`,
  list: '/so-lang-nghe',
  sheet: '/so-lang-nghe.xlsx',
  new: '/so-lang-nghe/moi',
  one: (id: string) => `/so-lang-nghe/${id}`,
} as const;
