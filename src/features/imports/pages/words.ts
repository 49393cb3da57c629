import { eventWords } from '../compare/events.ts';
import type { ChangedField } from '../compare/types.ts';
import type { PreviewRow } from '../queries.ts';
import type { ColumnField, RowStatus } from '../reading/types.ts';
import { type ImportSubject, MANY_WORDS, ROW_WORDS } from '../schema.ts';

/** Names of what a comparison finds, in the order of the filters. */
export const STATUS_WORDS: Readonly<Record<RowStatus, string>> = {
  doubtful: 'Nghi ngờ',
  new: 'Mới',
  change: 'Thay đổi',
  same: 'Đã có, giống',
  refused: 'Không nhận',
  repeat: 'Lặp lại',
  skipped: 'Không phải dòng của danh sách, bỏ qua',
};
export const FIELD_WORDS: Readonly<Record<ChangedField, string>> = {
  recognition: 'Lần công nhận',
  ended: 'Thu hồi',
  star: 'Hạng sao',
  decisionNumber: 'Số quyết định',
  decisionDate: 'Ngày quyết định',
  commune: 'Xã',
  producerAddress: 'Địa chỉ của chủ thể',
  producerCommune: 'Xã của chủ thể',
  taxCode: 'Mã số thuế',
  phone: 'Điện thoại',
  representative: 'Người đại diện',
};
export const STATE_WORDS: Readonly<Record<string, string>> = {
  open: 'Đang xem trước',
  writing: 'Đang ghi',
  written: 'Đã ghi vào danh bạ',
  undoing: 'Đang hoàn tác',
  undone: 'Đã hoàn tác',
  cancelled: 'Đã bỏ',
};
export const COLUMN_WORDS: Readonly<Record<ColumnField, string>> = {
  order: 'Số thứ tự',
  product: 'Tên sản phẩm',
  producer: 'Chủ thể',
  producerAndAddress: 'Chủ thể và địa chỉ chung một ô',
  address: 'Địa chỉ',
  commune: 'Xã, phường',
  district: 'Huyện (cũ)',
  province: 'Tỉnh',
  stars: 'Hạng sao',
  star3: 'Đánh dấu 3 sao',
  star4: 'Đánh dấu 4 sao',
  star5: 'Đánh dấu 5 sao',
  score: 'Điểm',
  decision: 'Quyết định (số và ngày)',
  decisionNumber: 'Số quyết định',
  decisionDate: 'Ngày quyết định',
  year: 'Năm',
  group: 'Nhóm, bộ sản phẩm',
  note: 'Ghi chú',
  phone: 'Điện thoại',
  productCount: 'Số sản phẩm',
  productCode: 'Mã sản phẩm',
  taxCode: 'Mã số thuế',
  representative: 'Người đại diện',
  unit: 'Đơn vị hành chính',
  unitCode: 'Mã đơn vị',
  unitType: 'Loại đơn vị',
  unitParent: 'Thuộc đơn vị',
};

/** "Trang “Sheet1”, dòng 12" */
export const placeWords = ({ sheet, row, part }: { sheet: string; row: number; part: number }): string =>
  `${sheet === '' ? 'Dòng' : `Trang “${sheet}”, dòng`} ${row}${part > 1 ? `, sản phẩm thứ ${part}` : ''}`;
export const countWords = (n: number): string => n.toLocaleString('vi-VN');

type Shown = Pick<PreviewRow, 'read' | 'corrected'>;

/** How a list is spoken of by what its rows are. */
interface SubjectWords {
  readonly nameHead: string;
  readonly factsHead: string;
  readonly nameless: string;
  readonly name: (row: Shown) => string | null;
  readonly under: (row: Shown) => string;
  readonly facts: (row: Shown) => string;
  readonly many: Readonly<Record<keyof typeof MANY_WORDS, string>>;
  readonly ways: Readonly<Record<keyof typeof ROW_WORDS, string>>;
}

const DETAILS = ['taxCode', 'phone', 'representative'] as const;

export const WORDS_OF: Readonly<Record<ImportSubject, SubjectWords>> = {
  products: {
    ...{ nameHead: 'Sản phẩm, chủ thể', factsHead: 'Sao, quyết định', nameless: 'Không có tên sản phẩm' },
    name: ({ read, corrected }) => corrected?.product ?? read.product,
    under: ({ read, corrected }) => corrected?.producer ?? read.producer ?? 'Không ghi chủ thể',
    facts: ({ read, corrected }) => eventWords({ ...read, ...corrected }),
    ...{ many: MANY_WORDS, ways: ROW_WORDS },
  },
  producers: {
    ...{ nameHead: 'Chủ thể, địa chỉ', factsHead: 'Mã số thuế, liên hệ', nameless: 'Không có tên chủ thể' },
    name: ({ read, corrected }) => corrected?.producer ?? read.producer,
    under: ({ read, corrected }) => corrected?.address ?? read.address ?? 'Không ghi địa chỉ',
    facts: ({ read, corrected }) =>
      DETAILS.flatMap((field) => corrected?.[field] ?? read.more[field] ?? []).join(', ') || 'Không ghi',
    many: { ...MANY_WORDS, asNew: 'Lấy là chủ thể mới' },
    ways: { ...ROW_WORDS, asNew: 'Là chủ thể mới' },
  },
};

/** The step in which a person confirms what was read. */
export const columnsTitle = (subject: ImportSubject): string =>
  subject === 'products' ? 'Cột và loại danh sách' : 'Các cột';
