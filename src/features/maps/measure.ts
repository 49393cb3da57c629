/** What is counted: as a condition, as filters of the product list, and in words. */
import { type RawBuilder, sql } from 'kysely';
import { type Lang, productsUrl, SECTOR_WORDS, SECTORS, STATUS_WORDS, soonDays } from '#features/portal';
import { stateOn } from '#features/registry';
import type { Day } from '#platform/clock';
import { MAP_STATES, type Measure } from './schema.ts';

type Filters = NonNullable<Parameters<typeof productsUrl>[1]>;

/** The product list's own filters for a measure: a number on the map and its list are one question. */
function filtersOf(measure: Measure): Pick<Filters, 'star' | 'sector' | 'status'> {
  if (measure.startsWith('star')) return { star: [Number(measure.slice(4))] };
  const sector = SECTORS.find((one) => measure === `sector${one}`);
  if (sector !== undefined) return { sector: [sector] };
  const state = MAP_STATES.find((one) => measure === one);
  return state === undefined ? {} : { status: [state] };
}

/** Where a place leads. */
export const listOf = (measure: Measure, unit: string, lang: Lang): string =>
  productsUrl(lang, { ...filtersOf(measure), unit });

/** The measure as a condition on `s` (product_search). */
export function conditionOf(measure: Measure, day: Day, expiryDayValid: boolean): RawBuilder<boolean> {
  const { star, sector, status } = filtersOf(measure);
  if (star) return sql<boolean>`s.star = ${star[0] ?? 0}`;
  if (sector) return sql<boolean>`s.sector = ${sector[0] ?? ''}`;
  const [state] = status ?? [];
  if (state === undefined) return sql<boolean>`true`;
  const law = stateOn('s', 's.life', day, { expiryDayValid });
  const there = sql<boolean>`s.recognition is not null`;
  if (state === 'valid') return sql<boolean>`${there} and ${law} = 'inForce'`;
  if (state === 'undetermined') return sql<boolean>`${there} and ${law} in ('undetermined', 'notYet')`;
  if (state !== 'expiring') return sql<boolean>`${there} and ${law} = ${state}`;
  return sql<boolean>`${there} and ${law} = 'inForce' and s.expires_earliest - ${day}::date <= ${soonDays(day)}`;
}

/** "Sản phẩm 5 sao", "Thực phẩm", "Sắp hết hạn". */
export function measureWords(measure: Measure, lang: Lang): string {
  const { star, sector, status } = filtersOf(measure);
  if (star) return lang === 'en' ? `${star[0]} stars` : `${star[0]} sao`;
  if (sector?.[0]) return SECTOR_WORDS[sector[0]][lang];
  if (status?.[0]) return STATUS_WORDS[status[0]][lang];
  return lang === 'en' ? 'All products' : 'Tất cả sản phẩm';
}
