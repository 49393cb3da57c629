import { z } from 'zod';
import { PRODUCER_TYPES } from '#law/dossier';
import { choice, day, uuid } from '#platform/http/fields';

export const MEASURES = [
  ...(['products', 'producers', 'recognised', 'ended'] as const),
  ...(['trainings', 'trained', 'support', 'points'] as const),
] as const;
export type Measure = (typeof MEASURES)[number];
export const DIMENSIONS = ['star', 'sector', 'set', 'producerType', 'unit', 'year', 'kind'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The value of what the records do not tell of a dimension. */
export const NONE = 'none';

/** A value that makes no sense counts as not given. */
const one = <const V extends string>(values: readonly V[]) =>
  z.preprocess((value) => (value === '' ? undefined : value), choice(values).optional()).catch(undefined);
const types = Object.keys(PRODUCER_TYPES);

/** A question as its address: measure, rows, columns, filters, unit, from day, to day, units as of day. */
export const questionQuery = z.object({
  do: one(MEASURES),
  theo: one(DIMENSIONS),
  va: one(DIMENSIONS),
  sao: one(['3', '4', '5']),
  nhom: one(['I', 'II', 'III', 'IV', 'V', 'VI']),
  loaihinh: one(types),
  donvi: uuid().optional().catch(undefined),
  tu: day().optional().catch(undefined),
  den: day().optional().catch(undefined),
  ngaydv: day().optional().catch(undefined),
});
export type QuestionQuery = z.output<typeof questionQuery>;

/** One number of the answer: the value of its row and of its column, and after which row the next page begins. */
export const cellQuery = questionQuery.extend({
  o: z.string().max(60).optional().catch(undefined),
  c: z.string().max(60).optional().catch(undefined),
  ten: z.string().max(300).optional().catch(undefined),
  sau: z.uuid().optional().catch(undefined),
});
