import { z } from 'zod';
import { type Part, reason } from '#features/record-parts';
import { choice, flag, search, uuid } from '#platform/http/fields';
import { PARTS } from './sections.ts';

const shapeOf = (part: Part) => Object.fromEntries(part.fields.map(({ name, schema }) => [name, schema]));
/** A producer that an officer enters: what tells it apart from others; the rest follows part by part. */
export const registerProducer = z.strictObject({
  ...shapeOf(PARTS.name),
  ...shapeOf(PARTS.kind),
  ...shapeOf(PARTS.address),
  ...Object.fromEntries(
    PARTS.contact.fields.filter(({ name }) => name === 'phone').map(({ name, schema }) => [name, schema]),
  ),
  ...Object.fromEntries(
    PARTS.registration.fields.filter(({ name }) => name === 'taxCode').map(({ name, schema }) => [name, schema]),
  ),
  /** The officer has seen the likely duplicates and says it is another. */
  another: flag({ label: 'Đã xem, đây là chủ thể khác' }).optional(),
});

/** Which parts of the record that is given up are taken over, by key. */
export const joinProducers = z.strictObject({
  id: uuid(),
  other: uuid(),
  otherVersion: z.int().min(0).meta({ label: 'Phiên bản của hồ sơ kia' }),
  take: z
    .array(choice(Object.keys(PARTS) as [string, ...string[]], { label: 'Phần lấy từ hồ sơ kia' }))
    .max(20)
    .optional(),
  reason,
});
export const unjoinProducer = z.strictObject({ id: uuid(), join: uuid(), reason });
export const keepApart = z.strictObject({ id: uuid(), other: uuid(), reason });

/** Filters of the list of producers. */
export const producerFilters = z.object({
  q: search().catch(undefined),
  type: choice(Object.keys(PARTS.kind.fields[0].words ?? {}) as [string, ...string[]])
    .optional()
    .catch(undefined),
  unplaced: z.stringbool().optional().catch(undefined).meta({ label: 'Chưa xếp được xã' }),
});
export type ProducerFilters = z.output<typeof producerFilters>;
