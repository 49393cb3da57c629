import { encodePlace } from './after.ts';
import { type ProductFilters, type Sort, USUAL_SORT } from './schema.ts';
import type { Cursor } from './search.ts';
import type { Lang } from './words.ts';

const base = (lang: Lang) => (lang === 'en' ? '/en' : '');
/** The home page is `/`, its twin `/en`. */
export const homeUrl = (lang: Lang): string => base(lang) || '/';
export const productUrl = (id: string, lang: Lang): string => `${base(lang)}/san-pham/${id}`;
export const producerUrl = (id: string, lang: Lang): string => `${base(lang)}/chu-the/${id}`;
/** The page of a craft village or raw-material area. */
export const villageUrl = (id: string, lang: Lang): string => `${base(lang)}/lang-nghe/${id}`;
export const certificateUrl = (code: string, lang: Lang): string =>
  `${base(lang)}/chung-nhan/${encodeURIComponent(code)}`;
export const certificatesUrl = (lang: Lang): string => `${base(lang)}/chung-nhan`;
export const rulesUrl = (lang: Lang, ...rest: string[]): string => [`${base(lang)}/quy-dinh`, ...rest].join('/');
/** The form to report wrong use; `code` of a certificate or id of a product fills it in. */
export const misuseUrl = (lang: Lang, code?: string): string =>
  `${base(lang)}/bao-dung-sai${code === undefined ? '' : `?code=${encodeURIComponent(code)}`}`;
export const securityUrl = (lang: Lang): string => `${base(lang)}/bao-mat`;
/** Where a dossier is, by receipt number and telephone. */
export const lookUpUrl = (lang: Lang): string => `${base(lang)}/tra-cuu-ho-so`;
/** The same page in the other language. */
export const twinOf = (path: string): string =>
  path === '/en' || path.startsWith('/en/') ? path.slice(3) || '/' : path === '/' ? '/en' : `/en${path}`;

/** What the product list is asked for, as its address. */
export interface ListAddress extends Omit<ProductFilters, 'producer'> {
  sort?: Sort | undefined;
  after?: { cursor: Cursor; seen: number } | undefined;
}

/** Address of the product list with these filters, in one fixed order so that the same list has one address. */
export function productsUrl(
  lang: Lang,
  { q, star, sector, status, unit, unitsAsOf, sort, after }: ListAddress = {},
): string {
  const query = new URLSearchParams();
  if (q !== undefined) query.set('q', q);
  for (const each of [...(star ?? [])].sort()) query.append('star', String(each));
  for (const each of sector ?? []) query.append('sector', each);
  for (const each of status ?? []) query.append('status', each);
  if (unit !== undefined) query.set('unit', unit);
  if (unit !== undefined && unitsAsOf !== undefined) query.set('unitsAsOf', unitsAsOf);
  if (sort !== undefined && sort !== USUAL_SORT) query.set('sort', sort);
  if (after !== undefined) query.set('after', encodePlace([after.seen, ...after.cursor]));
  const text = query.toString();
  return `${base(lang)}/san-pham${text === '' ? '' : `?${text}`}`;
}

/** Address of the list of producers. */
export function producersUrl(
  lang: Lang,
  {
    q,
    unit,
    after,
  }: { q?: string | undefined; unit?: string | undefined; after?: readonly (string | number)[] | undefined } = {},
): string {
  const query = new URLSearchParams();
  if (q !== undefined) query.set('q', q);
  if (unit !== undefined) query.set('unit', unit);
  if (after !== undefined) query.set('after', encodePlace(after));
  const text = query.toString();
  return `${base(lang)}/chu-the${text === '' ? '' : `?${text}`}`;
}
