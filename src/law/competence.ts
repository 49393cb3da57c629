/**
 * Which authority is entitled to what, by star and by date: a table, not code (R12.9). What an account may press is
 * another question and another table (policy.ts).
 */
import { ALLOWED, type Allowed, type Answer, type Basis, type Day, type Refused, refuse } from './answers.ts';
import { dayText } from './days.ts';
import type { Star } from './rulebooks/types.ts';

export type Level = 'commune' | 'district' | 'province' | 'central';
export type CompetenceOver = 'receive' | 'recognise' | 'approveResult' | 'revoke' | 'annul';

export interface Competence {
  readonly over: CompetenceOver;
  readonly stars: readonly Star[];
  readonly level: Level;
  readonly from: Day;
  /** The last day, inclusive; null while it lasts. */
  readonly to: Day | null;
  readonly basis: Basis;
  /** The day rests on a reading, not on a sentence of the act [?]. */
  readonly open?: true;
}

const ACT_1048 = 'Quyết định số 1048/QĐ-TTg';
const ACT_148 = 'Quyết định số 148/QĐ-TTg';
const ACT_1489 = 'Quyết định số 1489/QĐ-TTg';
const ACT_26 = 'Quyết định số 26/2026/QĐ-TTg';

const OLD = { from: '2019-08-21', to: '2023-02-23' } as const;
const DISTRICTS = { from: '2023-02-24', to: '2025-06-30' } as const;
const TWO_LEVELS = { from: '2025-07-01', to: '2026-05-21' } as const;
const NOW = { from: '2026-05-22', to: null } as const;

const every: readonly Star[] = [1, 2, 3, 4, 5];

export const COMPETENCES: readonly Competence[] = [
  { over: 'receive', stars: every, level: 'district', ...DISTRICTS, basis: { act: ACT_148, article: 'Phụ lục II' } },
  {
    over: 'receive',
    stars: every,
    level: 'commune',
    ...TWO_LEVELS,
    basis: { act: ACT_1489, article: 'Phụ lục II khoản 1' },
    open: true,
  },
  { over: 'receive', stars: every, level: 'commune', ...NOW, basis: { act: ACT_26, article: 'Điều 7 khoản 2' } },
  { over: 'recognise', stars: [3, 4], level: 'province', ...OLD, basis: { act: ACT_1048, article: '' } },
  { over: 'recognise', stars: [5], level: 'central', ...OLD, basis: { act: ACT_1048, article: '' } },
  {
    over: 'recognise',
    stars: [3],
    level: 'district',
    ...DISTRICTS,
    basis: { act: ACT_148, article: 'Phụ lục II khoản 1' },
  },
  {
    over: 'recognise',
    stars: [4],
    level: 'province',
    ...DISTRICTS,
    basis: { act: ACT_148, article: 'Phụ lục II khoản 1' },
  },
  {
    over: 'recognise',
    stars: [5],
    level: 'central',
    ...DISTRICTS,
    basis: { act: ACT_148, article: 'Phụ lục II khoản 1' },
  },
  {
    over: 'recognise',
    stars: [3, 4],
    level: 'province',
    ...TWO_LEVELS,
    basis: { act: ACT_1489, article: 'Điều 1' },
    open: true,
  },
  { over: 'recognise', stars: [5], level: 'central', ...TWO_LEVELS, basis: { act: ACT_1489, article: 'Điều 1' } },
  {
    over: 'recognise',
    stars: [3, 4],
    level: 'province',
    ...NOW,
    basis: { act: ACT_26, article: 'Điều 4 khoản 1 điểm a' },
  },
  { over: 'recognise', stars: [5], level: 'central', ...NOW, basis: { act: ACT_26, article: 'Điều 4 khoản 1 điểm b' } },
  {
    over: 'approveResult',
    stars: [5],
    level: 'province',
    ...NOW,
    basis: { act: ACT_26, article: 'Điều 7 khoản 3 điểm e' },
  },
  {
    over: 'revoke',
    stars: [3, 4],
    level: 'province',
    ...NOW,
    basis: { act: ACT_26, article: 'Điều 8 khoản 2 điểm a' },
  },
  { over: 'revoke', stars: [5], level: 'central', ...NOW, basis: { act: ACT_26, article: 'Điều 8 khoản 2 điểm b' } },
  {
    over: 'annul',
    stars: [3, 4],
    level: 'province',
    ...NOW,
    basis: { act: ACT_26, article: 'Điều 10 khoản 1 điểm b' },
  },
];

/** What each authority is called on a screen, with who signs. */
export const LEVEL_WORDS: Readonly<Record<Level, { readonly name: string; readonly signatory: string }>> = {
  commune: { name: 'UBND cấp xã', signatory: 'Chủ tịch UBND cấp xã' },
  district: { name: 'UBND cấp huyện (đến 30/6/2025)', signatory: 'Chủ tịch UBND cấp huyện' },
  province: { name: 'UBND cấp tỉnh', signatory: 'Chủ tịch UBND cấp tỉnh' },
  central: { name: 'Bộ Nông nghiệp và Môi trường', signatory: 'Bộ trưởng Bộ Nông nghiệp và Môi trường' },
};

export const OVER_WORDS: Readonly<Record<CompetenceOver, string>> = {
  receive: 'tiếp nhận hồ sơ',
  recognise: 'công nhận',
  approveResult: 'phê duyệt kết quả đề nghị Bộ đánh giá',
  revoke: 'thu hồi giấy chứng nhận',
  annul: 'thu hồi quyết định công nhận',
};

function onDay(over: CompetenceOver, star: number, day: Day): Competence | undefined {
  return COMPETENCES.find(
    (one) =>
      one.over === over && one.stars.some((is) => is === star) && one.from <= day && (one.to === null || day <= one.to),
  );
}

/** The level entitled on a day; refused where no act gives anyone that power (no recognition of 1 or 2 stars: Art. 4.1.a). */
export function whoDecides(over: CompetenceOver, star: number, day: Day): Answer<Level> | Refused {
  const found = onDay(over, star, day);
  if (found) {
    const given: Answer<Level> = { ok: true, value: found.level, basis: found.basis };
    return found.open ? { ...given, open: true } : given;
  }
  const basis = { act: ACT_26, article: over === 'recognise' ? 'Điều 4 khoản 1' : 'Điều 8 khoản 2' };
  return refuse(
    'nobodyCompetent',
    `Ngày ${dayText(day)} không cơ quan nào được ${OVER_WORDS[over]} ${star} sao.`,
    basis,
  );
}

/** Whether an authority of a level is entitled on a day; the refusal names who is. */
export function mayDecide(over: CompetenceOver, level: Level, star: number, day: Day): Allowed | Refused {
  const answer = whoDecides(over, star, day);
  if (!answer.ok) return answer;
  if (answer.value === level) return ALLOWED;
  const who = LEVEL_WORDS[answer.value].signatory;
  return refuse(
    'notCompetent',
    `Chuyển ${who}: ngày ${dayText(day)} chỉ ${who} được ${OVER_WORDS[over]} ${star} sao.`,
    answer.basis,
  );
}

/** The day the present decision begins: what was recognised before is entered from its papers (Art. 12.1). */
const PRESENT_FROM = NOW.from;

export interface PastRecognitionFacts {
  readonly star: number;
  readonly level: Level;
  /** The day of the decision that recognised it. */
  readonly decidedOn: Day;
  /** The deciding unit existed on that day. */
  readonly unitThere: boolean;
  /** The same product has a recognition of the same decision already. */
  readonly known: boolean;
  /** Star of the band the points reach under the rulebook of that day; null where no points are known. */
  readonly bandStar: Star | null;
  /** The totals of the members give the points that are entered; true where either is unknown. */
  readonly totalsFit: boolean;
}

/** Whether a recognition of former years may be entered as it was: by the authority that was entitled on its day (R8.5, R12.9). */
export function mayEnterPast(facts: Partial<PastRecognitionFacts>): Allowed | Refused {
  const basis = { act: ACT_26, article: 'Điều 12 khoản 1' };
  const { star = 0, level, decidedOn, unitThere, known } = facts;
  if (decidedOn === undefined || level === undefined) return refuse('pastDay', 'Ghi ngày và cơ quan công nhận.', basis);
  if (decidedOn >= PRESENT_FROM)
    return refuse(
      'notPast',
      `Từ ngày ${dayText(PRESENT_FROM)} ban hành quyết định trên hệ thống, không ghi lại.`,
      basis,
    );
  const entitled = mayDecide('recognise', level, star, decidedOn);
  if (!entitled.ok) return entitled;
  if (unitThere !== true) return refuse('unitNotThere', `Chọn đơn vị có vào ngày ${dayText(decidedOn)}.`, basis);
  if (known !== false) return refuse('pastKnown', 'Lần công nhận theo quyết định này đã có trong sổ.', basis);
  if (facts.totalsFit !== true)
    return refuse('pastTotals', 'Trung bình điểm các thành viên khác điểm trung bình đã ghi. Xem lại phiếu.', basis);
  if (facts.bandStar !== null && (facts.bandStar ?? 0) < star)
    return refuse('pastPoints', `Điểm này không đạt ${star} sao theo bộ tiêu chí lúc đó. Xem lại điểm.`, basis);
  return ALLOWED;
}
