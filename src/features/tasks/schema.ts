import { z } from 'zod';
import { choice, day, file, integer, search, text, uuid } from '#platform/http/fields';

export const TASK_KINDS = {
  conclusion: 'Kết luận cuộc họp',
  dispatch: 'Công văn',
  plan: 'Kế hoạch, đề án',
  other: 'Văn bản khác',
} as const;
export type TaskKind = keyof typeof TASK_KINDS;

/** Every unit directly below the giver: all communes of a province, all provinces of the country. */
export const ALL_UNITS = 'all';
const whom = {
  unit: uuid({ label: 'Giao cho' }).optional(),
  ownerBody: uuid({ label: 'Ban, tổ' }).optional(),
  owner: text({ label: 'Cơ quan khác', max: 300 }).optional(),
};
const what = {
  words: text({ label: 'Nội dung việc', max: 3000, lines: 'many' }),
  item: text({ label: 'Mục, khoản', max: 100 }).optional(),
  dueOn: day({ label: 'Hạn' }).optional(),
  term: text({ label: 'Hạn bằng lời', max: 200 }).optional(),
};
const act = text({ label: 'Văn bản giao', max: 400 }).optional();
/** `giverBody`: the body of the office that gives it; `meeting`: the conclusions it stands in. */
export const giveTask = z.strictObject({
  kind: choice(TASK_KINDS, { label: 'Giao bằng' }),
  act,
  meeting: uuid({ label: 'Cuộc họp' }).optional(),
  giverBody: uuid({ label: 'Ban, tổ giao việc' }).optional(),
  ...whom,
  unit: z
    .union([z.literal(ALL_UNITS), uuid()])
    .optional()
    .meta({ label: 'Giao cho' }),
  ...what,
});
/** Everything not sent is emptied. */
export const correctTask = z.strictObject({
  id: uuid(),
  act,
  ...what,
  reason: text({ label: 'Lý do sửa', max: 500 }),
});
export type TaskGivenInput = z.output<typeof giveTask>;

const said = {
  id: uuid(),
  words: text({ label: 'Nội dung', max: 3000, lines: 'many' }),
  file: file({ label: 'Giấy tờ kèm theo', takes: 'office' }).optional(),
};
export const noteTask = z.strictObject({
  ...said,
  percent: integer({ label: 'Đã làm được (%)', max: 100 }).optional(),
});
export const reportTask = z.strictObject(said);
export const byTask = z.strictObject({ id: uuid() });
/** Without a new last day the former one stays. */
export const giveBackTask = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Lý do giao lại', max: 500 }),
  dueOn: day({ label: 'Hạn mới' }).optional(),
});
export const cancelTask = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do hủy', max: 500 }) });

const about = {
  title: text({ label: 'Cuộc họp', max: 300 }),
  heldOn: day({ label: 'Ngày họp' }),
  chairedBy: text({ label: 'Chủ trì (chức vụ)', max: 200 }).optional(),
  words: text({ label: 'Kết luận chung', max: 8000, lines: 'many' }).optional(),
  act: text({ label: 'Thông báo kết luận', max: 400 }).optional(),
  file: file({ label: 'Bản chụp hoặc tệp kết luận', takes: 'office' }).optional(),
};
const MOST_TASKS = 40;
/** A meeting with its conclusions, each a task. */
export const recordConclusion = z.strictObject({
  body: uuid({ label: 'Cuộc họp của' }).optional(),
  ...about,
  tasks: z
    .array(z.strictObject({ ...whom, ...what }))
    .max(MOST_TASKS)
    .default([])
    .meta({ label: 'Việc' }),
});
/** Everything not sent is emptied, but the file. */
export const correctConclusion = z.strictObject({
  id: uuid(),
  ...about,
  reason: text({ label: 'Lý do sửa', max: 500 }),
});
export const removeConclusion = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do bỏ', max: 500 }) });
export const conclusionRow = z.object({ id: uuid(), version: z.int(), tasks: z.int() });
export const meetingQuery = z.object({
  q: search().catch(undefined),
  trang: z.coerce.number().int().min(1).max(2000).optional().catch(undefined),
});

export const taskRow = z.object({ id: uuid(), version: z.int() });
/** `together`: what binds the tasks of one act to many units; the row is the first of them. */
export const givenRow = taskRow.extend({ together: uuid().nullable() });

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
  hop: uuid().optional().catch(undefined),
  ban: uuid().optional().catch(undefined),
  chung: uuid().optional().catch(undefined),
  after: uuid().optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
