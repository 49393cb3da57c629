import { type ConfirmedYear, workingDaysBetween } from '#law/calendar';
import { stateWords } from '#law/moves';
import { formatDay } from '#ui';
import type { WorkItem } from './queries.ts';

/** What the office does next with a thing in this state. */
export const ACTS: Readonly<Record<string, string>> = {
  'dossier.submitted': 'Tiếp nhận hồ sơ',
  'dossier.checking': 'Kiểm tra, đánh giá, đề nghị tỉnh',
  'dossier.proposed': 'Đưa vào đợt hoặc yêu cầu hoàn thiện',
  'dossier.inRound': 'Ghi báo cáo Tổ tư vấn, xếp phiên',
  'dossier.inSession': 'Hội đồng chấm',
  'dossier.concluded': 'Lập tờ trình, quyết định',
  'dossier.candidate': 'Gửi hồ sơ đề nghị Bộ đánh giá',
  'dossier.sentToMinistry': 'Kiểm tra, tiếp nhận hồ sơ',
  'dossier.central': 'Ghi báo cáo Tổ tư vấn, xếp phiên',
  'dossier.centralSession': 'Hội đồng chấm',
  'dossier.centralConcluded': 'Lập quyết định hoặc trả kết quả cho tỉnh',
  'dossier.centralReturned': 'Công nhận theo kết quả của Bộ hoặc đánh giá lại',
  'session.preparing': 'Xếp hồ sơ, bắt đầu chấm',
  'session.scoring': 'Chấm phiếu, đóng phiếu',
  'session.closed': 'Mở điểm',
  'session.opened': 'Xem chênh lệch, chốt biên bản',
  'session.concluded': 'Lập tờ trình, quyết định',
  'decision.draft': 'Ghi tờ trình',
  'decision.proposed': 'Ghi ban hành',
  'review.filed': 'Thụ lý hoặc trả lời không thụ lý khiếu nại',
  'review.requested': 'Xem xét đề nghị của Bộ, trả lời',
  'review.accepted': 'Giải quyết khiếu nại, trả lời',
  'misuse.received': 'Xem phản ánh dùng sai sao, trả lời',
  'report.sent': 'Xem báo cáo của xã, tiếp nhận hoặc trả lại',
  'report.returned': 'Sửa báo cáo, gửi lại tỉnh',
  'report.sentToMinistry': 'Xem báo cáo của tỉnh, tiếp nhận hoặc trả lại',
  'report.returnedByMinistry': 'Sửa báo cáo, gửi lại Bộ',
  'productYear.reported': 'Xem số liệu năm của sản phẩm',
  'task.given': 'Làm việc được giao, báo cáo',
  'task.underWay': 'Làm tiếp việc được giao, báo cáo',
  'task.returned': 'Làm lại việc bị giao lại, báo cáo',
  'task.reported': 'Xem báo cáo kết quả, nhận hoặc giao lại',
};

export function actOf(item: Pick<WorkItem, 'process' | 'state'>): string {
  return ACTS[`${item.process}.${item.state}`] ?? stateWords(item.process, item.state).name;
}

export function hrefOf(item: Pick<WorkItem, 'process' | 'id' | 'state'>): string {
  if (item.process === 'session')
    return item.state === 'concluded' ? `/quyet-dinh#cho-${item.id}` : `/phien/${item.id}`;
  if (item.process === 'misuse') return `/phan-anh/${item.id}`;
  if (item.process === 'productYear') return `/so-lieu-nam/${item.id}`;
  if (item.process === 'task') return `/viec-duoc-giao/${item.id}`;
  if (item.process === 'review') return `/xem-xet-lai/${item.id}`;
  if (item.process === 'report') return `/bao-cao/${item.id}`;
  if (item.process === 'decision') return `/quyet-dinh/${item.id}`;
  return item.state === 'checking' ? `/ho-so/${item.id}/doc` : `/ho-so/${item.id}`;
}

/** Working days before the end of a term from which it counts as near. */
export const NEAR_DAYS = 3;

/** The term in words: "Quá hạn 3 ngày làm việc", "Còn 5 ngày làm việc". */
export function termOf(dueOn: string | null, day: string, years: readonly ConfirmedYear[]) {
  if (dueOn === null) return undefined;
  if (day > dueOn) {
    const late = workingDaysBetween(dueOn, day, years);
    return { words: `Quá hạn ${late} ngày làm việc`, day: formatDay(dueOn), state: 'late' as const };
  }
  const left = workingDaysBetween(day, dueOn, years);
  const words = left === 0 ? 'Hạn hôm nay' : `Còn ${left} ngày làm việc`;
  return { words, day: formatDay(dueOn), ...(left <= NEAR_DAYS ? { state: 'near' as const } : {}) };
}
