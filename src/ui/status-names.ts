import type { IconName } from './icons.tsx';

/**
 * good: in order · wait: in work · soon: needs you · bad: a paper that fails · stop: final and stopping ·
 * past: over · none: neither · draft: not yet there.
 */
export type StatusFamily = 'good' | 'wait' | 'soon' | 'bad' | 'stop' | 'past' | 'none' | 'draft';

export interface StatusLook {
  readonly family: StatusFamily;
  readonly icon: IconName;
  readonly words: string;
  /** One short explanation, for lists of statuses and help. */
  readonly explain?: string;
}

const look = (family: StatusFamily, icon: IconName, words: string, explain?: string): StatusLook =>
  explain === undefined ? { family, icon, words } : { family, icon, words, explain };

/** Every status has one name and one look: process and state → look. */
export const STATUSES = {
  'dossier.draft': look('draft', 'pen', 'Bản nháp', 'Chủ thể đang soạn, chưa nộp'),
  'dossier.submitted': look('wait', 'send', 'Đã nộp', 'Chờ xã tiếp nhận'),
  'dossier.checking': look('wait', 'lens', 'Xã đang kiểm tra', 'Xã kiểm tra thành phần và lập báo cáo đánh giá'),
  'dossier.returned': look('soon', 'back', 'Trả lại để bổ sung', 'Chủ thể cần sửa rồi nộp lại'),
  'dossier.proposed': look('wait', 'send', 'Xã đã đề nghị', 'Chờ tỉnh xem xét'),
  'dossier.inRound': look('wait', 'flag', 'Đã vào đợt', 'Chờ xếp vào phiên chấm của Hội đồng'),
  'dossier.inSession': look('wait', 'scales', 'Ở Hội đồng', 'Đã vào phiên của Hội đồng, chưa công bố điểm'),
  'dossier.concluded': look('wait', 'gavel', 'Đã có kết quả chấm', 'Chờ quyết định công nhận'),
  'dossier.candidate': look('soon', 'flag', 'Tiềm năng 5 sao', 'Tỉnh lập hồ sơ đề nghị Bộ đánh giá'),
  'dossier.sentToMinistry': look('wait', 'send', 'Đã gửi Bộ', 'Chờ Bộ tiếp nhận'),
  'dossier.central': look('wait', 'flag', 'Bộ đã tiếp nhận', 'Chờ xếp vào phiên của Hội đồng cấp trung ương'),
  'dossier.centralSession': look('wait', 'scales', 'Ở Hội đồng cấp trung ương', 'Chưa công bố điểm'),
  'dossier.centralConcluded': look('wait', 'gavel', 'Hội đồng trung ương đã chấm', 'Chờ Bộ quyết định'),
  'dossier.centralReturned': look('soon', 'back', 'Bộ đã trả kết quả', 'Chờ tỉnh quyết định'),
  'dossier.recognised': look('good', 'seal', 'Đã công nhận', 'Đã có giấy chứng nhận'),
  'dossier.notRecognised': look('none', 'cross', 'Không đạt từ 3 sao', 'Chủ thể có thể đăng ký lại ở đợt sau'),
  'dossier.annulled': look('stop', 'bar', 'Đã thu hồi công nhận', 'Quyết định công nhận không đúng quy định'),
  'dossier.excluded': look('stop', 'bar', 'Bị loại', 'Hồ sơ bị loại theo quy định'),
  'dossier.withdrawn': look('past', 'back', 'Chủ thể đã rút'),
  'report.draft': look('draft', 'pen', 'Đang soạn'),
  'report.sent': look('wait', 'send', 'Đã gửi tỉnh'),
  'report.returned': look('soon', 'back', 'Tỉnh trả lại'),
  'report.accepted': look('good', 'check', 'Tỉnh đã tiếp nhận'),
  'report.correcting': look('draft', 'pen', 'Đang đính chính'),
  'report.provinceDraft': look('draft', 'pen', 'Tỉnh đang soạn'),
  'report.sentToMinistry': look('wait', 'send', 'Đã gửi Bộ'),
  'report.returnedByMinistry': look('soon', 'back', 'Bộ trả lại'),
  'report.acceptedByMinistry': look('good', 'check', 'Bộ đã tiếp nhận'),
  'report.provinceCorrecting': look('draft', 'pen', 'Tỉnh đang đính chính'),
  'report.discarded': look('past', 'cross', 'Đã bỏ'),
  'certificate.inForce': look('good', 'seal', 'Còn hiệu lực'),
  'certificate.expiring': look('soon', 'hourglass', 'Sắp hết hạn'),
  'certificate.expired': look('past', 'expired', 'Đã hết hạn'),
  'certificate.extended': look('wait', 'extend', 'Được gia hạn'),
  'certificate.revoked': look('stop', 'bar', 'Đã thu hồi'),
  'certificate.annulled': look('stop', 'bar', 'Đã hủy bỏ'),
  'certificate.superseded': look('past', 'swap', 'Đã được thay thế'),
  'certificate.undetermined': look('none', 'question', 'Chưa rõ hạn'),
  'certificate.unknown': look('none', 'question', 'Không tìm thấy'),
  'paper.missing': look('draft', 'plus', 'Chưa có'),
  'paper.uploading': look('wait', 'up', 'Đang tải'),
  'paper.scanning': look('wait', 'lock', 'Đang kiểm tra tệp'),
  'paper.present': look('good', 'check', 'Đã có'),
  'paper.fix': look('soon', 'pen', 'Cần sửa'),
  'paper.passed': look('good', 'check', 'Đạt'),
  'paper.failed': look('bad', 'cross', 'Không đạt'),
  'term.overdue': look('stop', 'warn', 'Quá hạn'),
  'term.soon': look('soon', 'clock', 'Sắp đến hạn'),
  'work.notStarted': look('draft', 'clock', 'Chưa bắt đầu'),
  'session.preparing': look('draft', 'pen', 'Đang chuẩn bị'),
  'session.scoring': look('wait', 'scales', 'Đang chấm'),
  'session.closed': look('wait', 'lock', 'Đã đóng, niêm phong'),
  'session.opened': look('wait', 'eye', 'Đã mở phiếu'),
  'session.concluded': look('good', 'check', 'Đã kết thúc'),
  'session.cancelled': look('past', 'cross', 'Đã hủy'),
  'sheet.new': look('draft', 'clock', 'Chưa bắt đầu'),
  'sheet.open': look('wait', 'pen', 'Đang chấm'),
  'sheet.submitted': look('good', 'lock', 'Đã nộp phiếu'),
  'flight.tasting': look('wait', 'lock', 'Đang nếm'),
  'flight.ended': look('good', 'check', 'Đã mở mã'),
  'decision.draft': look('draft', 'pen', 'Dự thảo'),
  'decision.proposed': look('wait', 'send', 'Đã trình'),
  'decision.issued': look('good', 'stamp', 'Đã ban hành'),
  'decision.cancelled': look('past', 'cross', 'Đã hủy dự thảo'),
  'account.invited': look('wait', 'mail', 'Đã mời'),
  'account.active': look('good', 'check', 'Đang dùng'),
  'account.disabled': look('past', 'bar', 'Đã khóa'),
  'review.filed': look('soon', 'flag', 'Đã nộp khiếu nại', 'Chờ cơ quan giải quyết thụ lý'),
  'review.requested': look('soon', 'flag', 'Bộ đã đề nghị', 'Chờ tỉnh xem xét, trả lời'),
  'review.accepted': look('wait', 'scales', 'Đã thụ lý', 'Cơ quan giải quyết đang xem xét'),
  'review.declined': look('past', 'cross', 'Không thụ lý'),
  'review.withdrawn': look('past', 'back', 'Đã rút khiếu nại'),
  'review.answered': look('good', 'check', 'Đã trả lời'),
  'misuse.received': look('soon', 'flag', 'Đã nhận', 'Chờ cơ quan quản lý kết luận'),
  'misuse.closed': look('good', 'check', 'Đã trả lời'),
  'council.active': look('good', 'check', 'Đang hoạt động'),
  'council.dissolved': look('past', 'bar', 'Đã giải thể'),
  'round.planned': look('wait', 'calendar', 'Đã lên kế hoạch'),
  'producer.active': look('good', 'check', 'Đang hoạt động'),
  'producer.joined': look('past', 'swap', 'Đã nhập vào chủ thể khác'),
  'product.joined': look('past', 'swap', 'Đã nhập vào sản phẩm khác'),
  'productYear.reported': look('wait', 'send', 'Chờ xã xem'),
  'productYear.returned': look('soon', 'back', 'Xã trả lại'),
  'productYear.accepted': look('good', 'check', 'Xã đã nhận'),
  'productYear.setAside': look('past', 'swap', 'Để riêng'),
  'productYear.missing': look('draft', 'plus', 'Chưa báo'),
  'task.given': look('draft', 'flag', 'Đã giao'),
  'task.underWay': look('wait', 'pen', 'Đang làm'),
  'task.reported': look('wait', 'send', 'Đã báo cáo'),
  'task.returned': look('soon', 'back', 'Giao lại'),
  'task.accepted': look('good', 'check', 'Đã xong'),
  'task.cancelled': look('past', 'cross', 'Đã hủy'),
  'idea.idea': look('draft', 'sun', 'Ý tưởng'),
  'idea.advised': look('wait', 'users', 'Đang hỗ trợ'),
  'idea.ready': look('soon', 'flag', 'Sẵn sàng'),
  'idea.dossier': look('good', 'paper', 'Đã lập hồ sơ'),
  'idea.dropped': look('past', 'cross', 'Đã dừng'),
  'product.active': look('good', 'check', 'Đang theo dõi'),
} as const satisfies Readonly<Record<string, StatusLook>>;

export type StatusName = keyof typeof STATUSES;
