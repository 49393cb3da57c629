import type { Lang } from '#features/portal';
import { withFilters } from '#ui';
import type { MapQuery } from './schema.ts';

/** The office's own map is a page of its own. */
export const officeMapPath = '/ban-do/dia-ban';
const mapPath = (lang: Lang) => (lang === 'en' ? '/en/ban-do' : '/ban-do');

/** Where a map stands: in public, or on the desk. */
export const mapUrl = (base: string, { tinh, xem }: MapQuery): string => withFilters(base, { tinh, xem });
export const publicMap = (lang: Lang, query: MapQuery = {}): string => mapUrl(mapPath(lang), query);
/** The same numbers to read, by group and place. */
export const overviewUrl = (lang: Lang, province?: string): string =>
  withFilters(lang === 'en' ? '/en/tong-quan' : '/tong-quan', { tinh: province });
