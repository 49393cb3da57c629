import { z } from 'zod';
import { choice, day, integer, text, uuid } from '#platform/http/fields';

/** What is counted, of the records as of the day of the number. */
export const WHATS = {
  recognised: 'Sản phẩm đã từng được công nhận',
  valid: 'Sản phẩm có chứng nhận còn hiệu lực',
  star3: 'Sản phẩm 3 sao còn hiệu lực',
  star4: 'Sản phẩm 4 sao còn hiệu lực',
  star5: 'Sản phẩm 5 sao còn hiệu lực',
  producers: 'Chủ thể có sản phẩm còn hiệu lực',
} as const;
export type What = keyof typeof WHATS;

/** How the source says the number. */
export const QUALIFIERS = { exact: 'Đúng', about: 'Khoảng', moreThan: 'Hơn' } as const;
export type Qualifier = keyof typeof QUALIFIERS;

const fields = {
  unit: uuid({ label: 'Nơi' }),
  what: choice(WHATS, { label: 'Số gì' }),
  qualifier: choice(QUALIFIERS, { label: 'Nguồn ghi' }),
  number: integer({ label: 'Số', min: 0, max: 10_000_000 }),
  asOf: day({ label: 'Tính đến ngày' }),
  source: text({ label: 'Nguồn', max: 300, hint: 'Ví dụ: Báo cáo số 12/BC-UBND' }),
  sourceUrl: z
    .url({ protocol: /^https?$/, error: 'Ghi địa chỉ bắt đầu bằng https:// hoặc để trống.' })
    .max(500)
    .optional()
    .meta({ label: 'Địa chỉ trang nguồn' }),
  publishedOn: day({ label: 'Ngày công bố' }).optional(),
  note: text({ label: 'Ghi chú', max: 500 }).optional(),
};

export const recordTotal = z.strictObject(fields);
/** Everything not sent is emptied. */
export const correctTotal = z.strictObject({ id: uuid(), ...fields });
export const removeTotal = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do bỏ', max: 300 }) });
export const totalRow = z.object({ id: uuid(), version: z.int() });
