import { z } from 'zod';
import { day, search, uuid } from '#platform/http/fields';

/** Filters of the officers' register. */
export const registryQuery = z.object({
  q: search().catch(undefined),
  unit: uuid().optional().catch(undefined),
  unitsAsOf: day().optional().catch(undefined),
  validOn: day().optional().catch(undefined),
  unplaced: z.stringbool().optional().catch(undefined).meta({ label: 'Chưa xếp được xã' }),
  after: z.string().max(600).optional().catch(undefined),
});
export type RegistryQuery = z.output<typeof registryQuery>;
