import { z } from 'zod';
import { choice, search } from '#platform/http/fields';

/** A day as it was typed into the address: read by `dayAsked`, so that a wrong one is said on the page and not a dead end. */
const typedDay = z.string().max(40).optional().catch(undefined);

/** `ngay`: units as of this day. `hieuluc`: certificates that hold on this day. Both today when left out. */
export const placeQuery = z.object({ ngay: typedDay, hieuluc: typedDay, q: search().catch(undefined) });
export type PlaceQuery = z.output<typeof placeQuery>;

/** The sheet of all: the country by provinces, or by communes. */
export const sheetQuery = placeQuery
  .omit({ q: true })
  .extend({ cap: choice(['tinh', 'xa']).optional().catch(undefined) });
