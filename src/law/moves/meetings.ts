/** A council's meeting as it is held: beginning, end, and what the council proposes for each product. Art. 7.3.d of Decision 26/2026/QĐ-TTg. */
import { article26 } from '../answers.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { MoveRow } from './types.ts';

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

/** Hours of the day are 'HH:MM'. */
export interface MeetingFacts {
  'session.beginMeeting': { readonly mode: 'meeting' | 'written'; readonly begun: boolean; readonly at: string };
  'session.endMeeting': { readonly began: string | null; readonly ended: boolean; readonly at: string };
  'session.propose': {
    readonly dossier: string;
    /** What the stored result leads to, in words. */
    readonly proposal: string;
    /** Pairs of sheets over the limit that are neither scored again nor kept with a reason. */
    readonly openPairs: number;
  };
}

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
};
