import { z } from 'zod';
import { choice, day, file, search, text, uuid } from '#platform/http/fields';

export const TASK_KINDS = {
  conclusion: 'Kết luận cuộc họp',
  dispatch: 'Công văn',
  plan: 'Kế hoạch, đề án',
  other: 'Văn bản khác',
} as const;
export type TaskKind = keyof typeof TASK_KINDS;

export const giveTask = z.strictObject({
  kind: choice(TASK_KINDS, { label: 'Giao bằng' }),
  act: text({ label: 'Văn bản giao', max: 400 }).optional(),
  item: text({ label: 'Mục, khoản', max: 100 }).optional(),
  unit: uuid({ label: 'Giao cho' }).optional(),
  owner: text({ label: 'Cơ quan khác', max: 300 }).optional(),
  words: text({ label: 'Nội dung việc', max: 3000, lines: 'many' }),
  dueOn: day({ label: 'Hạn' }).optional(),
  term: text({ label: 'Hạn bằng lời', max: 200 }).optional(),
});
export type TaskGivenInput = z.output<typeof giveTask>;

const said = {
  id: uuid(),
  words: text({ label: 'Nội dung', max: 3000, lines: 'many' }),
  file: file({ label: 'Giấy tờ kèm theo', takes: 'office' }).optional(),
};
export const noteTask = z.strictObject(said);
export const reportTask = z.strictObject(said);
export const byTask = z.strictObject({ id: uuid() });
/** Without a new last day the former one stays. */
export const giveBackTask = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Lý do giao lại', max: 500 }),
  dueOn: day({ label: 'Hạn mới' }).optional(),
});
export const cancelTask = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do hủy', max: 500 }) });
export const taskRow = z.object({ id: uuid(), version: z.int() });

/** What a list shows: nothing chosen is what is not settled yet. */
export const TASK_VIEWS = {
  late: 'Quá hạn',
  reported: 'Chờ xem kết quả',
  accepted: 'Đã xong',
  cancelled: 'Đã hủy',
  all: 'Tất cả',
} as const;
export type TaskView = keyof typeof TASK_VIEWS;

export const listQuery = z.object({
  q: search().catch(undefined),
  xem: choice(TASK_VIEWS).optional().catch(undefined),
  vanban: uuid().optional().catch(undefined),
  after: uuid().optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
