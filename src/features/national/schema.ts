import { z } from 'zod';
import { day, file, uuid } from '#platform/http/fields';

/** Names as the standard spells them (R20.2): never translated, never respelled. */
export const NATIONAL_COLUMNS = [
  ...(['MA_OCOP', 'Ma_DonViHanhChinh', 'Ma_ThoiGian', 'Ma_SanPham', 'TenSanPham'] as const),
  ...(['XepHang', 'ChuTheSXKD', 'DoanhThuNam', 'TrangThai'] as const),
] as const;
export type NationalColumn = (typeof NATIONAL_COLUMNS)[number];

const FIRST_YEAR = 2018;
const LAST_YEAR = 2100;

export const nationalQuery = z.object({
  nam: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR).optional().catch(undefined),
  xa: uuid().optional().catch(undefined),
});
export const nationalPageQuery = nationalQuery.extend({ sau: uuid().optional().catch(undefined) });

export const takeBack = z.strictObject({
  file: file({ label: 'Tệp của hệ thống quốc gia', takes: 'import' }),
  on: day({ label: 'Ngày chuyển' }),
});
/** Rows as they were, rows taken over, rows in which something else differs from the register. */
export const takeBackOut = z.object({ same: z.int(), taken: z.int(), differ: z.array(z.string()) });
