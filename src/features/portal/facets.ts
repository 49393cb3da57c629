import { PRODUCT_STATUSES, type ProductFilters, type ProductStatus, SECTORS, type Sector } from './schema.ts';
import type { FacetCell } from './search.ts';

/** How many products each choice would show: every facet counts within the other facets, not within itself. */
export interface Facets {
  total: number;
  star: { value: number; count: number }[];
  status: { value: ProductStatus; count: number }[];
  sector: { value: Sector; count: number }[];
}

type Filters = Pick<ProductFilters, 'star' | 'sector' | 'status'>;

/** Sums the small cube that the database counted. */
export function countsOf(cells: readonly FacetCell[], filters: Filters): Facets {
  const star = filters.star?.length ? new Set<number | null>(filters.star) : null;
  const sector = filters.sector?.length ? new Set<string | null>(filters.sector) : null;
  const status = filters.status?.length ? statusSet(filters.status) : null;
  const stars = new Map<number | null, number>();
  const sectors = new Map<string | null, number>();
  const states = new Map<ProductStatus, number>();
  let total = 0;
  for (const [ofStar, ofSector, ofState, count] of cells) {
    const fits = {
      star: star?.has(ofStar) ?? true,
      sector: sector?.has(ofSector) ?? true,
      status: status?.has(ofState) ?? true,
    };
    if (fits.sector && fits.status) add(stars, ofStar, count);
    if (fits.star && fits.status) add(sectors, ofSector, count);
    if (fits.star && fits.sector) add(states, ofState, count);
    if (fits.star && fits.sector && fits.status) total += count;
  }
  add(states, 'valid', states.get('expiring') ?? 0);
  return {
    total,
    star: [5, 4, 3].map((value) => ({ value, count: stars.get(value) ?? 0 })),
    status: PRODUCT_STATUSES.map((value) => ({ value, count: states.get(value) ?? 0 })),
    sector: SECTORS.map((value) => ({ value, count: sectors.get(value) ?? 0 })),
  };
}

/** `valid` takes in the certificates that are valid and end soon. */
function statusSet(wanted: readonly ProductStatus[]): ReadonlySet<ProductStatus> {
  return new Set(wanted.includes('valid') ? [...wanted, 'expiring'] : wanted);
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
