/** Open questions of steering: what the law does not say of plans and acts. */
import type { Basis } from './answers.ts';

/** Days before the last day of a task on which its office is reminded. */
const TASK_REMINDER_DAYS: readonly number[] = [7, 1];

const HOUSE: Basis = { act: 'Quy chế làm việc của cơ quan', article: '' };

export const STEERING_SETTINGS = {
  actsEndWithPeriod: {
    type: 'flag',
    scope: 'system',
    label: 'Văn bản của một giai đoạn hết hiệu lực khi hết giai đoạn',
    explain: 'Kế hoạch, đề án của một giai đoạn thường không ghi ngày hết hiệu lực.',
    initial: true,
    basis: HOUSE,
  },
  taskReminderDays: {
    type: 'numbers',
    scope: 'system',
    label: 'Nhắc việc được giao trước hạn',
    explain: 'Cơ quan chưa báo cáo được nhắc vào những ngày này và một lần khi quá hạn.',
    initial: TASK_REMINDER_DAYS,
    min: 1,
    max: 60,
    most: 5,
    unit: 'ngày',
    basis: HOUSE,
  },
} as const;
