/** From which day a report counts what happened, and the words in which results are set against plans. */
import type { Day } from './answers.ts';
import { civil } from './days.ts';
import { PROGRAMME_PERIODS } from './programme-periods.ts';

/** The reporting year of Decree 09/2019/NĐ-CP ends on this day and the next one begins the day after (R15.3). */
const REPORTING_YEAR_ENDS = '12-14';

export type Window = 'calendarYear' | 'reportingYear' | 'programmePeriod';

/** The first day of the year or period a day lies in. A day before the programme began: its first period. */
export function windowStart(window: Window, day: Day): Day {
  const { year } = civil(day);
  if (window === 'calendarYear') return `${year}-01-01`;
  if (window === 'reportingYear') return `${day.slice(5) > REPORTING_YEAR_ENDS ? year : year - 1}-12-15`;
  const [first] = PROGRAMME_PERIODS;
  return PROGRAMME_PERIODS.findLast(({ from }) => from <= day)?.from ?? first?.from ?? day;
}

/**
 * The years a plan must be made for to be held against the results of a window: the calendar year a report's year ends in,
 * or the whole period of the programme.
 */
export function planYears(window: Window, day: Day): { readonly from: Day; readonly to: Day } {
  const { year } = civil(day);
  if (window === 'programmePeriod') {
    const found = PROGRAMME_PERIODS.findLast(({ from }) => from <= day) ?? PROGRAMME_PERIODS[0];
    if (found) return { from: found.from, to: found.to };
  }
  const of = window === 'reportingYear' && day.slice(5) > REPORTING_YEAR_ENDS ? year + 1 : year;
  return { from: `${of}-01-01`, to: `${of}-12-31` };
}

/** A share in per cent, rounded to `decimals` (half up), exact for counts; null without a whole. */
export function percent(part: number, whole: number, decimals = 1): number | null {
  const scale = 10 ** decimals;
  const scaled = scaledShare(part, whole, scale);
  return scaled === null ? null : scaled / scale;
}

/** Per cent times `scale` as a whole number. */
function scaledShare(part: number, whole: number, scale: number): number | null {
  return whole <= 0 ? null : Math.floor((part * 100 * scale * 2 + whole) / (whole * 2));
}

/** `174,3` */
export function percentText(value: number): string {
  return String(value).replace('.', ',');
}

/**
 * A result against its plan in right words: 61 of 35 is "đạt 174,3% kế hoạch, vượt 74,3%", never "vượt 174%" (R14.3).
 * Null when there is no plan to be measured by.
 */
export function planWords(result: number, plan: number): string | null {
  const tenths = scaledShare(result, plan, 10);
  if (tenths === null) return null;
  const said = `đạt ${percentText(tenths / 10)}% kế hoạch`;
  if (result === plan) return said;
  const apart = percentText(Math.abs(tenths - 1000) / 10);
  return result > plan ? `${said}, vượt ${apart}%` : `${said}, còn thiếu ${apart}%`;
}
