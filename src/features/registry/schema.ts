import { z } from 'zod';
import { day, search, text, uuid } from '#platform/http/fields';

/** What a correction of a product may carry; everything not sent is emptied. */
export const correctProduct = z.strictObject({
  id: uuid(),
  name: text({ label: 'Tên sản phẩm', max: 300 }),
  commune: uuid({ label: 'Xã, phường, đặc khu hiện nay' }).optional(),
  specification: text({ label: 'Quy cách', max: 500 }).optional(),
  standard: text({ label: 'Tiêu chuẩn', max: 500 }).optional(),
  story: text({ label: 'Câu chuyện sản phẩm', max: 5000, lines: 'many' }).optional(),
});

export const subjectOut = z.object({ id: uuid(), version: z.int() });
export type SubjectOut = z.output<typeof subjectOut>;

/** Filters of the officers' register. */
export const registryQuery = z.object({
  q: search().catch(undefined),
  unit: uuid().optional().catch(undefined),
  unitsAsOf: day().optional().catch(undefined),
  validOn: day().optional().catch(undefined),
  unplaced: z.stringbool().optional().catch(undefined).meta({ label: 'Chưa xếp được xã' }),
  after: z.string().max(600).optional().catch(undefined),
});
export type RegistryQuery = z.output<typeof registryQuery>;
