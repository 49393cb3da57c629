/** What the reporting regime leaves to each office: the day of the cut-off, the days to send in and to answer, reminders (R15.3). */
import type { Basis } from './answers.ts';

const REGIME: Basis = { act: 'Nghị định số 09/2019/NĐ-CP', article: 'kỳ báo cáo theo quyết định của tỉnh' };

export const REPORT_SETTINGS = {
  reportCutoffDay: {
    type: 'number',
    scope: 'system',
    label: 'Ngày chốt số liệu báo cáo trong tháng',
    explain: 'Kỳ tháng từ ngày sau ngày này của tháng trước đến ngày này; quý, 6 tháng, 9 tháng, năm chốt cùng ngày.',
    initial: 14,
    min: 1,
    max: 28,
    unit: '',
    basis: REGIME,
  },
  reportSendDays: {
    type: 'number',
    scope: 'system',
    label: 'Thời hạn gửi báo cáo sau ngày chốt',
    explain: 'Mỗi tỉnh định trong quyết định về chế độ báo cáo.',
    initial: 5,
    min: 0,
    max: 60,
    unit: 'ngày',
    basis: REGIME,
  },
  reportAnswerDays: {
    type: 'number',
    scope: 'system',
    label: 'Thời hạn tiếp nhận hoặc sửa báo cáo',
    explain: 'Tính từ khi báo cáo được gửi lên hoặc trả lại; không có quy định chung.',
    initial: 5,
    min: 1,
    max: 60,
    unit: 'ngày làm việc',
    basis: REGIME,
  },
  reportReminderDays: {
    type: 'numbers',
    scope: 'system',
    label: 'Nhắc báo cáo chưa gửi trước hạn gửi',
    explain: 'Nhắc người lập vào những ngày này trước hạn gửi.',
    initial: [5, 1],
    min: 1,
    max: 60,
    most: 5,
    unit: 'ngày',
    basis: REGIME,
  },
} as const;
