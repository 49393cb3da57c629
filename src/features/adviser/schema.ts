import { z } from 'zod';

/** Which star to reach; left out, the next one. An unknown one is taken for the next. */
export const adviserQuery = z.object({
  sao: z.enum(['3', '4', '5']).optional().catch(undefined),
});
