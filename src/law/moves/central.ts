/** A five-star candidate's way: the province's package, the Ministry's own council, and back. Art. 6.3, 7.3.e, 7.4 of Decision 26/2026/QĐ-TTg. */
import { article26 } from '../answers.ts';
import type { MoveRow, StateWords } from './types.ts';

export const centralStates = {
  candidate: { name: 'Tiềm năng 5 sao', explain: 'Tỉnh đã phê duyệt kết quả, đang lập hồ sơ đề nghị Bộ đánh giá.' },
  sentToMinistry: { name: 'Đã gửi Bộ', explain: 'Chờ cơ quan OCOP của Bộ kiểm tra, tiếp nhận.' },
  central: { name: 'Bộ đã tiếp nhận', explain: 'Tổ tư vấn trung ương đánh giá, chờ xếp phiên họp Hội đồng.' },
  centralSession: {
    name: 'Ở Hội đồng cấp trung ương',
    explain: 'Đã vào phiên của Hội đồng cấp trung ương; điểm chưa công bố.',
  },
  centralConcluded: {
    name: 'Hội đồng trung ương đã chấm',
    explain: 'Chờ Bộ trưởng quyết định công nhận, hoặc Bộ thông báo kết quả cho tỉnh.',
  },
  centralReturned: {
    name: 'Bộ đã trả kết quả',
    explain: 'Chưa đạt 5 sao. Tỉnh công nhận 3 sao, 4 sao theo kết quả này hoặc tổ chức đánh giá lại.',
  },
} as const satisfies Record<string, StateWords>;

const PACKAGE = article26('Điều 6 khoản 3');
const INTAKE = article26('Điều 7 khoản 4 điểm a');
const COUNCIL = article26('Điều 7 khoản 4 điểm d');
const DECIDING = article26('Điều 7 khoản 4 điểm đ, e');
const TELLING = article26('Điều 7 khoản 4 điểm g');
/** Art. 7.6.g: 45 days for a re-evaluation, counted from the province's complete package too. */
const RE_EVALUATION_TERM = {
  days: 45,
  unit: 'days',
  basis: article26('Điều 7 khoản 6 điểm g'),
  only: 'reEvaluation',
} as const;

export const centralMoves = [
  {
    action: 'dossier.sendPackage',
    from: ['candidate'],
    to: 'sentToMinistry',
    next: 'ministry',
    verb: 'Tỉnh gửi hồ sơ đề nghị Bộ đánh giá 5 sao',
    basis: PACKAGE,
  },
  {
    action: 'dossier.askPackage',
    from: ['sentToMinistry'],
    to: 'candidate',
    next: 'province',
    verb: 'Bộ yêu cầu tỉnh hoàn thiện hồ sơ',
    basis: INTAKE,
  },
  {
    action: 'dossier.takeIn',
    from: ['sentToMinistry'],
    to: 'central',
    next: 'ministry',
    term: RE_EVALUATION_TERM,
    verb: 'Bộ tiếp nhận hồ sơ vào đợt',
    basis: INTAKE,
  },
  {
    action: 'dossier.reportCentralAdvice',
    from: ['central', 'centralSession'],
    to: 'same',
    next: 'same',
    verb: 'Ghi báo cáo của Tổ tư vấn trung ương',
    basis: article26('Điều 7 khoản 4 điểm c'),
  },
  {
    action: 'dossier.assignCentral',
    from: ['central'],
    to: 'centralSession',
    next: 'council',
    verb: 'Đưa vào phiên Hội đồng cấp trung ương',
    basis: COUNCIL,
  },
  {
    action: 'dossier.unassignCentral',
    from: ['centralSession'],
    to: 'central',
    next: 'ministry',
    verb: 'Đưa ra khỏi phiên Hội đồng cấp trung ương',
    basis: COUNCIL,
  },
  {
    action: 'dossier.concludeCentral',
    from: ['centralSession'],
    to: 'centralConcluded',
    next: 'ministry',
    verb: 'Hội đồng cấp trung ương kết luận',
    basis: COUNCIL,
  },
  {
    action: 'dossier.recogniseCentral',
    from: ['centralConcluded'],
    to: 'recognised',
    next: null,
    verb: 'Bộ trưởng công nhận 5 sao và cấp giấy chứng nhận',
    basis: DECIDING,
  },
  {
    action: 'dossier.returnResult',
    from: ['centralConcluded'],
    to: 'centralReturned',
    next: 'province',
    verb: 'Bộ thông báo kết quả chưa đạt 5 sao cho tỉnh',
    basis: TELLING,
  },
  {
    action: 'dossier.evaluateAgain',
    from: ['centralReturned'],
    to: 'inRound',
    next: 'province',
    verb: 'Tỉnh tổ chức đánh giá lại theo thẩm quyền',
    basis: TELLING,
  },
] as const satisfies readonly MoveRow[];
