/**
 * Counting working days and terms (R21.1). The first day is not counted. A result that touches a day not yet
 * confirmed by the year's act is tentative: the screen says "tạm tính".
 */
import type { Day } from './answers.ts';
import { addDays, civil, daysBetween, weekday } from './days.ts';
import { type ConfirmedYear, FIXED_HOLIDAYS, LUNAR_DAYS } from './holidays.ts';

export { type ConfirmedYear, FIXED_HOLIDAYS, LABOUR_CODE, LUNAR_DAYS } from './holidays.ts';

export interface DayKind {
  readonly off: boolean;
  readonly certain: boolean;
}

const SATURDAY = 6;
/** Tết is five days: the eve, the first three days and one more, before the act says which. */
const TET_ASSUMED = { from: -1, to: 3 } as const;
/** Days around the first day of Tết that a year's act may yet make days off. */
const TET_TOUCHED = { from: -3, to: 7 } as const;
/** Where Tết and Giỗ Tổ may fall in a year whose lunar days are not in the table. */
const TET_SEASON = { from: '01-18', to: '02-28' } as const;
const HUNG_KINGS_SEASON = { from: '03-28', to: '05-02' } as const;

function fixed(day: Day): boolean {
  return FIXED_HOLIDAYS.some((one) => day.slice(5) === one.on);
}

function weekend(day: Day): boolean {
  return weekday(day) >= SATURDAY;
}

function within(value: number, range: { readonly from: number; readonly to: number }): boolean {
  return value >= range.from && value <= range.to;
}

/** A fixed holiday that falls on a weekend gives the next working day in lieu; which one, the act says. */
function inLieuOfFixed(day: Day): boolean {
  if (weekend(day) || fixed(day)) return false;
  for (let before = addDays(day, -1); weekend(before) || fixed(before); before = addDays(before, -1)) {
    if (weekend(before) && fixed(before)) return true;
  }
  return false;
}

/** A single working day between a fixed holiday and a weekend: often swapped. */
function bridge(day: Day): boolean {
  const before = addDays(day, -1);
  const after = addDays(day, 1);
  return (fixed(before) && weekend(after)) || (weekend(before) && fixed(after));
}

function unconfirmed(day: Day): DayKind {
  const year = civil(day).year;
  const monthDay = day.slice(5);
  const lunar = LUNAR_DAYS.find((one) => one.year === year);
  const sinceTet = lunar ? daysBetween(lunar.tet, day) : undefined;
  const sinceHungKings = lunar ? daysBetween(lunar.hungKings, day) : undefined;
  if (fixed(day)) return { off: true, certain: true };
  if (sinceTet !== undefined && within(sinceTet, TET_TOUCHED)) {
    return { off: weekend(day) || within(sinceTet, TET_ASSUMED), certain: false };
  }
  if (sinceHungKings === 0) return { off: true, certain: false };
  const lieuOfHungKings = sinceHungKings === 1 && lunar && weekday(lunar.hungKings) === 7;
  if (lieuOfHungKings || inLieuOfFixed(day)) return { off: true, certain: false };
  const season = (range: { readonly from: string; readonly to: string }) =>
    monthDay >= range.from && monthDay <= range.to;
  const unknownSeason = !lunar && (season(TET_SEASON) || season(HUNG_KINGS_SEASON));
  const besideNationalDay = monthDay === '09-01' || monthDay === '09-03';
  const touched = unknownSeason || besideNationalDay || (!weekend(day) && bridge(day));
  return { off: weekend(day) || monthDay === '09-01', certain: !touched };
}

/** Whether a day is a day off, and whether that is certain. `years` are the acts an administrator has entered. */
export function dayKind(day: Day, years: readonly ConfirmedYear[]): DayKind {
  const known = years.find((one) => one.year === civil(day).year);
  if (!known) return unconfirmed(day);
  const off = fixed(day) || known.daysOff.includes(day) || (weekend(day) && !known.workedWeekends.includes(day));
  return { off, certain: true };
}

/** A day reached by counting; `tentative` when a day not yet confirmed lies on the way ("tạm tính"). */
export interface Counted {
  readonly day: Day;
  readonly tentative: boolean;
}

/** The day `count` working days after `start`; the start itself is not counted. */
export function addWorkingDays(start: Day, count: number, years: readonly ConfirmedYear[]): Counted {
  let day = start;
  let tentative = false;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const kind = dayKind(day, years);
    if (!kind.certain) tentative = true;
    if (!kind.off) left--;
  }
  return { day, tentative };
}

/** The day `count` calendar days after `start`; one that falls on a day off moves to the next working day. */
export function addTermDays(start: Day, count: number, years: readonly ConfirmedYear[]): Counted {
  let day = addDays(start, count);
  let kind = dayKind(day, years);
  let tentative = !kind.certain;
  while (kind.off) {
    day = addDays(day, 1);
    kind = dayKind(day, years);
    if (!kind.certain) tentative = true;
  }
  return { day, tentative };
}

/** Working days after `from` up to and with `to`: "quá hạn 3 ngày làm việc". 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, years: readonly ConfirmedYear[]): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!dayKind(day, years).off) count++;
  return count;
}

/** "tạm tính" beside a tentative day, else nothing. */
export function tentativeWords(counted: Counted): string {
  return counted.tentative ? 'tạm tính, chờ xác nhận lịch nghỉ' : '';
}
