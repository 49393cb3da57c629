import { z } from 'zod';
import { choice, day, flag, search, text, uuid } from '#platform/http/fields';
import { PARTS, type Part } from './sections.ts';

export const subjectOut = z.object({ id: uuid(), version: z.int() });
export type SubjectOut = z.output<typeof subjectOut>;

export const NATURES = {
  changed: 'Thay đổi thật',
  mistake: 'Ghi sai, sửa lại',
} as const;

const reason = text({ label: 'Lý do', max: 500 });

/** What every change of a part says beside its own fields. */
const aboutChange = {
  id: uuid(),
  nature: choice(NATURES, { label: 'Vì sao sửa' }).optional(),
  from: day({ label: 'Từ ngày' }).optional(),
  reason: reason.optional(),
};
const aboutItem = { item: uuid().optional(), remove: flag({ label: 'Ghi nhầm, bỏ mục này' }).optional() };

/** The message of a change of a part: its own fields, and why, since when. */
export function changeInput(part: Part) {
  const fields = Object.fromEntries(part.fields.map(({ name, schema }) => [name, schema]));
  return z.strictObject({ ...fields, ...aboutChange, ...(part.many ? aboutItem : {}) });
}
/** Names of a change that are not of the part itself. */
export const ABOUT_CHANGE: ReadonlySet<string> = new Set([...Object.keys(aboutChange), ...Object.keys(aboutItem)]);

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
