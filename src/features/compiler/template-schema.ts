import { z } from 'zod';
import { PERIODS } from '#law/report-periods';
import { choice, flag, integer, text, uuid } from '#platform/http/fields';
import { LISTS } from './list-names.ts';
import { COLUMNS } from './template.ts';

/** Kinds of blocks as the form offers them. */
export const BLOCKS = {
  section: 'Tên phần',
  heading: 'Tên mục',
  text: 'Lời cố định, có thể chèn {số liệu}',
  figure: 'Một số liệu',
  table: 'Bảng',
  plot: 'Biểu đồ',
  list: 'Danh sách',
  free: 'Đoạn tự viết',
} as const;
export const COLUMN_WORDS: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  value: 'Số lượng',
  share: 'Tỷ lệ',
  before: 'Kỳ trước',
  change: 'Tăng, giảm',
};
const ROWS = ['stars', 'sectors', 'kinds', 'units', 'flow', 'sold'] as const;
const figure = (label: string) => text({ label, max: 60 }).regex(/^[a-zA-Z0-9.]+$/, 'Chọn một số liệu trong danh mục.');

const block = z.strictObject({
  at: integer({ label: 'Thứ tự', min: 1, max: 999 }).optional(),
  kind: choice(BLOCKS, { label: 'Loại khối' }).optional(),
  text: text({ label: 'Lời', max: 2000, lines: 'many' }).optional(),
  figure: figure('Số liệu').optional(),
  rows: choice(ROWS, { label: 'Các dòng' }).optional(),
  columns: z.array(choice(COLUMNS)).max(COLUMNS.length).default([]).meta({ label: 'Các cột' }),
  of: figure('Tỷ lệ tính trên').optional(),
  list: choice(LISTS, { label: 'Danh sách nào' }).optional(),
  required: flag({ label: 'Phải viết' }).optional(),
});
export type BlockGiven = z.output<typeof block>;

const fields = {
  name: text({ label: 'Tên mẫu', max: 150 }),
  summary: text({ label: 'Về việc', max: 300 }),
  periods: z
    .array(choice(Object.keys(PERIODS) as (keyof typeof PERIODS)[]))
    .min(1, 'Chọn ít nhất một kỳ.')
    .max(Object.keys(PERIODS).length)
    .meta({ label: 'Dùng cho kỳ' }),
  blocks: z.array(block).max(60).meta({ label: 'Các khối' }),
};
export const makeTemplate = z.strictObject(fields);
export type TemplateGiven = z.output<typeof makeTemplate>;
export const changeTemplate = z.strictObject({ id: uuid(), ...fields });
export const retireTemplate = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do', max: 300 }) });
export const templateRow = z.object({ id: uuid(), version: z.int() });
