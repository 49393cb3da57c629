import type { z } from 'zod';
import type { Answers } from '#law/scoring';
import type { saveSheet } from './schema.ts';

/** The columns of what is filled in on a sheet. */
export const columnsOf = (given: Omit<z.output<typeof saveSheet>, 'answers'> & { answers: Answers }) => ({
  answers: JSON.stringify(given.answers),
  notes: JSON.stringify(given.notes),
  opinion: given.opinion ?? null,
  exclusion: given.exclusion ? JSON.stringify(given.exclusion) : null,
});
