import { steps } from '#law/moves';
import type { Step } from '../../src/platform/db/migrate.ts';

/** The law's moves as rows for the database. */
export const lawSteps: readonly Step[] = steps.map(({ process, action, from, to }) => ({ process, action, from, to }));
