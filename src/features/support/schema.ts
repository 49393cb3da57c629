import { z } from 'zod';
import { SUPPORT_ITEMS, SUPPORT_KINDS, SUPPORT_SOURCES, SUPPORT_STARS } from '#law/support';
import { choice, day, integer, search, text, uuid } from '#platform/http/fields';

const MOST = 1_000_000_000_000;
const money = (label: string, min = 0) => integer({ label, min, max: MOST });

/** Amounts by kind and star, in fields of one name: `rates.first.3`. */
const byStar = z
  .strictObject(Object.fromEntries(SUPPORT_STARS.map((star) => [star, money(`${star} sao`).optional()])))
  .default({});
const about = {
  act: text({ label: 'Văn bản của chính sách', max: 400 }),
  name: text({ label: 'Tên chính sách', max: 300 }),
  item: choice(SUPPORT_ITEMS, { label: 'Nội dung hỗ trợ' }),
  from: day({ label: 'Từ ngày' }),
  to: day({ label: 'Đến ngày' }).optional(),
  rates: z
    .strictObject(Object.fromEntries(Object.keys(SUPPORT_KINDS).map((kind) => [kind, byStar])))
    .default({})
    .meta({ label: 'Mức theo hạng sao' }),
  percent: integer({ label: 'Phần trăm chi phí', min: 1, max: 100 }).optional(),
  cap: money('Nhiều nhất một lần', 1).optional(),
  note: text({ label: 'Ghi chú', max: 1000, lines: 'many' }).optional(),
};
export const setPolicy = z.strictObject(about);
export type PolicyGiven = z.output<typeof setPolicy>;
/** Everything not sent is emptied. */
export const correctPolicy = z.strictObject({ id: uuid(), ...about, reason: text({ label: 'Lý do sửa', max: 300 }) });
export const cancelPolicy = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do bỏ', max: 300 }) });

const paid = {
  policy: uuid({ label: 'Theo chính sách' }).optional(),
  recognition: uuid({ label: 'Lần công nhận' }).optional(),
  item: choice(SUPPORT_ITEMS, { label: 'Nội dung hỗ trợ' }),
  source: choice(SUPPORT_SOURCES, { label: 'Nguồn kinh phí' }),
  amount: money('Số tiền'),
  paidOn: day({ label: 'Ngày trả' }),
  decision: text({ label: 'Quyết định', max: 200 }),
  again: text({ label: 'Lý do trả thêm', max: 300 }).optional(),
  note: text({ label: 'Ghi chú', max: 1000, lines: 'many' }).optional(),
};
export const recordSupport = z.strictObject({ producer: uuid({ label: 'Chủ thể' }), ...paid });
export type SupportInput = Omit<z.output<typeof recordSupport>, 'producer'>;
/** Everything not sent is emptied; whom it was paid to stays. */
export const correctSupport = z.strictObject({ id: uuid(), ...paid, reason: text({ label: 'Lý do sửa', max: 300 }) });
export const withdrawSupport = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do rút', max: 300 }) });
export const supportRow = z.object({ id: uuid(), version: z.int() });

export const listQuery = z.object({
  q: search().catch(undefined),
  nguon: choice(SUPPORT_SOURCES).optional().catch(undefined),
  nd: choice(SUPPORT_ITEMS).optional().catch(undefined),
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(2000).optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
/** `tim`: name of a producer; `chuthe`: the one chosen. */
export const newQuery = z.object({ tim: search().catch(undefined), chuthe: uuid().optional().catch(undefined) });
