import { z } from 'zod';
import { choice, day, decimal, file, flag, text, uuid } from '#platform/http/fields';

export const decisionKinds = {
  recognition: 'Quyết định công nhận 3 sao, 4 sao',
  approval: 'Quyết định phê duyệt kết quả sản phẩm tiềm năng 5 sao',
} as const;
export type DecisionKind = keyof typeof decisionKinds;

/** A kind in the words of the level that decides: a province gives three and four stars, the Ministry five (Art. 7.3, 7.4). */
export function decisionName(kind: DecisionKind, level: 'province' | 'central'): string {
  return kind === 'recognition' && level === 'central' ? 'Quyết định công nhận 5 sao' : decisionKinds[kind];
}

/** In whose name the signatory signs (R18.4). */
export const signingCapacities = {
  self: 'Người đứng đầu ký',
  KT: 'KT. (ký thay)',
  TM: 'TM. (thay mặt)',
  TL: 'TL. (thừa lệnh)',
  TUQ: 'TUQ. (thừa ủy quyền)',
} as const;

/** What officials edit in the drafts before they are printed. */
export const decisionContent = z.strictObject({
  bases: text({ label: 'Căn cứ (mỗi dòng một căn cứ)', max: 8000, lines: 'many' }).optional(),
  recipients: text({ label: 'Nơi nhận (mỗi dòng một nơi)', max: 4000, lines: 'many' }).optional(),
  place: text({ label: 'Địa danh', max: 100 }).optional(),
});
export type DecisionContent = z.output<typeof decisionContent>;

export const draftDecision = z.strictObject({
  session: uuid({ label: 'Phiên Hội đồng' }),
  kind: choice(decisionKinds, { label: 'Loại quyết định' }),
  title: text({ label: 'Trích yếu', max: 500 }),
  dossiers: z
    .array(uuid({ label: 'Hồ sơ' }))
    .min(1)
    .max(500),
});
export const saveDecision = z.strictObject({
  id: uuid(),
  title: text({ label: 'Trích yếu', max: 500 }),
  ...decisionContent.shape,
});
export const proposeDecision = z.strictObject({
  id: uuid(),
  number: text({ label: 'Số tờ trình', max: 100, hint: 'Ví dụ: 125/TTr-SNNMT' }),
  dated: day({ label: 'Ngày tờ trình' }),
});
export const issueDecision = z.strictObject({
  id: uuid(),
  number: text({ label: 'Số quyết định', max: 100, hint: 'Ví dụ: 1850/QĐ-UBND' }),
  dated: day({ label: 'Ngày quyết định' }),
  signatory: text({ label: 'Người ký', max: 200 }),
  signingCapacity: choice(signingCapacities, { label: 'Thẩm quyền ký' }),
  mandate: uuid({ label: 'Theo văn bản giao ký' }).optional(),
  signedFile: file({ label: 'Bản quyết định đã ký (PDF hoặc ảnh)' }),
});
export type IssueInput = z.output<typeof issueDecision>;
export const cancelDecision = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Lý do hủy dự thảo', max: 2000, lines: 'many' }),
});
export const decisionRow = z.object({ id: uuid(), state: z.string(), version: z.int() });
export type DecisionRow = z.output<typeof decisionRow>;

/** Closes a dossier of 1 or 2 stars: the result is recorded and notified, no certificate (Art. 4.1.a). */
export const closeUnrecognised = z.strictObject({ id: uuid() });

/** The written notice of result to commune and producer (Art. 7.3.g). */
export const notifyResult = z.strictObject({
  id: uuid(),
  number: text({ label: 'Số thông báo', max: 100 }).optional(),
  dated: day({ label: 'Ngày thông báo' }),
  toCommune: flag({ label: 'Đã gửi UBND cấp xã' }),
  toProducer: flag({ label: 'Đã gửi chủ thể' }),
});

/** The office's notice of a prolongation (Art. 12.3). */
export const noteExtension = z.strictObject({
  id: uuid(),
  number: text({ label: 'Số thông báo', max: 100, hint: 'Ví dụ: 57/TB-SNNMT' }),
  dated: day({ label: 'Ngày thông báo' }),
  signatory: text({ label: 'Người ký', max: 200 }).optional(),
  file: file({ label: 'Bản đã ký', takes: 'office' }).optional(),
});

/** A recognition of former years as its papers tell it (R8.5). */
export const recordPast = z.strictObject({
  product: uuid({ label: 'Sản phẩm' }),
  number: text({ label: 'Số quyết định công nhận', max: 100, hint: 'Ví dụ: 845/QĐ-UBND' }),
  dated: day({ label: 'Ngày quyết định' }),
  unit: uuid({ label: 'Cơ quan công nhận' }),
  star: choice(['3', '4'], { label: 'Hạng' }),
  signatory: text({ label: 'Người ký', max: 200 }).optional(),
  productName: text({ label: 'Tên sản phẩm ghi trên quyết định', max: 300 }).optional(),
  producerName: text({ label: 'Tên chủ thể ghi trên quyết định', max: 300 }).optional(),
  address: text({ label: 'Địa chỉ ghi trên quyết định', max: 300 }).optional(),
  productCode: text({ label: 'Mã số sản phẩm', max: 60 }).optional(),
  council: text({ label: 'Hội đồng đánh giá', max: 300 }).optional(),
  heldOn: day({ label: 'Ngày Hội đồng họp' }).optional(),
  points: decimal({ label: 'Điểm trung bình', min: 0, max: 100 }).optional(),
  /** A member a line: name; organisation; total. */
  sheets: text({ label: 'Điểm của từng thành viên', max: 6000, lines: 'many' }).optional(),
  file: file({ label: 'Bản quét quyết định', takes: 'office' }).optional(),
  papers: z
    .array(file({ label: 'Hồ sơ, phiếu chấm, biên bản', takes: 'office' }))
    .max(20)
    .default([]),
});
