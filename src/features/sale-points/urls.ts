import { withFilters } from '#ui';

type Lang = 'vi' | 'en';
const base = (lang: Lang) => (lang === 'en' ? '/en' : '');

/** Addresses of this chapter: the public pages, and the officers' register. */
export const pointPaths = {
  open: (lang: Lang, filters: Readonly<Record<string, string | undefined>> = {}) =>
    withFilters(`${base(lang)}/mua-o-dau`, filters),
  openOne: (id: string, lang: Lang) => `${base(lang)}/mua-o-dau/${id}`,
  list: '/so-diem-ban',
  sheet: '/so-diem-ban.xlsx',
  new: '/so-diem-ban/moi',
  one: (id: string) => `/so-diem-ban/${id}`,
  offer: (id: string) => `/so-diem-ban/${id}/san-pham`,
  close: (id: string) => `/so-diem-ban/${id}/dong`,
  reopen: (id: string) => `/so-diem-ban/${id}/mo-lai`,
  withdraw: (id: string) => `/so-diem-ban/${id}/rut`,
} as const;
