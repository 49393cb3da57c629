/** A legal day, 'YYYY-MM-DD', in Vietnam's time. */
export type Day = string;

/** The only way to ask for the time. Law is told the day and never asks. */
export interface Clock {
  now(): Date;
  /** Today in Asia/Ho_Chi_Minh. */
  today(): Day;
}

const vietnamDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day in Vietnam at this instant. */
export function dayOf(instant: Date): Day {
  return vietnamDay.format(instant);
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayOf(new Date()),
};

/** A clock that stands still, for tests and replays. `iso` is an instant ('2026-12-01T03:00:00Z') or a day (noon in Vietnam). */
export function fixedClock(iso: string): Clock {
  const instant = new Date(iso.length === 10 ? `${iso}T12:00:00+07:00` : iso);
  if (Number.isNaN(instant.getTime())) throw new RangeError(`not an instant: ${iso}`);
  return { now: () => new Date(instant), today: () => dayOf(instant) };
}
