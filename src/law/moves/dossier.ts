/** The life of a dossier, from the producer's draft to the result. Art. 6 and 7 of Decision 26/2026/QĐ-TTg. */
import { article26 } from '../answers.ts';
import { SUPERVISION } from '../review.ts';
import { adviceMoves } from './advice.ts';
import { centralMoves, centralStates } from './central.ts';
import type { MoveRow, StateWords } from './types.ts';

export const dossierStates = {
  new: { name: 'Mới', explain: 'Hồ sơ chưa được lập.' },
  draft: { name: 'Bản nháp', explain: 'Chủ thể đang soạn, cơ quan chưa thấy nội dung.' },
  submitted: { name: 'Đã nộp', explain: 'Chờ UBND cấp xã tiếp nhận.' },
  checking: { name: 'Xã đang kiểm tra', explain: 'UBND cấp xã kiểm tra thành phần và đánh giá bốn nội dung.' },
  returned: { name: 'Trả lại để bổ sung', explain: 'Chủ thể sửa những chỗ được nêu rồi nộp lại.' },
  proposed: { name: 'Xã đã đề nghị', explain: 'Chờ cơ quan OCOP cấp tỉnh đưa vào đợt đánh giá.' },
  inRound: { name: 'Đã vào đợt', explain: 'Tổ tư vấn đánh giá, chờ xếp phiên họp Hội đồng.' },
  inSession: { name: 'Ở Hội đồng', explain: 'Đã vào phiên của Hội đồng; điểm chưa công bố.' },
  concluded: { name: 'Đã có kết quả chấm', explain: 'Hội đồng đã chấm xong, chờ quyết định của cấp có thẩm quyền.' },
  ...centralStates,
  recognised: { name: 'Đã công nhận', explain: 'Đã có quyết định công nhận và giấy chứng nhận.', final: true },
  notRecognised: {
    name: 'Không đạt từ 3 sao',
    explain: 'Kết quả được ghi lại, không cấp giấy chứng nhận.',
    final: true,
  },
  annulled: {
    name: 'Đã thu hồi công nhận',
    explain: 'Quyết định công nhận không đúng quy định đã bị thu hồi.',
    final: true,
  },
  excluded: { name: 'Bị loại', explain: 'Hồ sơ bị loại theo căn cứ ghi kèm, không xét điểm.', final: true },
  withdrawn: { name: 'Chủ thể đã rút', explain: 'Chủ thể rút hồ sơ trước khi chấm điểm.', final: true },
} as const satisfies Record<string, StateWords>;

/** Art. 7.2: the commune checks, assesses and forwards within 15 working days of receipt. */
const COMMUNE_TERM = { days: 15, unit: 'workingDays', basis: article26('Điều 7 khoản 2') } as const;
/** Art. 7.6.g: a re-evaluation takes at most 45 days from the complete package. */
const RE_EVALUATION_TERM = {
  days: 45,
  unit: 'days',
  basis: article26('Điều 7 khoản 6 điểm g'),
  only: 'reEvaluation',
} as const;

const FILING = article26('Điều 7 khoản 1');
const AT_COMMUNE = article26('Điều 7 khoản 2');
const INTAKE = article26('Điều 7 khoản 3 điểm a');
const ADVICE = article26('Điều 7 khoản 3 điểm c');
const COUNCIL = article26('Điều 7 khoản 3 điểm d');
const DECIDING = article26('Điều 7 khoản 3 điểm đ, e');

export const dossierMoves = [
  { action: 'dossier.start', from: ['new'], to: 'draft', next: 'producer', verb: 'Lập hồ sơ', basis: FILING },
  {
    action: 'dossier.submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    next: 'commune',
    verb: 'Nộp hồ sơ cho xã',
    basis: FILING,
  },
  {
    action: 'dossier.receive',
    from: ['submitted'],
    to: 'checking',
    next: 'commune',
    term: COMMUNE_TERM,
    verb: 'Xã tiếp nhận hồ sơ',
    basis: AT_COMMUNE,
  },
  {
    action: 'dossier.checkPaper',
    from: ['checking'],
    to: 'same',
    next: 'same',
    verb: 'Xã kiểm tra giấy tờ',
    basis: AT_COMMUNE,
  },
  {
    action: 'dossier.assess',
    from: ['checking'],
    to: 'same',
    next: 'same',
    verb: 'Xã ghi đánh giá',
    basis: article26('Điều 7 khoản 2 điểm a'),
  },
  {
    action: 'dossier.giveCode',
    from: ['checking'],
    to: 'same',
    next: 'same',
    verb: 'Xã cấp mã số sản phẩm',
    basis: article26('Phụ lục II'),
  },
  {
    action: 'dossier.correctCode',
    from: ['checking', 'proposed', 'inRound', 'inSession', 'concluded'],
    to: 'same',
    next: 'same',
    verb: 'Sửa mã số sản phẩm',
    basis: article26('Phụ lục II'),
  },
  {
    action: 'dossier.return',
    from: ['checking'],
    to: 'returned',
    next: 'producer',
    verb: 'Xã trả lại để bổ sung',
    basis: AT_COMMUNE,
  },
  {
    action: 'dossier.propose',
    from: ['checking'],
    to: 'proposed',
    next: 'province',
    verb: 'Xã đề nghị tỉnh đánh giá',
    basis: article26('Điều 7 khoản 2 điểm b'),
  },
  {
    action: 'dossier.sendBack',
    from: ['proposed'],
    to: 'returned',
    next: 'producer',
    verb: 'Tỉnh yêu cầu hoàn thiện hồ sơ',
    basis: INTAKE,
  },
  {
    action: 'dossier.accept',
    from: ['proposed'],
    to: 'inRound',
    next: 'province',
    term: RE_EVALUATION_TERM,
    verb: 'Tỉnh đưa vào đợt đánh giá',
    basis: INTAKE,
  },
  {
    action: 'dossier.reportAdvice',
    from: ['inRound', 'inSession'],
    to: 'same',
    next: 'same',
    verb: 'Ghi báo cáo của Tổ tư vấn',
    basis: ADVICE,
  },
  {
    action: 'dossier.assign',
    from: ['inRound'],
    to: 'inSession',
    next: 'council',
    verb: 'Đưa vào phiên Hội đồng',
    basis: COUNCIL,
  },
  {
    action: 'dossier.unassign',
    from: ['inSession'],
    to: 'inRound',
    next: 'province',
    verb: 'Đưa ra khỏi phiên Hội đồng',
    basis: COUNCIL,
  },
  {
    action: 'dossier.conclude',
    from: ['inSession'],
    to: 'concluded',
    next: 'province',
    verb: 'Hội đồng kết luận',
    basis: COUNCIL,
  },
  {
    action: 'dossier.choosePath',
    from: ['concluded'],
    to: 'same',
    next: 'same',
    verb: 'Tỉnh chọn hướng xử lý',
    basis: article26('Điều 7 khoản 3 điểm e'),
  },
  {
    action: 'dossier.exclude',
    from: [
      'checking',
      'proposed',
      'inRound',
      'inSession',
      'concluded',
      'central',
      'centralSession',
      'centralConcluded',
      'centralReturned',
    ],
    to: 'excluded',
    next: null,
    verb: 'Loại hồ sơ',
    basis: article26('Phụ lục II'),
  },
  {
    action: 'dossier.recognise',
    from: ['concluded', 'centralReturned'],
    to: 'recognised',
    next: null,
    verb: 'Công nhận và cấp giấy chứng nhận',
    basis: DECIDING,
  },
  {
    action: 'dossier.nominate',
    from: ['concluded'],
    to: 'candidate',
    next: 'province',
    verb: 'Tỉnh phê duyệt kết quả, đề nghị 5 sao',
    basis: article26('Điều 7 khoản 3 điểm e'),
  },
  {
    action: 'dossier.closeUnrecognised',
    from: ['concluded', 'centralReturned'],
    to: 'notRecognised',
    next: null,
    verb: 'Ghi nhận kết quả dưới 3 sao',
    basis: article26('Điều 4 khoản 1 điểm a'),
  },
  {
    action: 'dossier.withdraw',
    from: ['draft', 'submitted', 'checking', 'returned', 'proposed', 'inRound'],
    to: 'withdrawn',
    next: null,
    verb: 'Chủ thể rút hồ sơ',
    basis: FILING,
  },
  {
    action: 'dossier.notify',
    from: ['recognised', 'candidate', 'sentToMinistry', 'notRecognised', 'excluded'],
    to: 'same',
    next: 'same',
    verb: 'Gửi thông báo kết quả',
    basis: article26('Điều 7 khoản 3 điểm g'),
  },
  {
    action: 'dossier.redo',
    from: ['recognised', 'notRecognised', 'excluded', 'annulled'],
    to: 'inRound',
    next: 'province',
    verb: 'Đánh giá lại sau khi xem xét kết quả',
    basis: SUPERVISION,
  },
  {
    action: 'dossier.reopen',
    from: ['excluded'],
    to: 'checking',
    next: 'commune',
    term: COMMUNE_TERM,
    verb: 'Xét lại hồ sơ đã bị loại',
    basis: SUPERVISION,
  },
  {
    action: 'dossier.redoCentral',
    from: ['recognised', 'excluded'],
    to: 'central',
    next: 'ministry',
    verb: 'Bộ đánh giá lại sau khi xem xét kết quả',
    basis: SUPERVISION,
  },
  {
    action: 'dossier.annul',
    from: ['recognised'],
    to: 'annulled',
    next: null,
    verb: 'Thu hồi quyết định công nhận',
    basis: SUPERVISION,
  },
  ...adviceMoves,
  ...centralMoves,
] as const satisfies readonly MoveRow[];
