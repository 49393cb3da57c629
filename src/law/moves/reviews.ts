/** A complaint about a result, or the Ministry's request to look at one again, and what becomes of it. Art. 10.1.b of Decision 26/2026/QĐ-TTg. */
import {
  articleOfComplaints,
  isReviewable,
  mayComplain,
  REVIEW_OUTCOMES,
  REVIEW_WISHES,
  SUPERVISION,
} from '../review.ts';
import { all, ask, paper, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { MoveRow, StateWords } from './types.ts';

export const reviewStates = {
  new: { name: 'Mới', explain: 'Chưa gửi.' },
  filed: { name: 'Đã nộp khiếu nại', explain: 'Chờ cơ quan giải quyết xem có thụ lý không.' },
  requested: { name: 'Bộ đã đề nghị', explain: 'Chờ tỉnh xem xét và trả lời Bộ.' },
  accepted: { name: 'Đã thụ lý', explain: 'Cơ quan giải quyết đang xem xét.' },
  declined: { name: 'Không thụ lý', explain: 'Không đủ điều kiện thụ lý, có ghi lý do.', final: true },
  withdrawn: { name: 'Đã rút khiếu nại', explain: 'Chủ thể rút khiếu nại.', final: true },
  answered: { name: 'Đã trả lời', explain: 'Đã có trả lời bằng văn bản.', final: true },
} as const satisfies Record<string, StateWords>;

export const reviewMoves = [
  {
    action: 'review.complain',
    from: ['new'],
    to: 'filed',
    next: 'province',
    verb: 'Chủ thể khiếu nại kết quả',
    basis: articleOfComplaints('Điều 8'),
  },
  {
    action: 'review.request',
    from: ['new'],
    to: 'requested',
    next: 'province',
    verb: 'Bộ đề nghị xem xét lại',
    basis: SUPERVISION,
  },
  {
    action: 'review.accept',
    from: ['filed'],
    to: 'accepted',
    next: 'province',
    verb: 'Thụ lý khiếu nại',
    basis: articleOfComplaints('Điều 27'),
  },
  {
    action: 'review.decline',
    from: ['filed'],
    to: 'declined',
    next: null,
    verb: 'Không thụ lý khiếu nại',
    basis: articleOfComplaints('Điều 11'),
  },
  {
    action: 'review.withdraw',
    from: ['filed', 'accepted'],
    to: 'withdrawn',
    next: null,
    verb: 'Chủ thể rút khiếu nại',
    basis: articleOfComplaints('Điều 10'),
  },
  {
    action: 'review.answer',
    from: ['accepted', 'requested'],
    to: 'answered',
    next: null,
    verb: 'Trả lời việc xem xét lại',
    basis: articleOfComplaints('Điều 31'),
  },
] as const satisfies readonly MoveRow[];

type Answering = 'review.accept' | 'review.decline' | 'review.answer';

/** Only the office the matter was given to settles it. */
const ownOffice = ({ office, instance }: { office?: string; instance?: string }) =>
  ask(
    office !== undefined && office === instance,
    'notInstance',
    instance === 'ministry'
      ? 'Việc này do Bộ Nông nghiệp và Môi trường giải quyết.'
      : 'Việc này do cơ quan OCOP cấp tỉnh giải quyết.',
    articleOfComplaints('Điều 17 đến Điều 23'),
  );

export const reviewNeeds: NeedsTable<'review.complain' | 'review.request' | Answering> = {
  'review.complain': (facts, day) => mayComplain(facts, day),

  'review.request': (facts, day) =>
    all(
      paper(facts, 'văn bản đề nghị', day, SUPERVISION),
      ask(said(facts.reason), 'reason', 'Ghi điều không đúng quy định mà Bộ phát hiện.', SUPERVISION),
      ask(Object.hasOwn(REVIEW_WISHES, facts.wish ?? ''), 'wish', 'Chọn điều Bộ đề nghị.', SUPERVISION),
      ask(isReviewable(facts.state ?? ''), 'noResult', 'Hồ sơ này chưa có kết quả để xem xét lại.', SUPERVISION),
      ask(
        facts.level === 'province',
        'ownResult',
        'Kết quả này do Bộ công nhận, không phải kết quả của tỉnh.',
        SUPERVISION,
      ),
      ask(
        facts.wish !== 'annul' || facts.state === 'recognised',
        'notRecognised',
        'Sản phẩm chưa được công nhận nên không có quyết định để thu hồi.',
        SUPERVISION,
      ),
      ask(facts.pending === false, 'pending', 'Đã có một yêu cầu xem xét đang chờ trả lời.', SUPERVISION),
    ),

  'review.accept': (facts) => all(ownOffice(facts)),

  'review.decline': (facts) =>
    all(ownOffice(facts), ask(said(facts.reason), 'reason', 'Ghi lý do không thụ lý.', articleOfComplaints('Điều 27'))),

  'review.answer': (facts, day) =>
    all(
      ownOffice(facts),
      ask(Object.hasOwn(REVIEW_OUTCOMES, facts.outcome ?? ''), 'outcome', 'Chọn kết quả xem xét.', SUPERVISION),
      paper(facts, 'văn bản trả lời', day, articleOfComplaints('Điều 31')),
      ask(said(facts.reason), 'reason', 'Ghi lý do của kết quả xem xét.', articleOfComplaints('Điều 31')),
    ),
};

type Redone = 'dossier.redo' | 'dossier.reopen' | 'dossier.redoCentral' | 'dossier.annul';

const ordered = (facts: { number?: string; dated?: string; reason?: string }, day: string) =>
  all(
    paper(facts, 'văn bản', day, SUPERVISION),
    ask(said(facts.reason), 'reason', 'Ghi lý do đánh giá lại.', SUPERVISION),
  );

/** A dossier goes back to where its evaluation went wrong; sheets and results of before stay as they are. */
export const redoNeeds: NeedsTable<Redone> = {
  'dossier.redo': (facts, day) =>
    all(
      ordered(facts, day),
      ask(facts.hadRound === true, 'noRound', 'Hồ sơ bị loại trước khi vào đợt: trả về xã kiểm tra lại.', SUPERVISION),
    ),
  'dossier.reopen': (facts, day) =>
    all(
      ordered(facts, day),
      ask(facts.hadRound === false, 'hadRound', 'Hồ sơ đã vào đợt: đưa lại vào đợt đánh giá.', SUPERVISION),
    ),
  'dossier.redoCentral': (facts, day) =>
    all(
      ordered(facts, day),
      ask(facts.level === 'central', 'notCentral', 'Kết quả này của tỉnh: đề nghị tỉnh đánh giá lại.', SUPERVISION),
    ),
  'dossier.annul': (facts, day) => all(paper(facts, 'quyết định thu hồi', day, SUPERVISION)),
};
