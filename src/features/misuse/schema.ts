import { z } from 'zod';
import { MISUSE_FINDINGS } from '#law/moves/misuse';
import { byId, choice, file, text, uuid } from '#platform/http/fields';

/** What may be wrong; the list of the form. */
export const MISUSE_KINDS = {
  notRecognised: { vi: 'Gắn sao cho sản phẩm chưa được công nhận', en: 'Stars on a product that was never recognised' },
  lapsed: { vi: 'Gắn sao sau khi hết hạn hoặc bị thu hồi', en: 'Stars after expiry or revocation' },
  moreStars: { vi: 'Gắn nhiều sao hơn hạng được công nhận', en: 'More stars than recognised' },
  otherProduct: { vi: 'Dùng sao của sản phẩm này cho sản phẩm khác', en: 'Stars of one product on another' },
  unknownCode: { vi: 'Mã trên tem không có trong sổ', en: 'The code on the label is not in the register' },
  changedMark: { vi: 'Sửa hình của nhãn hiệu OCOP', en: 'A changed design of the mark' },
  other: { vi: 'Việc khác', en: 'Something else' },
} as const;
export type MisuseKind = keyof typeof MISUSE_KINDS;
const kinds = Object.keys(MISUSE_KINDS) as MisuseKind[];

export const MAX_WORDS = 2000;

/** A report as it comes in. `website` is a trap for machines: people do not see it and leave it empty. */
export const reportInput = z.strictObject({
  kind: choice(kinds, { label: 'Việc dùng sai' }),
  product: text({ label: 'Mã trên tem hoặc tên sản phẩm', max: 200 }).optional(),
  place: text({ label: 'Nơi bạn thấy', max: 300 }),
  province: uuid({ label: 'Tỉnh, thành phố' }).optional(),
  words: text({ label: 'Bạn thấy gì', max: MAX_WORDS, lines: 'many' }).optional(),
  photo: file({ label: 'Ảnh', takes: 'picture' }).optional(),
  contact: text({ label: 'Liên hệ', max: 200 }).optional(),
  website: text({ label: 'Ô để trống', max: 200 }).optional(),
});
export type ReportInput = z.output<typeof reportInput>;
export const reportReceipt = z.object({ number: z.string() });

export const closeInput = z.strictObject({
  ...byId.shape,
  finding: choice(MISUSE_FINDINGS, { label: 'Kết luận' }),
  answer: text({ label: 'Trả lời người báo', max: MAX_WORDS, lines: 'many' }),
});
export const closed = z.object({ id: uuid(), version: z.int() });

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
/** Filters of the offices' list, as they stand in its address. A value that makes no sense counts as not given. */
export const listQuery = z.object({
  state: z.preprocess(blankIsAbsent, z.enum(['received', 'closed']).optional()).catch(undefined),
  at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  after: uuid().optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
