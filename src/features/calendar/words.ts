import { addDays, civil, lastDayOfMonth, weekday } from '#law/days';
import type { Day } from '#platform/clock';
import type { CalendarEvent } from './schema.ts';

/** What kind of day it is, as the list names it. */
export const kindWords: Readonly<Record<CalendarEvent['kind'], string>> = {
  round: 'Đợt đánh giá',
  session: 'Phiên họp',
  term: 'Hạn việc',
  certificate: 'Chứng nhận',
  leave: 'Nghỉ, làm thay',
  visit: 'Khảo sát thực tế',
};

/** A month as its address writes it: '2026-12'. */
export type Month = string;
export const monthOf = (day: Day): Month => day.slice(0, 7);
export const monthWords = (month: Month) => `Tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`;

/** First and last day of a month. */
export function daysOf(month: Month): readonly [Day, Day] {
  const first = `${month}-01`;
  const { year } = civil(first);
  return [first, lastDayOfMonth(year, Number(month.slice(5)))];
}

/** The month before or after. */
export function monthBeside(month: Month, step: -1 | 1): Month {
  const [first, last] = daysOf(month);
  return monthOf(step === 1 ? addDays(last, 1) : addDays(first, -1));
}

/** The weeks of a month, Monday to Sunday; days of the months beside fill the ends. */
export function weeksOf(month: Month): readonly (readonly Day[])[] {
  const [first, last] = daysOf(month);
  const weeks: Day[][] = [];
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(monday, n)));
  }
  return weeks;
}

/** What happens on a day. */
export const eventsOn = (events: readonly CalendarEvent[], day: Day) =>
  events.filter((one) => one.day <= day && (one.until ?? one.day) >= day);
