/** What the decision leaves open about members of an advisory team who work with an account of their own. */
import { article26 } from './answers.ts';

/** Days before the last day of a member's part on which the member is reminded; 0 is the last day itself. */
const PART_REMINDER_DAYS: readonly number[] = [3, 1, 0];

export const ADVICE_SETTINGS = {
  membersAsk: {
    type: 'flag',
    scope: 'system',
    label: 'Thành viên Tổ tư vấn tự gửi đề nghị bổ sung cho chủ thể',
    explain: 'Tắt thì thành viên ghi vào phần thẩm tra, cơ quan của Tổ tư vấn gửi. Quyết định không nói ai gửi.',
    initial: true,
    basis: article26('Điều 7 khoản 3 điểm c'),
  },
  partReminderDays: {
    type: 'numbers',
    scope: 'system',
    label: 'Nhắc trước hạn nộp phần thẩm tra',
    explain:
      'Thành viên Tổ tư vấn được nhắc vào những ngày này trước hạn (0 là ngày cuối), và một lần khi đã quá hạn; quá hạn thì cơ quan của Tổ cũng được báo.',
    initial: PART_REMINDER_DAYS,
    min: 0,
    max: 60,
    most: 5,
    unit: 'ngày',
    basis: article26('Điều 7 khoản 3 điểm c'),
  },
} as const;
