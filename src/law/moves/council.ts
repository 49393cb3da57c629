/** Rounds, councils, sessions and score sheets. Art. 5 and 7.3 of Decision 26/2026/QĐ-TTg and the council's regulation. */
import { article26 } from '../answers.ts';
import type { MoveRow, StateWords } from './types.ts';

export const roundStates = {
  new: { name: 'Mới', explain: 'Đợt chưa được lập.' },
  planned: { name: 'Đã lên kế hoạch', explain: 'Nhận hồ sơ xã đề nghị trước hạn của đợt.', final: true },
} as const satisfies Record<string, StateWords>;

export const councilStates = {
  new: { name: 'Mới', explain: 'Hội đồng chưa thành lập.' },
  active: { name: 'Đang hoạt động', explain: 'Hội đồng chấm theo quy chế đã ban hành.' },
  dissolved: { name: 'Đã giải thể', explain: 'Hội đồng không còn hoạt động.', final: true },
} as const satisfies Record<string, StateWords>;

export const sessionStates = {
  new: { name: 'Mới', explain: 'Phiên chưa được lập.' },
  preparing: { name: 'Đang chuẩn bị', explain: 'Xếp hồ sơ, giấy mời và chương trình.' },
  scoring: { name: 'Đang chấm', explain: 'Thành viên chấm phiếu, chưa ai thấy điểm của nhau.' },
  closed: { name: 'Đã đóng phiếu', explain: 'Đã đủ phiếu, chờ mở điểm.' },
  opened: { name: 'Đã mở điểm', explain: 'Kết quả đã tính, Hội đồng xem chênh lệch.' },
  concluded: { name: 'Đã kết luận', explain: 'Biên bản đã chốt.', final: true },
  cancelled: { name: 'Đã hủy', explain: 'Phiên hủy trước khi chấm, hồ sơ trở lại đợt.', final: true },
} as const satisfies Record<string, StateWords>;

export const sheetStates = {
  new: { name: 'Mới', explain: 'Phiếu chưa giao.' },
  open: { name: 'Chưa nộp', explain: 'Thành viên đang chấm.' },
  submitted: { name: 'Đã nộp', explain: 'Phiếu đã khóa, bản nộp được giữ nguyên.', final: true },
} as const satisfies Record<string, StateWords>;

const ROUNDS = article26('Điều 5');
const SETTING_UP = article26('Điều 7 khoản 3 điểm b');
const MEETING = article26('Điều 7 khoản 3 điểm d');
const SHEET = article26('Phụ lục II');

export const roundMoves = [
  { action: 'round.plan', from: ['new'], to: 'planned', next: null, verb: 'Lập đợt đánh giá', basis: ROUNDS },
  { action: 'round.correct', from: ['planned'], to: 'same', next: 'same', verb: 'Sửa đợt đánh giá', basis: ROUNDS },
] as const satisfies readonly MoveRow[];

export const councilMoves = [
  {
    action: 'council.establish',
    from: ['new'],
    to: 'active',
    next: null,
    verb: 'Thành lập Hội đồng',
    basis: SETTING_UP,
  },
  {
    action: 'council.correct',
    from: ['active'],
    to: 'same',
    next: 'same',
    verb: 'Sửa thành phần, quy chế Hội đồng',
    basis: SETTING_UP,
  },
  {
    action: 'council.nameTeam',
    from: ['active'],
    to: 'same',
    next: 'same',
    verb: 'Ghi Tổ tư vấn của Hội đồng',
    basis: SETTING_UP,
  },
  {
    action: 'council.linkAdviser',
    from: ['active'],
    to: 'same',
    next: 'same',
    verb: 'Gắn tài khoản cho thành viên Tổ tư vấn',
    basis: SETTING_UP,
  },
  {
    action: 'council.unlinkAdviser',
    from: ['active'],
    to: 'same',
    next: 'same',
    verb: 'Thôi tài khoản của thành viên Tổ tư vấn',
    basis: SETTING_UP,
  },
  {
    action: 'council.dissolve',
    from: ['active'],
    to: 'dissolved',
    next: null,
    verb: 'Giải thể Hội đồng',
    basis: SETTING_UP,
  },
] as const satisfies readonly MoveRow[];

export const sessionMoves = [
  { action: 'session.plan', from: ['new'], to: 'preparing', next: 'province', verb: 'Lập phiên họp', basis: MEETING },
  { action: 'session.invite', from: ['preparing'], to: 'same', next: 'same', verb: 'Gửi giấy mời', basis: MEETING },
  {
    action: 'session.setAgenda',
    from: ['preparing'],
    to: 'same',
    next: 'same',
    verb: 'Ghi chương trình họp',
    basis: MEETING,
  },
  {
    action: 'session.recordAbsence',
    from: ['preparing', 'scoring'],
    to: 'same',
    next: 'same',
    verb: 'Ghi nhận vắng mặt',
    basis: MEETING,
  },
  {
    action: 'session.recordPresence',
    from: ['preparing', 'scoring'],
    to: 'same',
    next: 'same',
    verb: 'Ghi nhận có mặt',
    basis: MEETING,
  },
  {
    action: 'session.recuse',
    from: ['preparing', 'scoring'],
    to: 'same',
    next: 'same',
    verb: 'Ghi nhận không tham gia chấm',
    basis: article26('Điều 4 khoản 2'),
  },
  {
    action: 'session.keepConflict',
    from: ['preparing', 'scoring'],
    to: 'same',
    next: 'same',
    verb: 'Cho chấm dù có dấu hiệu xung đột lợi ích',
    basis: article26('Điều 4 khoản 2'),
  },
  {
    action: 'session.recordTie',
    from: ['preparing', 'scoring'],
    to: 'same',
    next: 'same',
    verb: 'Ghi đơn vị đã hỗ trợ, kiểm tra sản phẩm',
    basis: article26('Điều 4 khoản 2'),
  },
  {
    action: 'session.showPaper',
    from: ['preparing'],
    to: 'same',
    next: 'same',
    verb: 'Chọn cách cho Hội đồng xem giấy tờ khi ẩn danh',
    basis: article26('Điều 4 khoản 2'),
  },
  { action: 'session.cancel', from: ['preparing'], to: 'cancelled', next: null, verb: 'Hủy phiên họp', basis: MEETING },
  {
    action: 'session.start',
    from: ['preparing'],
    to: 'scoring',
    next: 'council',
    verb: 'Bắt đầu chấm',
    basis: MEETING,
  },
  { action: 'session.close', from: ['scoring'], to: 'closed', next: 'secretary', verb: 'Đóng phiếu', basis: MEETING },
  { action: 'session.open', from: ['closed'], to: 'opened', next: 'secretary', verb: 'Mở điểm', basis: MEETING },
  {
    action: 'session.rescore',
    from: ['opened'],
    to: 'scoring',
    next: 'council',
    verb: 'Chấm lại sản phẩm chênh lệch',
    basis: MEETING,
  },
  {
    action: 'session.acceptSpread',
    from: ['opened'],
    to: 'same',
    next: 'same',
    verb: 'Giữ kết quả dù chênh lệch',
    basis: MEETING,
  },
  {
    action: 'session.tellNotes',
    from: ['opened', 'concluded'],
    to: 'same',
    next: 'same',
    verb: 'Chọn nhận xét cho chủ thể xem',
    basis: article26('Điều 4 khoản 2'),
  },
  {
    action: 'session.conclude',
    from: ['opened'],
    to: 'concluded',
    next: 'province',
    verb: 'Chốt biên bản',
    basis: MEETING,
  },
] as const satisfies readonly MoveRow[];

export const sheetMoves = [
  { action: 'sheet.hand', from: ['new'], to: 'open', next: 'council', verb: 'Giao phiếu chấm', basis: SHEET },
  { action: 'sheet.submit', from: ['open'], to: 'submitted', next: 'secretary', verb: 'Nộp phiếu chấm', basis: SHEET },
  {
    action: 'sheet.enterPaper',
    from: ['open'],
    to: 'submitted',
    next: 'secretary',
    verb: 'Nhập phiếu từ bản giấy',
    basis: SHEET,
  },
  { action: 'sheet.reopen', from: ['submitted'], to: 'open', next: 'council', verb: 'Mở lại phiếu chấm', basis: SHEET },
] as const satisfies readonly MoveRow[];
