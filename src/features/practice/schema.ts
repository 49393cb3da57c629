import { z } from 'zod';
import { text, uuid } from '#platform/http/fields';

/** Products at most in one practice. */
const MOST = 10;

export const makePractice = z.strictObject({
  title: text({ label: 'Tên phiên tập', max: 200 }),
  council: uuid({ label: 'Hội đồng' }),
  /** Results are taken from these dossiers as they stand; nothing of them is changed. */
  dossiers: z
    .array(uuid({ label: 'Sản phẩm để tập' }))
    .max(MOST)
    .default([]),
});
const criterion = z.string().max(20);
export const savePractice = z.strictObject({
  id: uuid(),
  sheet: uuid(),
  answers: z.record(criterion, z.union([z.string().max(40), z.array(z.string().max(40)).max(40)])).default({}),
  notes: z.record(criterion, text({ label: 'Nhận xét', min: 0, max: 3000, lines: 'many' })).default({}),
});
export const submitPractice = z.strictObject({ id: uuid(), sheet: uuid() });
export const endPractice = z.strictObject({ id: uuid() });
export const practiceRow = z.object({ id: uuid(), state: z.string(), version: z.int() });
export const practiceSheetRow = z.object({ id: uuid(), sheet: uuid(), draftVersion: z.int() });
