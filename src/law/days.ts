/** Arithmetic on days of law ('YYYY-MM-DD'). No clock and no time zone: a legal date has no hour (R21.2). */
import type { Day } from './answers.ts';

const MS_A_DAY = 86_400_000;
const FORM = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

function utc({ year, month, date }: Civil): number {
  return Date.UTC(year, month - 1, date);
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

/** True for a real calendar day written 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  const found = FORM.exec(text);
  if (!found) return false;
  const ms = utc({ year: Number(found[1]), month: Number(found[2]), date: Number(found[3]) });
  return dayOf(ms) === text;
}

/** Year, month and date of a day. Throws for text that is no day: a programming error, never a user's. */
export function civil(day: Day): Civil {
  if (!isDay(day)) throw new Error(`Không phải ngày: ${day}`);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOf(utc(civil(day)) + count * MS_A_DAY);
}

/** The last day of a month. */
export function lastDayOfMonth(year: number, month: number): Day {
  return dayOf(Date.UTC(year, month, 0));
}

/** The same day number `count` months later; the month's last day where it has no such number (R6.2). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = civil(day);
  const months = year * 12 + (month - 1) + count;
  const last = lastDayOfMonth(Math.floor(months / 12), (months % 12) + 1);
  return date > Number(last.slice(8)) ? last : `${last.slice(0, 8)}${String(date).padStart(2, '0')}`;
}

/** Days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(civil(to)) - utc(civil(from))) / MS_A_DAY);
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return new Date(utc(civil(day))).getUTCDay() || 7;
}

/** "04/02/2026". */
export function dayText(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** The earliest and the latest day a source may mean. */
export interface DaySpan {
  readonly earliest: Day;
  readonly latest: Day;
}

/** Reads a date in the precision of its source: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. Undefined when it is none of them. */
export function daySpan(text: string): DaySpan | undefined {
  if (isDay(text)) return { earliest: text, latest: text };
  if (/^[0-9]{4}$/.test(text)) return { earliest: `${text}-01-01`, latest: `${text}-12-31` };
  const first = `${text}-01`;
  if (!/^[0-9]{4}-[0-9]{2}$/.test(text) || !isDay(first)) return undefined;
  return { earliest: first, latest: lastDayOfMonth(Number(text.slice(0, 4)), Number(text.slice(5, 7))) };
}

/** "ngày 07/12/2026", "trong tháng 12/2026", "trong năm 2026" or "từ 05/03/2026 đến 09/04/2027". */
export function spanText({ earliest, latest }: DaySpan): string {
  if (earliest === latest) return `ngày ${dayText(earliest)}`;
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return `trong tháng ${earliest.slice(5, 7)}/${earliest.slice(0, 4)}`;
  if (earliest.slice(0, 4) === latest.slice(0, 4)) return `trong năm ${earliest.slice(0, 4)}`;
  return `từ ${dayText(earliest)} đến ${dayText(latest)}`;
}
