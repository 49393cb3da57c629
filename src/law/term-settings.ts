/** Terms of steps for which the law sets none: each office sets its own, in working days. */
import { article26 } from './answers.ts';

const term = (label: string, explain: string, initial: number, article: string) =>
  ({
    type: 'number',
    scope: 'system',
    label,
    explain,
    initial,
    min: 1,
    max: 120,
    unit: 'ngày làm việc',
    basis: article26(article),
  }) as const;

export const TERM_SETTINGS = {
  receiveDays: term(
    'Thời hạn xã tiếp nhận hồ sơ đã nộp',
    'Quyết định tính 15 ngày làm việc từ ngày tiếp nhận, không nói tiếp nhận trong bao lâu.',
    3,
    'Điều 7 khoản 2',
  ),
  completeDays: term(
    'Thời hạn chủ thể bổ sung hồ sơ bị trả lại',
    'Dùng khi người trả lại không ghi ngày; quá hạn vẫn nộp lại được.',
    15,
    'Điều 7 khoản 2',
  ),
  intakeDays: term(
    'Thời hạn tỉnh, Bộ kiểm tra hồ sơ được gửi lên',
    'Đưa vào đợt hoặc yêu cầu hoàn thiện; quyết định không ghi thời hạn.',
    5,
    'Điều 7 khoản 3 điểm a, khoản 4 điểm a',
  ),
  decideDays: term(
    'Thời hạn lập tờ trình, quyết định, hồ sơ gửi Bộ sau khi có kết quả',
    'Tính từ bước trước; quyết định không ghi thời hạn.',
    15,
    'Điều 7 khoản 3 điểm đ, e, khoản 4 điểm đ, e',
  ),
  redoDays: term(
    'Thời hạn đánh giá lại hồ sơ có kết quả được xem xét lại',
    'Sau khiếu nại, đề nghị của Bộ hoặc kết quả của Bộ dưới 5 sao; quyết định không ghi thời hạn.',
    30,
    'Điều 10 khoản 1 điểm b, Điều 7 khoản 4 điểm g',
  ),
  misuseDays: term('Thời hạn trả lời phản ánh dùng sai sao', 'Quyết định không ghi thời hạn.', 15, 'Điều 10'),
  yearCheckDays: term('Thời hạn xã xem số liệu năm của sản phẩm', 'Quyết định không ghi thời hạn.', 10, 'Điều 10'),
  yearMendDays: term('Thời hạn chủ thể sửa số liệu năm bị trả lại', 'Quá hạn vẫn báo lại được.', 10, 'Điều 10'),
  taskCheckDays: term('Thời hạn xem báo cáo kết quả việc đã giao', 'Quyết định không ghi thời hạn.', 5, 'Điều 10'),
} as const;
