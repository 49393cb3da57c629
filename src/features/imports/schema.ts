import { z } from 'zod';
import { choice, day, file, flag, integer, text, uuid } from '#platform/http/fields';
import { COLUMN_FIELDS, ROW_STATUSES } from './reading/types.ts';

/** Kinds a person may confirm; by row: each section of the file as its titles say. */
export const KIND_WORDS = {
  recognised: 'Đã công nhận (ghi lần công nhận)',
  revoked: 'Đã thu hồi (kết thúc giấy chứng nhận)',
  proposed: 'Đề nghị, chưa công nhận',
  registered: 'Đăng ký tham gia',
  voted: 'Bình chọn, giải thưởng',
  byRow: 'Nhiều loại: theo tiêu đề từng phần của tệp',
} as const;

/** What the rows of a list are. */
export const SUBJECT_WORDS = {
  products: 'Sản phẩm',
  producers: 'Chủ thể',
} as const;
export type ImportSubject = keyof typeof SUBJECT_WORDS;

export const uploadList = z.strictObject({
  subject: choice(SUBJECT_WORDS, { label: 'Mỗi dòng của tệp là' }).default('products'),
  file: file({ label: 'Tệp danh sách', takes: 'import' }),
  province: uuid({ label: 'Tỉnh' }).optional(),
  asOf: day({ label: 'Tên xã ghi theo ngày', hint: 'Để trống: theo ngày quyết định của từng dòng' }).optional(),
});

const column = z.strictObject({
  letter: z
    .string()
    .regex(/^[A-Z]{1,3}$/)
    .meta({ label: 'Cột' }),
  field: choice(['asFound', 'notRead', ...COLUMN_FIELDS], { label: 'Nội dung cột' }),
});
const sheet = z.strictObject({
  name: text({ label: 'Trang tính', max: 200, min: 0 }),
  headerRow: integer({ label: 'Dòng tiêu đề cột', min: 1, max: 1_048_576 }).optional(),
  leaveOut: flag({ label: 'Không đọc trang này' }).default(false),
  columns: z.array(column).max(200).default([]).meta({ label: 'Các cột' }),
});
export const mapList = z.strictObject({
  id: uuid(),
  kind: choice(KIND_WORDS, { label: 'Loại danh sách' }),
  sheets: z.array(sheet).max(100).default([]).meta({ label: 'Các trang' }),
});

/** What may be done with many rows at once. */
export const MANY_WORDS = {
  asNew: 'Lấy là sản phẩm mới',
  existing: 'Là bản ghi có sẵn (chỉ dòng có một gợi ý)',
  takeList: 'Ghi theo danh sách, chấp nhận điểm nghi ngờ',
  leaveOut: 'Bỏ qua, không ghi',
  reopen: 'Xét lại từ đầu',
} as const;
export const settleRows = z.strictObject({
  id: uuid(),
  how: choice(MANY_WORDS, { label: 'Cách xử lý' }),
  rows: z.array(z.coerce.number().int().min(1)).max(200).default([]).meta({ label: 'Các dòng đã chọn' }),
  code: z.string().max(60).optional().meta({ label: 'Lý do nghi ngờ' }),
});

export const ROW_WORDS = {
  asNew: 'Là sản phẩm mới',
  existing: 'Là bản ghi có sẵn dưới đây',
  takeList: 'Ghi theo danh sách như đã sửa',
  leaveOut: 'Bỏ qua dòng này',
  reopen: 'Xét lại từ đầu, bỏ mọi điều đã chọn và sửa',
} as const;
const dated = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'Ghi 2025, 2025-06 hoặc 2025-06-30')
  .meta({ label: 'Ngày quyết định', hint: '2025, 2025-06 hoặc 2025-06-30: ghi đến mức biết được' });
export const settleRow = z.strictObject({
  id: uuid(),
  no: z.coerce.number().int().min(1).meta({ label: 'Dòng' }),
  how: choice(ROW_WORDS, { label: 'Cách xử lý' }),
  candidate: z
    .string()
    .regex(/^[pm]:[0-9a-f-]{36}$/)
    .optional()
    .meta({ label: 'Bản ghi có sẵn' }),
  product: text({ label: 'Tên sản phẩm', max: 300 }).optional(),
  producer: text({ label: 'Chủ thể', max: 300 }).optional(),
  address: text({ label: 'Địa chỉ', max: 500 }).optional(),
  commune: uuid({ label: 'Xã, phường hiện nay' }).optional(),
  stars: integer({ label: 'Hạng sao', min: 3, max: 5 }).optional(),
  decisionNumber: text({ label: 'Số quyết định', max: 100 }).optional(),
  decisionDate: dated.optional(),
  taxCode: text({ label: 'Mã số thuế', max: 40 }).optional(),
  phone: text({ label: 'Điện thoại', max: 60 }).optional(),
  representative: text({ label: 'Người đại diện', max: 200 }).optional(),
});

/** Values of a row that a person put right; what is left out stays as read. */
export interface Corrected {
  readonly product?: string;
  readonly producer?: string;
  readonly address?: string;
  /** Unit id of today. */
  readonly commune?: string;
  readonly stars?: number;
  readonly decisionNumber?: string;
  readonly decisionDate?: string;
  readonly taxCode?: string;
  readonly phone?: string;
  readonly representative?: string;
}

export const byImport = z.strictObject({ id: uuid() });
export const byRow = z.object({ id: uuid(), no: z.coerce.number().int().min(1).max(10_000_000) });
export const rowsQuery = z.object({
  status: z.enum(ROW_STATUSES).optional().catch(undefined),
  code: z.string().max(60).optional().catch(undefined),
  after: z.coerce.number().int().min(0).optional().catch(undefined),
});
export type RowsQuery = z.output<typeof rowsQuery>;

export const importOut = z.object({ id: uuid(), state: z.string(), version: z.int() });
export const importRow = z.object({
  no: z.int(),
  sheet: z.string(),
  row: z.int(),
  status: z.enum(ROW_STATUSES),
  product: z.string().nullable(),
  producer: z.string().nullable(),
  messages: z.array(z.string()),
});
