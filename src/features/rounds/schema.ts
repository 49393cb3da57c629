import { z } from 'zod';
import { day, flag, integer, text, uuid } from '#platform/http/fields';

/** An evaluation round of the province (Art. 5.1). Extra rounds name the plan that allows them. */
export const planRound = z.strictObject({
  year: integer({ label: 'Năm', min: 2019, max: 2100 }),
  no: integer({ label: 'Đợt số', min: 1, max: 12 }),
  proposedBefore: day({ label: 'Nhận hồ sơ xã đề nghị trước ngày' }),
  completedBefore: day({ label: 'Hoàn thành trước ngày' }),
  inclusive: flag({ label: 'Nhận cả hồ sơ đề nghị đúng ngày hạn' }),
  extra: flag({ label: 'Đợt thêm ngoài hai đợt của năm' }),
  act: text({ label: 'Kế hoạch (số, ngày)', max: 300 }).optional(),
});
export const correctRound = z.strictObject({ id: uuid(), ...planRound.omit({ year: true, no: true }).shape });
export const roundRow = z.object({ id: uuid(), version: z.int() });
