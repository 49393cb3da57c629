import { z } from 'zod';
import { UNIT_TYPES, type UnitChangeKind, type UnitType } from '#law/unit-change';
import { choice, day, file, search, text, uuid } from '#platform/http/fields';

export const kindWords: Readonly<Record<UnitChangeKind, string>> = {
  merge: 'Nhập đơn vị',
  split: 'Chia đơn vị',
  alter: 'Đổi tên, loại, mã, tỉnh',
};
export const stateWords = {
  drafted: 'Bản soạn, chưa ghi',
  planned: 'Chờ ngày hiệu lực',
  effective: 'Đã có hiệu lực',
  cancelled: 'Đã bỏ',
} as const;
export type ChangeState = keyof typeof stateWords;

const types: readonly UnitType[] = [...UNIT_TYPES.commune, ...UNIT_TYPES.province];
const named = z.strictObject({
  type: choice(types, { label: 'Loại' }),
  name: text({ label: 'Tên, không kèm loại', max: 100 }),
  code: text({ label: 'Mã', max: 10 }),
});

/** What becomes of units, by which act, from which day. */
export const draftChange = z.strictObject({
  kind: choice(kindWords, { label: 'Kiểu thay đổi' }),
  units: z
    .array(uuid({ label: 'Đơn vị' }))
    .min(1)
    .max(20),
  /** The unit among them that goes on. */
  stays: uuid({ label: 'Đơn vị giữ lại' }).optional(),
  made: z.array(named).max(10).default([]),
  /** The province the result lies in; left out: the same as before. */
  parent: uuid({ label: 'Tỉnh' }).optional(),
  /** A province that parts: its communes that go to the new one. */
  communes: z
    .array(uuid({ label: 'Xã, phường' }))
    .max(1000)
    .optional()
    .meta({ label: 'Xã, phường về tỉnh mới' }),
  /** Provinces that merge: communes that get another code, old code first, one a line. */
  codes: text({ label: 'Mã mới của xã', max: 20_000, lines: 'many' }).optional(),
  number: text({ label: 'Số văn bản', max: 100, hint: 'Ví dụ: 1666/NQ-UBTVQH15' }),
  dated: day({ label: 'Ngày văn bản' }),
  effectiveOn: day({ label: 'Có hiệu lực từ ngày' }),
});
export type ChangePlan = z.output<typeof draftChange>;

export const changeAct = z.strictObject({ id: uuid() });
export const changeRow = z.object({ id: uuid(), state: z.string() });
export const listQuery = z.object({ q: search().catch(undefined) });
export const newQuery = z.object({
  kind: choice(kindWords).optional().catch(undefined),
  unit: uuid().optional().catch(undefined),
});

export const settlePlace = z.strictObject({ id: uuid(), commune: uuid({ label: 'Xã, phường, đặc khu' }) });
export const settleRow = z.object({ id: uuid(), version: z.int() });

/** A list of units to be compared with the register. */
export const takeList = z.strictObject({ file: file({ label: 'Tệp danh sách', takes: 'import' }) });
export const takenList = z.object({ id: uuid() });
/** Rows of a list that become drafts, by their number, all by one legal act. */
export const draftRows = z.strictObject({
  id: uuid(),
  rows: z
    .array(z.coerce.number().int().min(1).max(1_000_000))
    .min(1, 'Chọn ít nhất một dòng.')
    .max(200, 'Mỗi lần soạn không quá 200 dòng.')
    .meta({ label: 'Dòng' }),
  number: draftChange.shape.number,
  dated: draftChange.shape.dated,
  effectiveOn: draftChange.shape.effectiveOn,
});
export const draftedRows = z.object({ id: uuid(), drafted: z.int(), there: z.int() });
