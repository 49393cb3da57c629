import { z } from 'zod';
import { REVIEW_WISHES, type ReviewOutcome } from '#law/review';
import { byId, choice, day, file, text, uuid } from '#platform/http/fields';

const MANY = 4000;

export const complain = z.strictObject({
  id: uuid(),
  content: text({ label: 'Điều không đồng ý và lý do', max: MANY, lines: 'many' }),
  lateReason: text({ label: 'Trở ngại khiến đơn nộp muộn', max: 1000, lines: 'many' }).optional(),
  /** The day on a paper complaint that an officer enters. */
  dated: day({ label: 'Ngày ghi trên đơn' }).optional(),
  file: file({ label: 'Đơn, giấy tờ kèm theo' }).optional(),
});

export const request = z.strictObject({
  id: uuid(),
  wish: choice(Object.keys(REVIEW_WISHES) as (keyof typeof REVIEW_WISHES)[], { label: 'Bộ đề nghị' }),
  number: text({ label: 'Số văn bản', max: 100 }),
  dated: day({ label: 'Ngày văn bản' }),
  reason: text({ label: 'Điều không đúng quy định', max: MANY, lines: 'many' }),
  file: file({ label: 'Văn bản đã ký' }).optional(),
});

export const accept = z.strictObject(byId.shape);
export const withdraw = z.strictObject(byId.shape);
export const decline = z.strictObject({
  ...byId.shape,
  reason: text({ label: 'Lý do không thụ lý', max: 2000, lines: 'many' }),
});

/** Withdrawing a recognition is an act of its own: it needs its decision. */
const ANSWERS = ['stands', 'redo'] as const satisfies readonly ReviewOutcome[];
export const answer = z.strictObject({
  ...byId.shape,
  outcome: choice(ANSWERS, { label: 'Kết quả xem xét' }),
  number: text({ label: 'Số văn bản trả lời', max: 100 }),
  dated: day({ label: 'Ngày văn bản' }),
  reason: text({ label: 'Lý do', max: MANY, lines: 'many' }),
  file: file({ label: 'Văn bản đã ký' }).optional(),
});

export const annul = z.strictObject({
  ...byId.shape,
  number: text({ label: 'Số quyết định thu hồi', max: 100 }),
  dated: day({ label: 'Ngày quyết định' }),
  signatory: text({ label: 'Người ký', max: 200 }),
  reason: text({ label: 'Vì sao quyết định công nhận không đúng quy định', max: MANY, lines: 'many' }),
  file: file({ label: 'Quyết định đã ký' }).optional(),
});

export const moved = z.object({ id: uuid(), state: z.string(), version: z.int() });
export type Moved = z.output<typeof moved>;

export const GROUPS = {
  open: { words: 'Đang chờ', states: ['filed', 'requested', 'accepted'] },
  done: { words: 'Đã xong', states: ['answered', 'declined', 'withdrawn'] },
} as const;
export type Group = keyof typeof GROUPS;

/** Filters of the offices' list, as they stand in its address. */
export const listQuery = z.object({
  group: z.enum(['open', 'done']).optional().catch(undefined),
  at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  after: uuid().optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
