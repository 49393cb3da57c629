import { z } from 'zod';
import { day, file, integer, text, uuid } from '#platform/http/fields';

/** The province's letter to the Ministry with the package of Art. 6.3. */
export const sendPackage = z.strictObject({
  id: uuid(),
  letterNumber: text({ label: 'Số văn bản gửi Bộ', max: 100, hint: 'Ví dụ: 215/UBND-KTN' }),
  letterDate: day({ label: 'Ngày văn bản' }),
  letterFile: file({ label: 'Văn bản đã ký' }).optional(),
  samples: integer({ label: 'Số sản phẩm mẫu gửi kèm', min: 0, max: 1000 }),
  extraTests: text({ label: 'Kiểm tra, kiểm nghiệm bổ sung của tỉnh', max: 4000, lines: 'many' }).optional(),
  extraFile: file({ label: 'Văn bản kiểm tra, kiểm nghiệm bổ sung' }).optional(),
});
export const askPackage = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Điều tỉnh cần hoàn thiện', max: 4000, lines: 'many' }),
});
export const takeIn = z.strictObject({ id: uuid(), round: uuid({ label: 'Đợt đánh giá của Bộ' }) });
export const reportCentralAdvice = z.strictObject({
  id: uuid(),
  number: text({ label: 'Số báo cáo', max: 100 }),
  dated: day({ label: 'Ngày báo cáo' }),
  file: file({ label: 'Báo cáo của Tổ tư vấn trung ương' }).optional(),
  summary: text({ label: 'Tóm tắt', max: 20_000, lines: 'many' }).optional(),
  proposal: text({ label: 'Đề xuất', max: 20_000, lines: 'many' }).optional(),
});
export const returnResult = z.strictObject({
  id: uuid(),
  number: text({ label: 'Số thông báo', max: 100 }),
  dated: day({ label: 'Ngày thông báo' }),
  file: file({ label: 'Thông báo đã ký' }).optional(),
});
export const evaluateAgain = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Lý do tổ chức đánh giá lại ở tỉnh', max: 2000, lines: 'many' }),
});
export const movedRow = z.object({ id: uuid(), state: z.string(), version: z.int() });
export type MovedRow = z.output<typeof movedRow>;
