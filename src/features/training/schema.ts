import { z } from 'zod';
import { TRAINING_KINDS } from '#law/training';
import { choice, day, integer, search, text, uuid } from '#platform/http/fields';

/** How the source says the number of persons. */
export const QUALIFIERS = { exact: 'Đúng', about: 'Khoảng', moreThan: 'Hơn' } as const;
export type Qualifier = keyof typeof QUALIFIERS;

const MOST_PEOPLE = 1_000_000;
const persons = (label: string, hint?: string) =>
  integer({ label, min: 0, max: MOST_PEOPLE, ...(hint === undefined ? {} : { hint }) });
const fields = {
  kind: choice(TRAINING_KINDS, { label: 'Hình thức' }),
  subject: text({ label: 'Nội dung', max: 400, lines: 'many' }),
  organiser: text({ label: 'Đơn vị tổ chức', max: 200 }),
  venue: text({ label: 'Địa điểm', max: 200 }).optional(),
  from: day({ label: 'Từ ngày' }),
  to: day({ label: 'Đến ngày' }),
  act: text({ label: 'Văn bản, kế hoạch', max: 400 }).optional(),
  qualifier: choice(QUALIFIERS, { label: 'Số người ghi là' }),
  people: persons('Số người tham gia'),
  turns: persons('Số lượt người').optional(),
  officers: persons('Trong đó cán bộ').optional(),
  producers: persons('Trong đó người của chủ thể').optional(),
  women: persons('Trong đó nữ').optional(),
  note: text({ label: 'Ghi chú', max: 1000, lines: 'many' }).optional(),
};
/** `unit`: left out for the officer's own office. `turns`: left out when everybody came once. */
export const recordTraining = z.strictObject({ unit: uuid({ label: 'Tính cho' }).optional(), ...fields });
export type TrainingGiven = z.output<typeof recordTraining>;
/** Everything not sent is emptied; where it counts stays. */
export const correctTraining = z.strictObject({
  id: uuid(),
  ...fields,
  reason: text({ label: 'Lý do sửa', max: 300 }),
});
const MOST_PRODUCERS = 200;
const producers = (label: string) => z.array(uuid()).max(MOST_PRODUCERS).default([]).meta({ label });
export const attendTraining = z.strictObject({
  id: uuid(),
  join: producers('Chủ thể đã dự'),
  leave: producers('Bỏ chủ thể ghi nhầm'),
});
export const withdrawTraining = z.strictObject({ id: uuid(), reason: text({ label: 'Lý do rút', max: 300 }) });
export const trainingRow = z.object({ id: uuid(), version: z.int() });

export const listQuery = z.object({
  q: search().catch(undefined),
  kind: choice(TRAINING_KINDS).optional().catch(undefined),
  nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(2000).optional().catch(undefined),
});
export type ListQuery = z.output<typeof listQuery>;
/** `tim`: name of a producer that may have taken part. */
export const oneQuery = z.object({ tim: search().catch(undefined) });
