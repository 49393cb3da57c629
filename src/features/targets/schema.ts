import { z } from 'zod';
import { choice, day, text, uuid } from '#platform/http/fields';
import { MEASURES } from './measures.ts';

/** The country, where a unit may stand. */
export const COUNTRY = 'VN';

const fields = {
  unit: z.union([z.literal(COUNTRY), uuid()]).meta({ label: 'Của đơn vị' }),
  from: day({ label: 'Từ ngày' }),
  to: day({ label: 'Đến ngày' }),
  name: text({ label: 'Chỉ tiêu', max: 400, lines: 'many' }),
  plan: text({ label: 'Mức giao', max: 100, hint: 'Ví dụ: 35; 70–100; ít nhất 50%; để chữ nếu không có số' }),
  measure: text({
    label: 'Đơn vị tính',
    max: 60,
    hint: 'Ví dụ: sản phẩm, chủ thể, điểm; phần trăm thì để trống',
  }).optional(),
  denominator: text({ label: 'Phần trăm của', max: 200, hint: 'Ví dụ: tổng số chủ thể' }).optional(),
  indicator: choice(MEASURES, { label: 'Đo bằng số liệu' }).optional(),
  act: text({ label: 'Văn bản giao', max: 400 }).optional(),
  owner: text({ label: 'Cơ quan chịu trách nhiệm', max: 200 }).optional(),
  note: text({ label: 'Ghi chú', max: 1000, lines: 'many' }).optional(),
};

export const setTarget = z.strictObject(fields);
export type TargetGiven = z.output<typeof setTarget>;
/** Everything not sent is emptied. */
export const correctTarget = z.strictObject({
  id: uuid(),
  ...fields,
  reason: text({ label: 'Lý do sửa', max: 300 }),
});
export const cancelTarget = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do hủy', max: 300 }) });
export const targetRow = z.object({ id: uuid(), version: z.int() });

export const listQuery = z.object({
  unit: z
    .union([z.literal(COUNTRY), uuid()])
    .optional()
    .catch(undefined),
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  ngay: day({ label: 'Kết quả đến ngày' }).optional().catch(undefined),
});
/** What a plan's page shows: nothing chosen is all. */
export const PLAN_VIEWS = { quaky: 'Quá kỳ, chưa đạt', dang: 'Đang thực hiện', dat: 'Đã đạt' } as const;
export type PlanView = keyof typeof PLAN_VIEWS;
export const planQuery = z.object({ xem: choice(PLAN_VIEWS).optional().catch(undefined) });
export type ListQuery = z.output<typeof listQuery>;
