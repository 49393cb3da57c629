/**
 * Written opinions on a re-evaluation: until when a member answers, who has answered, and when the ballot must turn into a
 * meeting. Source: Art. 7.6.d of Decision 26/2026/QĐ-TTg ("chỉ tổ chức họp trực tiếp khi có nhiều ý kiến đánh giá khác nhau
 * hoặc có nội dung phức tạp cần thảo luận"); terms and numbers are the council's regulation [?].
 */
import type { Day } from './answers.ts';
import { addDays, daysBetween } from './days.ts';

/** The council's regulation, as far as written opinions depend on it. */
export interface BallotRules {
  /** Days a member has to answer, counted from the day after the ballot was sent. */
  readonly ballotDays: number;
  /** From how many members that ask for a meeting on one product there must be one. */
  readonly ballotAsks: number;
  /** Whether opinions further apart than the limit must be discussed in a meeting. */
  readonly ballotSpread: 'meet' | 'settle';
  readonly spreadLimit: number;
}

/** The last day to answer a ballot sent on a day. */
export function answerBy(sentOn: Day, rules: Pick<BallotRules, 'ballotDays'>): Day {
  return addDays(sentOn, rules.ballotDays);
}

/** One sheet of a ballot: handed in, answered by asking for a meeting, or nothing yet. A sheet handed in outweighs the asking. */
export type BallotAnswer = 'in' | 'asks' | 'open';

export interface BallotStanding {
  /** answered: every sheet is in or asks for a meeting · partly · waiting: none of them · late: not answered, the day is over. */
  readonly kind: 'answered' | 'partly' | 'waiting' | 'late';
  /** Sheets still open. */
  readonly open: number;
  /** Days left to answer; negative when the last day is over. */
  readonly left: number;
}

/** Where a member's ballot stands on a day. A member without a sheet has nothing to answer. */
export function ballotStanding(answers: readonly BallotAnswer[], lastDay: Day, day: Day): BallotStanding {
  const open = answers.filter((one) => one === 'open').length;
  const left = daysBetween(day, lastDay);
  if (open === 0) return { kind: 'answered', open, left };
  if (left < 0) return { kind: 'late', open, left };
  return { kind: open < answers.length ? 'partly' : 'waiting', open, left };
}

/** What is known of one product of a ballot. */
export interface BallotProduct {
  readonly name: string;
  /** Members that ask for a meeting on it. */
  readonly askers: number;
  /** The widest difference between two members; null before the scores are opened. */
  readonly widest: number | null;
}

/** Why a product must be discussed in a meeting; null when written opinions suffice. */
export function causeToMeet({ name, askers, widest }: BallotProduct, rules: BallotRules): string | null {
  if (askers >= rules.ballotAsks)
    return `${name}: ${askers} thành viên đề nghị họp (quy chế: từ ${rules.ballotAsks} người)`;
  if (rules.ballotSpread === 'meet' && widest !== null && widest > rules.spreadLimit)
    return `${name}: ý kiến chênh nhau ${widest} điểm (giới hạn ${rules.spreadLimit} điểm)`;
  return null;
}
