/** Written opinions of a council on re-evaluations: asked, reminded, turned into a meeting. Art. 7.6.d of Decision 26/2026/QĐ-TTg. */
import { article26 } from '../answers.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { MoveRow } from './types.ts';

const WRITTEN = article26('Điều 7 khoản 6 điểm d');

export const ballotSessionMoves = [
  {
    action: 'session.remind',
    from: ['scoring'],
    to: 'same',
    next: 'same',
    verb: 'Nhắc trả lời ý kiến bằng văn bản',
    basis: WRITTEN,
  },
  {
    action: 'session.meetInstead',
    from: ['scoring', 'opened'],
    to: 'scoring',
    next: 'council',
    verb: 'Chuyển lấy ý kiến bằng văn bản sang họp',
    basis: WRITTEN,
  },
] as const satisfies readonly MoveRow[];

export const ballotSheetMoves = [
  { action: 'sheet.askMeeting', from: ['open'], to: 'same', next: 'same', verb: 'Đề nghị họp', basis: WRITTEN },
] as const satisfies readonly MoveRow[];

const byBallot = (mode: string | undefined) =>
  ask(mode === 'written', 'mode', 'Phiên này họp, không lấy ý kiến bằng văn bản.', WRITTEN);

export const ballotNeeds: NeedsTable<'session.remind' | 'session.meetInstead' | 'sheet.askMeeting'> = {
  'session.remind': (facts) =>
    all(
      byBallot(facts.mode),
      ask((facts.waiting ?? []).length > 0, 'waiting', 'Mọi thành viên đã trả lời hoặc đã được nhắc hôm nay.', WRITTEN),
    ),

  'session.meetInstead': (facts) =>
    all(
      byBallot(facts.mode),
      ask((facts.products ?? []).length > 0, 'products', 'Chọn sản phẩm cần họp để thảo luận.', WRITTEN),
      ask(
        (facts.causes ?? []).length > 0 || said(facts.reason),
        'reason',
        'Ghi nội dung phức tạp cần thảo luận ở cuộc họp.',
        WRITTEN,
      ),
    ),

  'sheet.askMeeting': (facts) =>
    all(
      byBallot(facts.mode),
      ask(facts.sessionState === 'scoring', 'sessionState', 'Việc lấy ý kiến đã kết thúc. Liên hệ thư ký.', WRITTEN),
      ask(facts.absent === false, 'absent', 'Thư ký đã ghi bạn không tham gia. Liên hệ thư ký Hội đồng.', WRITTEN),
      ask(said(facts.reason), 'reason', 'Ghi lý do cần họp.', WRITTEN),
    ),
};
