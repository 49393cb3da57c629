/**
 * Looking at a result again: the producer's complaint and the Ministry's request (Art. 10.1.b). The Decision says nothing of
 * complaints [?]: terms and who answers follow the Law on Complaints 02/2011/QH13 and are settings.
 */
import { type Allowed, article26, type Basis, type Day, type Refused } from './answers.ts';
import { addDays, dayText } from './days.ts';
import { all, ask, said } from './moves/conditions.ts';

const COMPLAINTS = 'Luật Khiếu nại số 02/2011/QH13';
/** A place in the Law on Complaints. */
export const articleOfComplaints = (article: string): Basis => ({ act: COMPLAINTS, article });

/** Art. 10.1.b: the Ministry asks a province to evaluate again, or to withdraw a recognition. */
export const SUPERVISION = article26('Điều 10 khoản 1 điểm b');

/** Who asks that a result be looked at again. */
export const REVIEW_KINDS = {
  complaint: 'Khiếu nại của chủ thể',
  ministry: 'Đề nghị của Bộ',
} as const;
export type ReviewKind = keyof typeof REVIEW_KINDS;

/** What is asked for. */
export const REVIEW_WISHES = {
  redo: 'Đánh giá lại',
  annul: 'Thu hồi quyết định công nhận',
} as const;
export type ReviewWish = keyof typeof REVIEW_WISHES;

/** How it may end. */
export const REVIEW_OUTCOMES = {
  stands: 'Giữ nguyên kết quả',
  redo: 'Đánh giá lại',
  annul: 'Thu hồi quyết định công nhận',
} as const;
export type ReviewOutcome = keyof typeof REVIEW_OUTCOMES;

/** Dossiers whose result may be looked at again. */
const REVIEWABLE = ['recognised', 'notRecognised', 'excluded'] as const;
export const isReviewable = (state: string) => REVIEWABLE.some((one) => one === state);

/** The office that answers: the one that gave the result, or the one above it (setting [?]). */
export type ReviewOffice = 'province' | 'ministry';
export type ComplaintInstance = 'decider' | 'above';

/** Who answers a complaint about a result of a level. There is none above the Ministry. */
export function answeringOffice(level: 'province' | 'central', instance: ComplaintInstance): ReviewOffice {
  return level === 'central' || instance === 'above' ? 'ministry' : 'province';
}

export interface ComplaintFacts {
  readonly state: string;
  /** The day the result was told, or given where no notice is recorded. */
  readonly toldOn: Day;
  readonly filedOn: Day;
  /** Setting: days for complaining. */
  readonly days: number;
  readonly content: string;
  /** Why it comes late; empty when it does not. */
  readonly lateReason: string;
  /** Another one on the same result is not answered yet. */
  readonly pending: boolean;
}

/** The last day for a complaint about a result told on a day. */
export const complaintUntil = (toldOn: Day, days: number): Day => addDays(toldOn, days);

/** Whether a complaint may be taken in. Late ones need the reason that kept the producer from it; the office then decides. */
export function mayComplain(facts: Partial<ComplaintFacts>, day: Day): Allowed | Refused {
  const { toldOn = day, filedOn = '', days = 0 } = facts;
  const until = complaintUntil(toldOn, days);
  return all(
    ask(
      isReviewable(facts.state ?? ''),
      'noResult',
      'Hồ sơ này chưa có kết quả để khiếu nại.',
      articleOfComplaints('Điều 7'),
    ),
    ask(
      facts.pending === false,
      'pending',
      'Đã có một yêu cầu xem xét đang chờ trả lời.',
      articleOfComplaints('Điều 11'),
    ),
    ask(said(facts.content), 'content', 'Ghi điều không đồng ý và lý do.', articleOfComplaints('Điều 8')),
    ask(
      filedOn >= toldOn && filedOn <= day,
      'complaintDay',
      `Ngày đơn phải từ ngày có kết quả (${dayText(toldOn)}) đến hôm nay.`,
      articleOfComplaints('Điều 8'),
    ),
    ask(
      filedOn <= until || said(facts.lateReason),
      'complaintLate',
      `Thời hiệu khiếu nại đã hết ngày ${dayText(until)}. Ghi trở ngại khách quan khiến đơn nộp muộn.`,
      articleOfComplaints('Điều 9'),
    ),
  );
}
