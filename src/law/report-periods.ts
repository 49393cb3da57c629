/** Periods of reports: first and last day, words, and the one before (R15.3). The day of the cut-off is a setting. */
import type { Day } from './answers.ts';
import { addDays, civil, lastDayOfMonth } from './days.ts';
import { windowStart } from './reporting.ts';

export const PERIODS = {
  month: 'Tháng',
  quarter: 'Quý',
  halfYear: '6 tháng đầu năm',
  nineMonths: '9 tháng đầu năm',
  year: 'Năm báo cáo',
  calendarYear: 'Năm dương lịch',
  programme: 'Giai đoạn của Chương trình',
} as const;
export type PeriodKind = keyof typeof PERIODS;

/** How many of a kind a year has. */
export const PARTS: Readonly<Record<PeriodKind, number>> = {
  ...{ month: 12, quarter: 4, halfYear: 1, nineMonths: 1, year: 1, calendarYear: 1, programme: 1 },
};

export interface ReportPeriod {
  readonly kind: PeriodKind;
  readonly year: number;
  /** Which month or quarter; 1 for the others. */
  readonly part: number;
  readonly from: Day;
  readonly to: Day;
}

/** Last month of a period that follows the reporting year. */
const LAST_MONTH: Readonly<Record<'halfYear' | 'nineMonths' | 'year', number>> = {
  ...{ halfYear: 6, nineMonths: 9, year: 12 },
};

/**
 * A period by its kind, year and part. `cutoff` is the day of the month on which reports are cut off (Decree 09/2019/NĐ-CP: 14);
 * the period of a month is the day after the last cut-off to this one. A calendar year and a programme period end on 31 December.
 */
export function reportPeriod(kind: PeriodKind, year: number, part: number, cutoff: number): ReportPeriod {
  const named = { kind, year, part };
  const yearEnds = lastDayOfMonth(year, 12);
  if (kind === 'calendarYear') return { ...named, from: windowStart('calendarYear', yearEnds), to: yearEnds };
  if (kind === 'programme') return { ...named, from: windowStart('programmePeriod', yearEnds), to: yearEnds };
  const [first, last] =
    kind === 'month' ? [part - 1, part] : kind === 'quarter' ? [part * 3 - 3, part * 3] : [0, LAST_MONTH[kind]];
  return { ...named, from: addDays(cutoffDay(year, first, cutoff), 1), to: cutoffDay(year, last, cutoff) };
}

/** The cut-off of a month; month 0 is December of the year before. */
function cutoffDay(year: number, month: number, cutoff: number): Day {
  const [y, m] = month === 0 ? [year - 1, 12] : [year, month];
  return `${y}-${String(m).padStart(2, '0')}-${String(cutoff).padStart(2, '0')}`;
}

/** First and last day of the period a report is compared with: the month, quarter or year before; of a programme, to the end of the year before. */
export function periodBefore(period: ReportPeriod, cutoff: number): { readonly from: Day; readonly to: Day } {
  const { kind, year, part, from } = period;
  if (kind === 'programme') return { from, to: lastDayOfMonth(year - 1, 12) };
  if (part > 1) return reportPeriod(kind, year, part - 1, cutoff);
  return reportPeriod(kind, year - 1, PARTS[kind], cutoff);
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/** `tháng 11 năm 2026`, `quý IV năm 2026`, `6 tháng đầu năm 2026`, `năm 2026`, `giai đoạn từ năm 2021 đến năm 2024`. */
export function periodWords({ kind, year, part, from }: Omit<ReportPeriod, 'to'>): string {
  switch (kind) {
    case 'month':
      return `tháng ${part} năm ${year}`;
    case 'quarter':
      return `quý ${ROMAN[part - 1]} năm ${year}`;
    case 'halfYear':
    case 'nineMonths':
      return `${LAST_MONTH[kind]} tháng đầu năm ${year}`;
    case 'year':
    case 'calendarYear':
      return `năm ${year}`;
    case 'programme':
      return `giai đoạn từ năm ${civil(from).year} đến năm ${year}`;
  }
}

/** The period of a kind a day lies in: the next one to report on. */
export function periodOn(kind: PeriodKind, day: Day, cutoff: number): ReportPeriod {
  const { year } = civil(day);
  for (const [y, part] of [year, year + 1].flatMap((y) => Array.from({ length: PARTS[kind] }, (_, n) => [y, n + 1])))
    if (y !== undefined && part !== undefined) {
      const found = reportPeriod(kind, y, part, cutoff);
      if (found.to >= day) return found;
    }
  return reportPeriod(kind, year, PARTS[kind], cutoff);
}
