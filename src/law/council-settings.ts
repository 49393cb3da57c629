/**
 * Questions of the council's regulation that the law leaves open [?]: how written opinions go, who stands in for whom, how
 * the star is decided. Defaults; each council sets its own (Art. 7.3.b).
 */
import { article26 } from './answers.ts';

const COUNCIL = article26('Điều 7 khoản 3 điểm b (Quy chế hoạt động của Hội đồng)');
const WRITTEN = article26('Điều 7 khoản 6 điểm d');

/** Days before the last day to answer on which the daily reminders tell those who have not. */
const BALLOT_REMINDER_DAYS: readonly number[] = [2];

export const COUNCIL_SETTINGS = {
  anonymous: {
    type: 'choice',
    scope: 'council',
    label: 'Hồ sơ ẩn danh đến khi mở điểm',
    explain: 'Quyết định yêu cầu đánh giá khách quan, không nói có giấu tên chủ thể, sản phẩm với Hội đồng hay không.',
    initial: 'named',
    choices: [
      { value: 'named', label: 'Không ẩn danh' },
      { value: 'scorers', label: 'Ẩn với người chấm, kể cả Chủ tịch; thư ký thấy tên' },
      { value: 'council', label: 'Ẩn với cả Hội đồng, kể cả thư ký' },
    ],
    basis: COUNCIL,
  },
  starBy: {
    type: 'choice',
    scope: 'council',
    label: 'Cách quyết định hạng sao',
    explain:
      'Quyết định tính theo điểm trung bình; quy chế có thể để Hội đồng biểu quyết theo hạng của từng phiếu. Điểm trung bình luôn được ghi.',
    initial: 'mean',
    choices: [
      { value: 'mean', label: 'Theo điểm trung bình của các phiếu' },
      { value: 'vote', label: 'Theo hạng của quá nửa số phiếu' },
    ],
    basis: COUNCIL,
  },
  substitutes: {
    type: 'choice',
    scope: 'council',
    label: 'Người dự khuyết thay ai',
    explain: 'Quyết định nêu thành viên là đại diện các cơ quan, không nói về dự khuyết.',
    initial: 'department',
    choices: [
      { value: 'department', label: 'Chỉ thay thành viên cùng cơ quan' },
      { value: 'any', label: 'Cùng cơ quan trước, không có thì thay cơ quan khác' },
    ],
    basis: COUNCIL,
  },
  reEvaluationBy: {
    type: 'choice',
    scope: 'council',
    label: 'Đánh giá lại bằng',
    explain: 'Luật lấy ý kiến bằng văn bản, chỉ họp khi ý kiến khác nhau nhiều hoặc nội dung phức tạp.',
    initial: 'written',
    choices: [
      { value: 'written', label: 'Lấy ý kiến bằng văn bản; họp phải ghi lý do' },
      { value: 'meeting', label: 'Họp như lần đầu, lý do đã nêu trong quy chế' },
    ],
    basis: WRITTEN,
  },
  ballotDays: {
    type: 'number',
    scope: 'council',
    label: 'Thời hạn trả lời khi lấy ý kiến bằng văn bản',
    explain: 'Tính từ ngày gửi phiếu. Quyết định không ghi thời hạn.',
    initial: 7,
    min: 1,
    max: 60,
    unit: 'ngày',
    basis: WRITTEN,
  },
  ballotAsks: {
    type: 'number',
    scope: 'council',
    label: 'Số thành viên đề nghị thì phải họp',
    explain: 'Từ chừng này người đề nghị họp về một sản phẩm thì việc lấy ý kiến chuyển sang họp.',
    initial: 1,
    min: 1,
    max: 60,
    unit: 'người',
    basis: WRITTEN,
  },
  ballotSpread: {
    type: 'choice',
    scope: 'council',
    label: 'Khi ý kiến bằng văn bản chênh lệch quá mức',
    explain: '"Nhiều ý kiến đánh giá khác nhau" được hiểu là chênh lệch quá giới hạn của quy chế.',
    initial: 'meet',
    choices: [
      { value: 'meet', label: 'Phải chuyển sang họp' },
      { value: 'settle', label: 'Xử lý như chênh lệch khi họp' },
    ],
    basis: WRITTEN,
  },
  ballotReminderDays: {
    type: 'numbers',
    scope: 'system',
    label: 'Nhắc trước hạn trả lời ý kiến bằng văn bản',
    explain: 'Thành viên chưa trả lời được nhắc vào những ngày này trước hạn.',
    initial: BALLOT_REMINDER_DAYS,
    min: 1,
    max: 60,
    most: 5,
    unit: 'ngày',
    basis: WRITTEN,
  },
} as const;
