/**
 * The national system's table PTNT_OCOP as reported of QĐ 5277/QĐ-BNNMT (R20.2): the text was not seen, so what stands in
 * its columns, and the codes of states it leaves open, are settings. Names of its columns are never changed.
 */
import type { Basis } from './answers.ts';

const STANDARD: Basis = { act: 'Quyết định số 5277/QĐ-BNNMT', article: 'bảng PTNT_OCOP (theo nguồn thứ cấp)' };
const EXPLAIN = 'Tiêu chuẩn không nêu danh mục mã trạng thái. Hỏi nơi vận hành hệ thống quốc gia rồi sửa ở đây.';

const code = (label: string, initial: number) =>
  ({
    type: 'number',
    scope: 'system',
    label: `Mã TrangThai: ${label}`,
    explain: EXPLAIN,
    initial,
    min: 0,
    max: 999,
    unit: '',
    basis: STANDARD,
  }) as const;

export const NATIONAL_SETTINGS = {
  nationalUnit: {
    type: 'choice',
    scope: 'system',
    label: 'Cột Ma_DonViHanhChinh ghi',
    explain: 'Nguồn thứ cấp không nói mã của cấp nào.',
    initial: 'commune',
    choices: [
      { value: 'commune', label: 'Mã xã, phường nơi sản xuất' },
      { value: 'province', label: 'Mã tỉnh' },
    ],
    basis: STANDARD,
  },
  nationalProduct: {
    type: 'choice',
    scope: 'system',
    label: 'Cột Ma_SanPham ghi',
    explain: 'Nguồn thứ cấp không nói mã nào. Sản phẩm chưa có mã in trên phiếu thì ghi mã của danh bạ.',
    initial: 'register',
    choices: [
      { value: 'register', label: 'Mã của danh bạ này, không bao giờ đổi' },
      { value: 'printed', label: 'Mã in trên phiếu đánh giá và quyết định' },
    ],
    basis: STANDARD,
  },
  nationalInForce: code('còn hiệu lực', 1),
  nationalExtended: code('được kéo dài hiệu lực', 2),
  nationalExpired: code('đã hết hạn', 3),
  nationalEnded: code('đã thu hồi hoặc hủy bỏ', 4),
  nationalUnclear: code('chưa rõ ngày', 9),
} as const;
