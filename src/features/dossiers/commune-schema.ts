import { z } from 'zod';
import { day, file, flag, integer, text, uuid } from '#platform/http/fields';

export const receiveDossier = z.strictObject({ id: uuid() });
export const checkPaper = z.strictObject({
  id: uuid(),
  paper: uuid({ label: 'Giấy tờ' }),
  verdict: z.enum(['pass', 'fail']).meta({ label: 'Kết quả kiểm tra' }),
  reason: text({ label: 'Lý do không đạt', max: 2000, lines: 'many' }).optional(),
});
const matter = (label: string) => text({ label, max: 8000, lines: 'many' }).optional();
/** Form 03: the four assessments of Art. 7.2.a, and the numbers of the papers that go out with them. */
export const assessDossier = z.strictObject({
  id: uuid(),
  material: matter('Về sử dụng nguyên liệu địa phương'),
  labour: matter('Về sử dụng lao động địa phương'),
  idea: matter('Nguồn gốc ý tưởng sản phẩm'),
  identity: matter('Bản sắc, trí tuệ địa phương'),
});
export const giveCode = z.strictObject({
  id: uuid(),
  code: text({ label: 'Mã số sản phẩm', max: 60, hint: 'Để trống để cấp số thứ tự tiếp theo của xã' }).optional(),
});
export const correctCode = z.strictObject({
  id: uuid(),
  code: text({ label: 'Mã đúng', max: 60, hint: 'Ghi như in trên giấy, ví dụ 33-11953-7-2026' }),
  reason: text({ label: 'Lý do sửa mã', max: 1000, lines: 'many' }),
});
/** One place that must change, and why: 'general', 'results', 'changes', 'plan', 'answers', 'papers' or 'paper:<id>'. */
const returnItem = z.strictObject({
  target: z
    .string()
    .regex(/^(general|results|changes|plan|answers|papers|paper:[0-9a-f-]{36})$/)
    .meta({ label: 'Chỗ cần sửa' }),
  reason: text({ label: 'Lý do', max: 2000, lines: 'many' }),
});
export const returnDossier = z.strictObject({
  id: uuid(),
  items: z.array(returnItem).max(80).default([]),
  reason: text({ label: 'Lý do chung', max: 4000, lines: 'many' }).optional(),
  dueOn: day({ label: 'Bổ sung trước ngày' }).optional(),
});
export const sendBackDossier = z.strictObject(returnDossier.shape);
export const proposeDossier = z.strictObject({
  id: uuid(),
  letterNumber: text({ label: 'Số văn bản đề nghị', max: 100, hint: 'Ví dụ: 45/UBND-KT' }),
  letterDate: day({ label: 'Ngày văn bản' }),
  formNumber: text({ label: 'Số báo cáo Mẫu 03', max: 100 }).optional(),
  signatory: text({ label: 'Người ký', max: 200 }),
  signedFile: file({ label: 'Báo cáo Mẫu 03 đã ký' }).optional(),
  samples: integer({ label: 'Số sản phẩm mẫu đã nhận', min: 0, max: 1000 }).default(0),
  paperSet: flag({ label: 'Đã nhận bộ hồ sơ giấy' }),
});
export const acceptDossier = z.strictObject({ id: uuid(), round: uuid({ label: 'Đợt đánh giá' }) });
export const reportAdvice = z.strictObject({
  id: uuid(),
  number: text({ label: 'Số báo cáo', max: 100, hint: 'Ví dụ: 12/BC-TTV' }),
  dated: day({ label: 'Ngày báo cáo' }),
  file: file({ label: 'Báo cáo của Tổ tư vấn', takes: 'office' }).optional(),
  summary: text({ label: 'Tóm tắt', max: 20_000, lines: 'many' }).optional(),
  proposal: text({ label: 'Đề xuất', max: 20_000, lines: 'many' }).optional(),
});
