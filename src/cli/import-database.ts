/** The registry a list is compared with: of a database that answers. Nothing is started, made or written for it. */
import type { Day } from '#platform/clock';
import type { ReadRow } from '../features/imports/reading/types.ts';
import { reachDatabase } from './reach-database.ts';

interface Asked {
  readonly subject: 'products' | 'producers';
  readonly day: Day;
  readonly asOf: Day | null;
  readonly province: string | null;
}

/** A registry that rows are held against, one after the other in the order of the file. */
export interface OpenRegistry {
  readonly judge: (row: ReadRow) => Promise<ReadRow>;
  readonly close: () => Promise<void>;
}

/** Opens the registry; null when no database of today's kind can be reached. */
export async function openRegistry(asked: Asked): Promise<OpenRegistry | null> {
  const reached = await reachDatabase(false);
  if (reached === null) return null;
  try {
    const { registryJudge } = await import('../features/imports/compare-read.ts'); // loads the registry: only where there is one
    return { judge: await registryJudge(reached.db.app, asked), close: reached.close };
  } catch {
    await reached.close();
    return null; // lost on the way: the answer says "nothing"
  }
}
