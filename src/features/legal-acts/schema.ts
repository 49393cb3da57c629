import { z } from 'zod';
import { ACT_RELATIONS, ACT_STATES } from '#law/act-validity';
import { choice, day, file, flag, search, text, uuid } from '#platform/http/fields';

export const ACT_KINDS = {
  law: 'Luật',
  decree: 'Nghị định',
  resolution: 'Nghị quyết',
  decision: 'Quyết định',
  circular: 'Thông tư',
  plan: 'Kế hoạch',
  dispatch: 'Công văn',
  submission: 'Tờ trình',
  conclusion: 'Kết luận',
  other: 'Văn bản khác',
} as const;
export type ActKind = keyof typeof ACT_KINDS;

export const ACT_LEVELS = { central: 'Trung ương', province: 'Tỉnh', commune: 'Xã' } as const;
export type ActLevel = keyof typeof ACT_LEVELS;

const fields = {
  kind: choice(ACT_KINDS, { label: 'Loại văn bản' }),
  number: text({ label: 'Số, ký hiệu', max: 100, hint: 'Ghi như trên văn bản, ví dụ: 843/QĐ-UBND' }).optional(),
  issuer: text({ label: 'Cơ quan ban hành', max: 200 }),
  level: choice(ACT_LEVELS, { label: 'Cấp ban hành' }),
  title: text({ label: 'Trích yếu', max: 1000, lines: 'many' }),
  issuedOn: day({ label: 'Ngày ban hành' }).optional(),
  inForceFrom: day({ label: 'Có hiệu lực từ ngày', hint: 'Để trống nếu từ ngày ban hành' }).optional(),
  expiresOn: day({ label: 'Hết hiệu lực sau ngày', hint: 'Chỉ ghi khi văn bản nêu' }).optional(),
  periodFrom: day({ label: 'Giai đoạn từ ngày' }).optional(),
  periodTo: day({ label: 'Giai đoạn đến ngày' }).optional(),
  signatory: text({ label: 'Người ký', max: 120 }).optional(),
  signingCapacity: text({ label: 'Chức vụ người ký', max: 200 }).optional(),
  source: text({ label: 'Nguồn', max: 300 }).optional(),
  sourceUrl: z
    .url({ protocol: /^https?$/, error: 'Ghi địa chỉ bắt đầu bằng https:// hoặc để trống.' })
    .max(500)
    .optional()
    .meta({ label: 'Địa chỉ trang nguồn' }),
  note: text({ label: 'Ghi chú', max: 1000, lines: 'many' }).optional(),
  open: flag({ label: 'Cho mọi người xem ở cổng công khai' }),
  file: file({ label: 'Bản chụp hoặc tệp văn bản', takes: 'office' }).optional(),
};

export const recordAct = z.strictObject(fields);
export type ActGiven = z.output<typeof recordAct>;
/** Everything not sent is emptied, but the file: it stays until another takes its place. */
export const correctAct = z.strictObject({ id: uuid(), ...fields });
export const relateAct = z.strictObject({
  id: uuid(),
  kind: choice(
    Object.fromEntries(Object.entries(ACT_RELATIONS).map(([kind, { does }]) => [kind, does])) as Record<
      keyof typeof ACT_RELATIONS,
      string
    >,
    { label: 'Văn bản này' },
  ),
  other: text({ label: 'Văn bản kia', max: 400, hint: 'Số, ký hiệu; chọn trong gợi ý khi nhiều văn bản cùng số' }),
  onDay: day({ label: 'Có tác động từ ngày', hint: 'Để trống nếu từ ngày văn bản này có hiệu lực' }).optional(),
  note: text({ label: 'Điều khoản, ghi chú', max: 300 }).optional(),
});
export const unrelateAct = z.strictObject({ id: uuid(), relation: uuid() });
export const removeAct = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do bỏ', max: 300 }) });
export const actRow = z.object({ id: uuid(), version: z.int() });

export const listQuery = z.object({
  q: search().catch(undefined),
  kind: choice(ACT_KINDS).optional().catch(undefined),
  state: choice(ACT_STATES).optional().catch(undefined),
  level: choice(ACT_LEVELS).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(500).optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
