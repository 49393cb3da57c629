import { z } from 'zod';
import { day, uuid } from '#platform/http/fields';

/**
 * `donvi`: which unit; `ngay`: figures as of this day; `theo`: by the units of this day; `biet`:
 * as it was known at the end of this day. A value that makes no sense counts as not given.
 */
export const boardQuery = z.object({
  donvi: uuid().optional().catch(undefined),
  ngay: day().optional().catch(undefined),
  theo: day().optional().catch(undefined),
  biet: day().optional().catch(undefined),
});
export type BoardQuery = z.output<typeof boardQuery>;
