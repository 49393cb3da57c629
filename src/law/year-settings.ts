/** Questions about the yearly figures of products that the law leaves open. */
import { LAST_DAYS, YEAR_BASIS } from './product-years.ts';

/** Days before the last day on which those who have not reported are reminded. */
const YEAR_REMINDER_DAYS: readonly number[] = [30, 7];

export const YEAR_SETTINGS = {
  yearLastDay: {
    type: 'choice',
    scope: 'system',
    label: 'Hạn chủ thể báo số liệu năm của sản phẩm',
    explain: 'Quyết định giao báo cáo hằng năm, không ghi ngày chủ thể phải báo.',
    initial: '01-31',
    choices: [
      { value: '12-15', label: LAST_DAYS['12-15'] },
      { value: '01-31', label: LAST_DAYS['01-31'] },
      { value: '02-28', label: LAST_DAYS['02-28'] },
      { value: '03-31', label: LAST_DAYS['03-31'] },
    ],
    basis: YEAR_BASIS,
  },
  yearReminderDays: {
    type: 'numbers',
    scope: 'system',
    label: 'Nhắc báo số liệu năm trước hạn',
    explain: 'Chủ thể chưa báo được nhắc vào những ngày này và một lần khi hết hạn.',
    initial: YEAR_REMINDER_DAYS,
    min: 1,
    max: 90,
    most: 5,
    unit: 'ngày',
    basis: YEAR_BASIS,
  },
  yearTwoHands: {
    type: 'flag',
    scope: 'system',
    label: 'Cán bộ nhập hộ số liệu năm không được tự nhận',
    explain: 'Bật khi xã có ít nhất hai cán bộ làm việc này.',
    initial: false,
    basis: YEAR_BASIS,
  },
} as const;
