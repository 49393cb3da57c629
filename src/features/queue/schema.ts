import { z } from 'zod';
import type { Process } from '#law/moves';
import { search } from '#platform/http/fields';

/** Processes whose subjects wait for an office. */
export const WORK = [
  'dossier',
  'session',
  'decision',
  'review',
  'misuse',
  'report',
  'productYear',
  'task',
] as const satisfies readonly Process[];

export const queueFilter = z.object({
  q: search().catch(undefined),
  term: z.enum(['late', 'soon']).optional().catch(undefined),
  process: z.enum(WORK).optional().catch(undefined),
});
export type QueueFilter = z.output<typeof queueFilter>;
