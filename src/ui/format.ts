/**
 * How days, times, numbers, money and points are written on screens (U5). Days of law are 'YYYY-MM-DD' strings and
 * are never turned into a Date; instants are shown in Vietnamese time.
 */

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

function partsOfDay(day: string): [year: string, month: string, date: string] {
  const found = DAY.exec(day);
  if (!found) throw new RangeError(`not a day: ${day}`);
  const [, year = '', month = '', date = ''] = found;
  return [year, month, date];
}

/** '2026-02-04' → '04/02/2026'. Throws RangeError for anything else. */
export function formatDay(day: string): string {
  const [year, month, date] = partsOfDay(day);
  return `${date}/${month}/${year}`;
}

/** '2026-02-04' → '04/02', for columns where the year is plain. */
export function formatDayShort(day: string): string {
  const [, month, date] = partsOfDay(day);
  return `${date}/${month}`;
}

/** '2026-12-03' → 'thứ Năm, 03/12/2026'. */
export function formatWeekday(day: string): string {
  const [year, month, date] = partsOfDay(day);
  const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date))).getUTCDay();
  return `${WEEKDAYS[weekday]}, ${date}/${month}/${year}`;
}

/** '2026-02-04' → 'ngày 04 tháng 02 năm 2026', as official papers write it. */
export function formatDayLong(day: string): string {
  const [year, month, date] = partsOfDay(day);
  return `ngày ${date} tháng ${month} năm ${year}`;
}

function clockParts(instant: Date): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(CLOCK.formatToParts(instant).map((part) => [part.type, part.value]));
}

/** An instant as '14:05', Vietnamese time. */
export function formatTime(instant: Date): string {
  const at = clockParts(instant);
  return `${at.hour}:${at.minute}`;
}

/** An instant as '14:05 ngày 21/11/2026', Vietnamese time. */
export function formatMoment(instant: Date): string {
  const at = clockParts(instant);
  return `${at.hour}:${at.minute} ngày ${at.day}/${at.month}/${at.year}`;
}

/** 1234567.89 → '1.234.567,89'; at most two decimals. */
export function formatNumber(value: number): string {
  return Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : NUMBER.format(value);
}

/** Whole đồng → '1.234.567 đồng'. */
export function formatMoney(dong: number): string {
  return `${NUMBER.format(dong)} đồng`;
}

/** An exact mean, `sum` over `count` (whole numbers), with two decimals cut off, never rounded: 719/8 → '89,87'. */
export function formatMean(sum: number, count: number): string {
  if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(count) || sum < 0 || count < 1) {
    throw new RangeError(`not a sum and a count: ${sum}, ${count}`);
  }
  const scaled = sum * 100;
  const hundredths = (scaled - (scaled % count)) / count;
  const rest = hundredths % 100;
  return `${(hundredths - rest) / 100},${String(rest).padStart(2, '0')}`;
}

/** Bytes as people say it: '830 KB', '2,4 MB'. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} byte`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  if (bytes < 1_000_000_000) return `${NUMBER.format(Math.round(bytes / 100_000) / 10)} MB`;
  return `${NUMBER.format(Math.round(bytes / 100_000_000) / 10)} GB`;
}

/** An address with the filters that are given; empty ones are left out. */
export function withFilters(path: string, filters: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
