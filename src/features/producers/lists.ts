/** Closed lists a producer's record chooses from. */
import { readCsvRows, referenceFile } from '#features/units';

export const SEXES = { female: 'Nữ', male: 'Nam' } as const;

export const CONTRACT_KINDS = {
  material: 'Cung cấp nguyên liệu',
  growing: 'Trồng, nuôi theo hợp đồng',
  processing: 'Gia công, chế biến',
  sale: 'Tiêu thụ sản phẩm',
  whole: 'Chuỗi từ sản xuất đến tiêu thụ',
} as const;

/** Kinds of chains that the national target counts together (R14.1). */
export const CHAIN_MODELS = {
  circular: 'Kinh tế tuần hoàn',
  green: 'OCOP xanh',
  both: 'Kinh tế tuần hoàn và OCOP xanh',
} as const;

/** What a producer may agree to (R19.1: stated purpose, may be withdrawn). */
export const CONSENTS = {
  contact: 'Hiện liên hệ công khai',
  pictures: 'Dùng ảnh cơ sở và người làm để giới thiệu',
  share: 'Chia sẻ thông tin với cơ quan xúc tiến thương mại',
  letters: 'Nhận tin về hội chợ, tập huấn',
} as const;

/** Certifications a producer or its place may hold, by code; from the reference list, codes are labels. */
export const CERTIFICATIONS: Readonly<Record<string, string>> = Object.fromEntries(
  readCsvRows<'code' | 'name'>(referenceFile('lists/certifications.csv')).map(({ code, name }) => [code, name]),
);
