/** Dates in every usual way of writing, kept to the precision given. */
import type { Reading } from './values.ts';
import { isNothing, plain } from './words.ts';

const FULL: readonly RegExp[] = [
  /(?:^|[^\d])(?<y>(?:19|20)\d\d)\s*[-/.]\s*(?<m>\d{1,2})\s*[-/.]\s*(?<d>\d{1,2})(?!\d)/,
  /(?:^|[^\d])(?<d>\d{1,2})\s*[-/.,]\s*(?<m>\d{1,2})\s*[-/.,]\s*(?<y>\d{4}|\d\d)(?!\d)/,
  /(?:^|[^\d])(?<d>\d{1,2}) (?:thang|th|t) (?<m>\d{1,2}) (?:nam )?(?<y>\d{4})(?!\d)/,
  /(?:^|[^\d])(?<d>\d{1,2})\s*[-/.]\s*(?<m>\d{1,2}) nam (?<y>\d{4})(?!\d)/,
];
const MONTH: readonly RegExp[] = [
  /(?:^|[^\d])(?<y>(?:19|20)\d\d)\s*[-/.]\s*(?<m>\d{1,2})(?!\d)/,
  /(?:thang|th|\bt)\s?(?<m>\d{1,2})\s*(?:[-/.]|nam|\s)\s*(?:nam )?(?<y>(?:19|20)\d\d|\d\d)(?!\d)/,
  /(?:^|[^\d/.-])(?<m>\d{1,2})\s*[-/.]\s*(?<y>(?:19|20)\d\d)(?!\d)/,
];
const YEAR = /(?:^|[^\d])(?<y>(?:19|20)\d\d)(?!\d)/;
const LAST_OF_TWO_DIGITS = 60;

/** The first date in a text: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'. A day that does not exist (31/2) is a problem. */
export function findDate(text: string): Reading<string> {
  const lower = withoutMarks(text);
  for (const form of FULL) {
    const parts = form.exec(lower)?.groups;
    if (parts) return wholeDate(parts, text);
  }
  for (const form of MONTH) {
    const parts = form.exec(lower)?.groups;
    if (!parts) continue;
    const [year, month] = [yearOf(parts.y), Number(parts.m)];
    if (month < 1 || month > 12 || !isYear(year)) return { value: null, problem: noSuchDate(text) };
    return { value: `${year}-${two(month)}` };
  }
  const year = YEAR.exec(lower)?.groups?.y;
  return year !== undefined && isYear(Number(year)) ? { value: year } : { value: null };
}

/** A cell that should be a date. What is no date stays the cell's text, in the problem. */
export function readDate(text: string): Reading<string> {
  if (isNothing(text)) return { value: null };
  const found = findDate(text);
  if (found.value !== null || found.problem !== undefined) return found;
  return /\d/.test(text) || plain(text).length > 0
    ? { value: null, problem: `Không hiểu ngày “${text}”.` }
    : { value: null };
}

/** The first or last day a date of any precision can mean. */
export function lastDayOf(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return `${year}-12-31`;
  return day === undefined ? `${year}-${month}-${two(daysIn(Number(year), Number(month)))}` : date;
}

/** Is one date the same as another, or the same told less precisely. */
export const fitsDate = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

function wholeDate(parts: Readonly<Record<string, string | undefined>>, text: string): Reading<string> {
  const [year, month, day] = [yearOf(parts.y), Number(parts.m), Number(parts.d)];
  if (!isYear(year) || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
    return { value: null, problem: noSuchDate(text) };
  }
  return { value: `${year}-${two(month)}-${two(day)}` };
}

/** Lower case, no tone marks, punctuation kept: separators tell one way of writing from another. */
function withoutMarks(text: string): string {
  const lower = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return lower.replace(/\s+/g, ' ').replace(/, (?=nam \d)/g, ' ');
}

function yearOf(digits: string | undefined): number {
  const year = Number(digits);
  if (digits?.length !== 2) return year;
  return year <= LAST_OF_TWO_DIGITS ? 2000 + year : 1900 + year;
}

const isYear = (year: number): boolean => year >= 1990 && year <= 2100;
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (number: number): string => String(number).padStart(2, '0');
const noSuchDate = (text: string): string => `Ngày “${text}” không có trong lịch.`;
