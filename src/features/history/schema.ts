import { z } from 'zod';
import { uuid } from '#platform/http/fields';

/** Records whose history is a page of its own here; producers and products have theirs in their records. */
export const HISTORIES = ['dossier', 'round', 'council', 'recognition', 'decision', 'report'] as const;
export type HistoryOf = (typeof HISTORIES)[number];

export const historyParams = z.object({ id: uuid() });
export const historyQuery = z.object({ before: z.coerce.number().int().min(1).optional().catch(undefined) });
