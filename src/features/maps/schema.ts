import { z } from 'zod';
import { SECTORS } from '#features/portal';
import { choice, uuid } from '#platform/http/fields';

const stars = ['5', '4', '3'] as const;
/** States a place is tinted by. */
export const MAP_STATES = ['valid', 'expiring', 'extended', 'expired', 'undetermined', 'revoked'] as const;

/** What a map counts; without any of them all products. Only one at a time: the first given. */
export const mapQuery = z.object({
  /** A province of today: its communes. */
  tinh: uuid().optional().catch(undefined),
  xem: choice([
    'all',
    ...stars.map((star) => `star${star}` as const),
    ...SECTORS.map((one) => `sector${one}` as const),
    ...MAP_STATES,
  ])
    .optional()
    .catch(undefined),
});
/** The overview of the country, or of one province of today. */
export const overviewQuery = mapQuery.pick({ tinh: true });
export type MapQuery = z.output<typeof mapQuery>;
export type Measure = NonNullable<MapQuery['xem']>;
