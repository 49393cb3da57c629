import { z } from 'zod';
import { choice, day, text, uuid } from '#platform/http/fields';
import { actGroups } from '#policy';

/** Why somebody is away. */
export const causes = {
  leave: 'Nghỉ phép',
  illness: 'Nghỉ ốm',
  mission: 'Đi công tác',
  study: 'Đi học',
  other: 'Lý do khác',
} as const;
export type Cause = keyof typeof causes;

export const recordDelegation = z.strictObject({
  /** Whose place, for the administrator; left out: one's own. */
  appointment: uuid().optional(),
  cause: choice(causes, { label: 'Lý do vắng' }),
  from: day({ label: 'Vắng từ ngày' }),
  to: day({ label: 'Đến hết ngày' }),
  /** The deputy's appointment; left out: nobody takes the place. */
  deputy: uuid().optional(),
  acts: z
    .array(choice(actGroups, { label: 'Việc được làm thay' }))
    .max(10)
    .default([]),
  number: text({ label: 'Số văn bản', max: 100 }),
  dated: day({ label: 'Ngày văn bản' }),
});
export type RecordDelegation = z.output<typeof recordDelegation>;
export const agreeDelegation = z.strictObject({ id: uuid() });
export const endDelegation = z.strictObject({
  id: uuid(),
  reason: text({ label: 'Lý do kết thúc sớm', max: 1000, lines: 'many' }),
});
export const delegationRow = z.object({ id: uuid(), state: z.string(), version: z.int() });
export type DelegationRow = z.output<typeof delegationRow>;
