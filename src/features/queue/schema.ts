import { z } from 'zod';
import { search } from '#platform/http/fields';

export const queueFilter = z.object({
  q: search().catch(undefined),
  term: z.enum(['late', 'soon']).optional().catch(undefined),
  process: z.enum(['dossier', 'session', 'decision']).optional().catch(undefined),
});
export type QueueFilter = z.output<typeof queueFilter>;
