/** A council's meeting as it is held: beginning, end, what the council proposes for each product, and blind tasting. Art. 7.3.d of Decision 26/2026/QĐ-TTg. */
import { article26 } from '../answers.ts';
import { FLIGHT } from '../flight.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { MeetingFacts } from './meeting-facts.ts';
import type { MoveRow, StateWords } from './types.ts';

const MEETING = article26('Điều 7 khoản 3 điểm d');

export const meetingMoves = [
  {
    action: 'session.beginMeeting',
    from: ['preparing', 'scoring', 'closed', 'opened'],
    to: 'same',
    next: 'same',
    verb: 'Bắt đầu phiên họp',
    basis: MEETING,
  },
  {
    action: 'session.endMeeting',
    from: ['scoring', 'closed', 'opened'],
    to: 'same',
    next: 'same',
    verb: 'Kết thúc phiên họp',
    basis: MEETING,
  },
  {
    action: 'session.propose',
    from: ['opened'],
    to: 'same',
    next: 'same',
    verb: 'Ghi đề xuất của Hội đồng về sản phẩm',
    basis: MEETING,
  },
] as const satisfies readonly MoveRow[];

export const flightStates = {
  new: { name: 'Mới', explain: 'Lượt nếm chưa được lập.' },
  tasting: { name: 'Đang nếm', explain: 'Thành viên nếm theo mã, chưa ai biết mã nào là sản phẩm nào.' },
  ended: { name: 'Đã kết thúc', explain: 'Đã mở mã.', final: true },
} as const satisfies Record<string, StateWords>;

const FAIR = article26('Điều 4 khoản 2');

export const flightMoves = [
  { action: 'flight.make', from: ['new'], to: 'tasting', next: 'council', verb: 'Lập lượt nếm theo mã', basis: FAIR },
  {
    action: 'flight.readKey',
    from: ['tasting'],
    to: 'same',
    next: 'same',
    verb: 'Mở bảng mã cho người rót mẫu',
    basis: FAIR,
  },
  { action: 'flight.end', from: ['tasting'], to: 'ended', next: null, verb: 'Kết thúc lượt nếm, mở mã', basis: FAIR },
] as const satisfies readonly MoveRow[];

export const meetingNeeds: NeedsTable<keyof MeetingFacts> = {
  'session.beginMeeting': (facts) =>
    all(
      ask(facts.mode === 'meeting', 'mode', 'Phiên này lấy ý kiến bằng văn bản, không họp.', MEETING),
      ask(facts.begun === false, 'begun', 'Phiên họp đã bắt đầu.', MEETING),
      ask(said(facts.at), 'at', 'Ghi giờ bắt đầu.', MEETING),
    ),

  'session.endMeeting': (facts) =>
    all(
      ask(said(facts.began ?? ''), 'notBegun', 'Phiên họp chưa bắt đầu.', MEETING),
      ask(facts.ended === false, 'ended', 'Phiên họp đã kết thúc.', MEETING),
      ask(
        (facts.at ?? '') >= (facts.began ?? ''),
        'endBeforeBegin',
        `Giờ kết thúc không được trước giờ bắt đầu (${facts.began ?? ''}).`,
        MEETING,
      ),
    ),

  'session.propose': (facts) =>
    all(
      ask(said(facts.proposal), 'result', 'Mở điểm trước khi ghi đề xuất.', MEETING),
      ask(facts.openPairs === 0, 'spread', 'Chấm lại hoặc ghi lý do giữ kết quả trước khi ghi đề xuất.', MEETING),
    ),

  'flight.make': (facts) =>
    all(
      ask(facts.mode === 'meeting', 'mode', 'Phiên này lấy ý kiến bằng văn bản, không nếm chung.', MEETING),
      ask(
        facts.sessionState === 'scoring',
        'sessionState',
        'Lượt nếm lập khi phiên đang chấm, để ghi chú đứng cạnh phiếu.',
        MEETING,
      ),
      ask(
        (facts.products ?? 0) >= FLIGHT.least && (facts.products ?? 0) <= FLIGHT.most,
        'products',
        `Chọn từ ${FLIGHT.least} đến ${FLIGHT.most} sản phẩm cho một lượt nếm.`,
        FAIR,
      ),
    ),

  'flight.readKey': (facts) => all(ask(said(facts.pourer), 'pourer', 'Ghi tên người rót mẫu.', FAIR)),
};
