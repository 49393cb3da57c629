import type { ChangedField } from '../compare/types.ts';
import type { ColumnField, RowStatus } from '../reading/types.ts';

/** Names of what a comparison finds, in the order of the filters. */
export const STATUS_WORDS: Readonly<Record<RowStatus, string>> = {
  doubtful: 'Nghi ngờ',
  new: 'Mới',
  change: 'Thay đổi',
  same: 'Đã có, giống',
  refused: 'Không nhận',
  repeat: 'Lặp lại',
  skipped: 'Không phải dòng sản phẩm, bỏ qua',
};
export const FIELD_WORDS: Readonly<Record<ChangedField, string>> = {
  recognition: 'Lần công nhận',
  ended: 'Thu hồi',
  star: 'Hạng sao',
  decisionNumber: 'Số quyết định',
  decisionDate: 'Ngày quyết định',
  commune: 'Xã',
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
