import { z } from 'zod';
import { reason } from '#features/record-parts';
import { choice, day, uuid } from '#platform/http/fields';
import { TAKEABLE } from './sections.ts';

/** A file of one product's record. */
export const recordFile = z.object({ id: uuid(), file: uuid() });

/** The record as of a past day. */
export const recordQuery = z.object({ ngay: day({ label: 'Ngày' }).optional().catch(undefined) });

/** Which record's figures stand for each year that both tell of, by year. */
const yearsChosen = z
  .record(z.string().regex(/^20\d\d$/), choice(['kept', 'left'], { label: 'Số liệu được giữ' }))
  .refine((years) => Object.keys(years).length <= 40, 'Chọn không quá 40 năm')
  .default({})
  .meta({ label: 'Số liệu từng năm' });

/** Which parts of the record that is given up are taken over, by key; and whose figures of a year stand. */
export const joinProducts = z.strictObject({
  id: uuid(),
  other: uuid(),
  otherVersion: z.int().min(0).meta({ label: 'Phiên bản của hồ sơ kia' }),
  take: z
    .array(choice(TAKEABLE, { label: 'Phần lấy từ hồ sơ kia' }))
    .max(20)
    .optional(),
  years: yearsChosen,
  reason,
});
export const unjoinProduct = z.strictObject({ id: uuid(), join: uuid(), reason });
export const keepProductsApart = z.strictObject({ id: uuid(), other: uuid(), reason });
