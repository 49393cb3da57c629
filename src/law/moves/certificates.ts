/** Decisions and recognitions (with their certificates). Art. 4, 7.3, 8, 10.1.b and 12 of Decision 26/2026/QĐ-TTg. */
import { article26 } from '../answers.ts';
import { TAKEN_BACK } from './list-imports.ts';
import type { MoveRow, StateWords } from './types.ts';

export const decisionStates = {
  new: { name: 'Mới', explain: 'Chưa dự thảo.' },
  draft: { name: 'Dự thảo', explain: 'Đang soạn quyết định và danh sách kèm theo.' },
  proposed: { name: 'Đã trình', explain: 'Đã có tờ trình, chờ ký ban hành.' },
  issued: { name: 'Đã ban hành', explain: 'Quyết định đã có số, ngày và người ký.', final: true },
  cancelled: { name: 'Đã hủy dự thảo', explain: 'Dự thảo không được ban hành.', final: true },
} as const satisfies Record<string, StateWords>;

export const recognitionStates = {
  new: { name: 'Mới', explain: 'Chưa công nhận.' },
  inForce: { name: 'Đã cấp', explain: 'Đã công nhận; còn hạn hay hết hạn tính theo ngày xem.', final: true },
  superseded: { name: 'Đã thay bằng giấy mới', explain: 'Lần công nhận sau thay lần này.', final: true },
  revoked: { name: 'Đã thu hồi', explain: 'Giấy chứng nhận bị thu hồi, không được dùng sao OCOP.', final: true },
  annulled: {
    name: 'Đã thu hồi quyết định công nhận',
    explain: 'Quyết định công nhận không đúng quy định, không còn giá trị.',
    final: true,
  },
  takenBack: TAKEN_BACK,
} as const satisfies Record<string, StateWords>;

const DECIDING = article26('Điều 7 khoản 3 điểm đ, e');
const RECOGNISING = article26('Điều 4');
const REVOKING = article26('Điều 8');

export const decisionMoves = [
  {
    action: 'decision.draft',
    from: ['new'],
    to: 'draft',
    next: 'province',
    verb: 'Dự thảo quyết định',
    basis: DECIDING,
  },
  {
    action: 'decision.propose',
    from: ['draft'],
    to: 'proposed',
    next: 'province',
    verb: 'Trình ký quyết định',
    basis: DECIDING,
  },
  {
    action: 'decision.issue',
    from: ['proposed'],
    to: 'issued',
    next: null,
    verb: 'Ban hành quyết định',
    basis: DECIDING,
  },
  {
    action: 'decision.cancel',
    from: ['draft', 'proposed'],
    to: 'cancelled',
    next: null,
    verb: 'Hủy dự thảo quyết định',
    basis: DECIDING,
  },
] as const satisfies readonly MoveRow[];

export const recognitionMoves = [
  {
    action: 'recognition.issue',
    from: ['new'],
    to: 'inForce',
    next: null,
    verb: 'Cấp giấy chứng nhận',
    basis: RECOGNISING,
  },
  {
    action: 'recognition.import',
    from: ['new'],
    to: 'inForce',
    next: null,
    verb: 'Ghi từ danh sách đã công bố',
    basis: article26('Điều 12 khoản 1'),
  },
  {
    action: 'recognition.importRevoked',
    from: ['new'],
    to: 'revoked',
    next: null,
    verb: 'Ghi từ danh sách đã thu hồi',
    basis: REVOKING,
  },
  {
    action: 'recognition.recordPast',
    from: ['new'],
    to: 'inForce',
    next: null,
    verb: 'Ghi lại lần công nhận cũ',
    basis: article26('Điều 12 khoản 1'),
  },
  {
    action: 'recognition.completeByList',
    from: ['inForce', 'superseded', 'revoked', 'annulled'],
    to: 'same',
    next: 'same',
    verb: 'Bổ sung theo danh sách đã công bố',
    basis: article26('Điều 12 khoản 1'),
  },
  {
    action: 'recognition.endByList',
    from: ['inForce'],
    to: 'revoked',
    next: null,
    verb: 'Ghi thu hồi theo danh sách đã công bố',
    basis: REVOKING,
  },
  {
    action: 'recognition.takeBack',
    from: ['inForce', 'superseded', 'revoked'],
    to: 'takenBack',
    next: null,
    verb: 'Rút do hoàn tác danh sách',
    basis: article26('Điều 12 khoản 1'),
  },
  {
    action: 'recognition.restore',
    from: ['superseded', 'revoked'],
    to: 'inForce',
    next: null,
    verb: 'Trở lại như trước do hoàn tác danh sách',
    basis: article26('Điều 12 khoản 1'),
  },
  {
    action: 'recognition.giveWay',
    from: ['inForce'],
    to: 'superseded',
    next: null,
    verb: 'Nhường lần công nhận khác của cùng sản phẩm khi nhập hai hồ sơ',
    basis: article26('Điều 7 khoản 5, 6'),
  },
  {
    action: 'recognition.standAgain',
    from: ['superseded'],
    to: 'inForce',
    next: null,
    verb: 'Trở lại như trước khi tách hai hồ sơ sản phẩm',
    basis: article26('Điều 12 khoản 1'),
  },
  {
    action: 'recognition.supersede',
    from: ['inForce'],
    to: 'superseded',
    next: null,
    verb: 'Thay bằng giấy chứng nhận mới',
    basis: article26('Điều 7 khoản 5, 6'),
  },
  {
    action: 'recognition.revoke',
    from: ['inForce'],
    to: 'revoked',
    next: null,
    verb: 'Thu hồi giấy chứng nhận',
    basis: REVOKING,
  },
  {
    action: 'recognition.annul',
    from: ['inForce'],
    to: 'annulled',
    next: null,
    verb: 'Thu hồi quyết định công nhận',
    basis: article26('Điều 10 khoản 1 điểm b'),
  },
  {
    action: 'recognition.resume',
    from: ['superseded'],
    to: 'inForce',
    next: null,
    verb: 'Trở lại vì lần công nhận sau bị thu hồi',
    basis: article26('Điều 10 khoản 1 điểm b'),
  },
  {
    action: 'recognition.extend',
    from: ['inForce'],
    to: 'same',
    next: 'same',
    verb: 'Kéo dài hiệu lực giấy chứng nhận',
    basis: article26('Điều 12 khoản 3'),
  },
  {
    action: 'recognition.endExtension',
    from: ['inForce', 'superseded', 'revoked', 'annulled'],
    to: 'same',
    next: 'same',
    verb: 'Kết thúc kéo dài hiệu lực',
    basis: article26('Điều 12 khoản 3'),
  },
  {
    action: 'recognition.noteExtension',
    from: ['inForce'],
    to: 'same',
    next: 'same',
    verb: 'Ghi thông báo kéo dài hiệu lực',
    basis: article26('Điều 12 khoản 3'),
  },
] as const satisfies readonly MoveRow[];
