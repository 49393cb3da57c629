import { z } from 'zod';
import { CHANNELS, type Channel, FIRST_YEAR } from '#law/product-years';
import { choice, decimal, integer, search, text, uuid } from '#platform/http/fields';

/** Far above any producer's: a slip of several zeros is asked back. */
const MOST_MILLION = 100_000_000;
const MOST_PEOPLE = 100_000;
const LAST_YEAR = 2100;

const year = integer({ label: 'Năm', min: FIRST_YEAR, max: LAST_YEAR });
const million = (label: string) => decimal({ label, min: 0, max: MOST_MILLION });

const figures = {
  quantity: decimal({ label: 'Sản lượng', min: 0, max: 1e9 }),
  quantityUnit: text({ label: 'Đơn vị tính', max: 40 }),
  revenueMillion: million('Doanh thu (triệu đồng)'),
  jobs: integer({ label: 'Số lao động', min: 0, max: MOST_PEOPLE }),
  women: integer({ label: 'Trong đó: lao động nữ', min: 0, max: MOST_PEOPLE }),
  local: integer({ label: 'Trong đó: người địa phương', min: 0, max: MOST_PEOPLE }),
  channels: z
    .array(choice(Object.keys(CHANNELS) as Channel[], { label: 'Nơi bán' }))
    .max(Object.keys(CHANNELS).length)
    .default([])
    .meta({ label: 'Bán ở đâu' }),
  onlineMillion: million('Bán qua mạng (triệu đồng)').optional(),
  exportMillion: million('Xuất khẩu (triệu đồng)').optional(),
  markets: text({ label: 'Thị trường chính', max: 300 }).optional(),
  note: text({ label: 'Ghi chú', max: 1000, lines: 'many' }).optional(),
};

export const reportYear = z.strictObject({ product: uuid(), year, ...figures });
export const mendYear = z.strictObject({
  id: uuid(),
  ...figures,
  reason: text({ label: 'Lý do sửa', max: 500 }).optional(),
});
export const acceptYear = z.strictObject({ id: uuid() });
export const returnYear = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Lý do trả lại', max: 500, lines: 'many' }),
});
export const yearOut = z.object({ id: uuid(), version: z.int() });

export type GivenFigures = Omit<z.output<typeof reportYear>, 'product' | 'year'>;

export const YEAR_STATES = ['missing', 'reported', 'returned', 'accepted'] as const;
export type YearState = (typeof YEAR_STATES)[number];

export const listQuery = z.object({
  nam: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR).optional().catch(undefined),
  tinhTrang: choice(YEAR_STATES).optional().catch(undefined),
  q: search().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;

export const reportQuery = z.object({ nam: z.coerce.number().int().optional().catch(undefined) });
export const byProduct = z.object({ product: uuid() });
