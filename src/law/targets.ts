/** Targets of plans: read from words, said in words, judged by a result (R14.1–R14.3). */
import type { Day } from './answers.ts';
import { daysBetween } from './days.ts';
import { percent, percentText, planWords } from './reporting.ts';

export const COMPARATORS = {
  equal: 'Đúng số này',
  atLeast: 'Ít nhất',
  atMost: 'Nhiều nhất',
  range: 'Trong khoảng',
  words: 'Bằng lời',
} as const;
export type Comparator = keyof typeof COMPARATORS;

export const PERCENT = '%';

/** The number a plan sets: one end, both ends of a range, or none when it is words alone. */
export interface TargetNumber {
  readonly comparator: Comparator;
  readonly low: number | null;
  readonly high: number | null;
}

const NUMBER = String.raw`(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)`;
const RANGE = new RegExp(String.raw`^(?:từ\s+)?${NUMBER}\s*%?\s*(?:-|–|—|đến)\s*${NUMBER}$`, 'u');
const LEAST = new RegExp(String.raw`^(?:có\s+)?(?:ít nhất|tối thiểu|>=|≥)\s*${NUMBER}$`, 'u');
const MOST = new RegExp(String.raw`^(?:nhiều nhất|tối đa|không quá|<=|≤)\s*${NUMBER}$`, 'u');
const ONE = new RegExp(`^${NUMBER}$`, 'u');

const numberIn = (text: string | undefined): number => Number((text ?? '').replaceAll('.', '').replace(',', '.'));

/** Reads what a plan prints: "70–100", "ít nhất 50%", "35"; anything else is a target in words. */
export function readTarget(printed: string): TargetNumber & { readonly percent: boolean } {
  const text = printed.normalize('NFC').trim().toLocaleLowerCase('vi').replaceAll(/\s+/g, ' ');
  const percent = /%$/.test(text);
  const bare = text.replace(/\s*%$/, '');
  const range = RANGE.exec(bare);
  if (range) return { comparator: 'range', low: numberIn(range[1]), high: numberIn(range[2]), percent };
  const least = LEAST.exec(bare);
  if (least) return { comparator: 'atLeast', low: numberIn(least[1]), high: null, percent };
  const most = MOST.exec(bare);
  if (most) return { comparator: 'atMost', low: null, high: numberIn(most[1]), percent };
  const one = ONE.exec(bare);
  if (one) return { comparator: 'equal', low: numberIn(one[1]), high: null, percent };
  return { comparator: 'words', low: null, high: null, percent: false };
}

/** 1234.5 → '1.234,5' */
const written = (value: number): string => {
  const [whole = '', part] = percentText(value).split(',');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return part === undefined ? grouped : `${grouped},${part}`;
};

/** 'ít nhất 50% (trên tổng số chủ thể)', '70–100 sản phẩm'; null for a target in words alone. */
export function sayTarget(
  { comparator, low, high }: TargetNumber,
  { measure, denominator }: { readonly measure: string; readonly denominator: string | null },
): string | null {
  const unit = measure === PERCENT ? PERCENT : ` ${measure}`;
  const of = measure === PERCENT && denominator !== null ? ` (trên ${denominator})` : '';
  if (comparator === 'range' && low !== null && high !== null) return `${written(low)}–${written(high)}${unit}${of}`;
  if (comparator === 'atMost' && high !== null) return `không quá ${written(high)}${unit}${of}`;
  if (low === null) return null;
  return `${comparator === 'atLeast' ? 'ít nhất ' : ''}${written(low)}${unit}${of}`;
}

export interface TargetVerdict {
  /** Null: cannot be said. */
  readonly reached: boolean | null;
  /** Result of plan in per cent, by the lowest number that reaches it; null when it cannot be said. */
  readonly rate: number | null;
  readonly words: string;
}

/** Places behind the comma that plans print, and more. */
const PLACES = 4;
/** 8.94 → 89400: ten thousandths, exact. */
function whole(value: number): number {
  const [units = '0', part = ''] = String(value).split('.');
  return Number(units + part.slice(0, PLACES).padEnd(PLACES, '0'));
}
const compared = (result: number, plan: number): string => planWords(whole(result), whole(plan)) ?? 'kế hoạch là 0';

/** A result held against its target in the same unit. */
export function judgeTarget({ comparator, low, high }: TargetNumber, result: number | null): TargetVerdict {
  if (comparator === 'words') return { reached: null, rate: null, words: 'Chỉ tiêu bằng lời, không so bằng số' };
  if (result === null) return { reached: null, rate: null, words: 'Chưa tính được kết quả' };
  const plan = low ?? high ?? 0;
  const rate = percent(whole(result), whole(plan));
  if (comparator === 'atMost' && high !== null) {
    const reached = result <= high;
    return { reached, rate, words: reached ? 'đạt, không quá mức kế hoạch' : 'không đạt, quá mức kế hoạch' };
  }
  if (comparator === 'range' && low !== null && high !== null) {
    if (result < low) return { reached: false, rate, words: `${compared(result, low)} (tính theo mức thấp nhất)` };
    if (result > high) return { reached: true, rate, words: `${compared(result, high)} (tính theo mức cao nhất)` };
    return { reached: true, rate, words: 'đạt, trong khoảng của kế hoạch' };
  }
  return { reached: result >= plan, rate, words: compared(result, plan) };
}

/** How the term of a target stands on a day: late when its years are over and it is not reached. */
export function targetTerm(
  { to, reached }: { readonly to: Day; readonly reached: boolean | null },
  day: Day,
): { readonly words: string; readonly late: boolean } {
  const left = daysBetween(day, to);
  if (left > 0) return { words: `Còn ${left} ngày`, late: false };
  if (left === 0) return { words: 'Hết kỳ hôm nay', late: false };
  if (reached === null) return { words: 'Hết kỳ, không so được bằng số', late: false };
  return reached ? { words: 'Hết kỳ, đã đạt', late: false } : { words: `Quá kỳ ${-left} ngày, chưa đạt`, late: true };
}

/** What is wrong with a target: a sentence and its field; null when all fits. */
export function targetProblem(
  target: TargetNumber & {
    readonly measure: string;
    readonly denominator: string | null;
    readonly from: Day;
    readonly to: Day;
  },
): { readonly field: string; readonly message: string } | null {
  const { comparator, low, high, measure, denominator, from, to } = target;
  if (to < from) return { field: 'to', message: 'Ngày cuối kỳ không trước ngày đầu kỳ.' };
  if (comparator === 'words') return null;
  if (measure === PERCENT && denominator === null)
    return { field: 'denominator', message: 'Ghi phần trăm của cái gì, ví dụ: tổng số chủ thể.' };
  if (low !== null && high !== null && high <= low)
    return { field: 'plan', message: 'Số sau của khoảng phải lớn hơn số trước.' };
  if (measure === PERCENT && Math.max(low ?? 0, high ?? 0) > 100)
    return { field: 'plan', message: 'Phần của một tổng không quá 100%.' };
  return null;
}
