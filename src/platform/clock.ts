/** A legal day, 'YYYY-MM-DD', in Vietnam's time. */
export type Day = string;

/** The only way to ask for the time. Law is told the day and never asks. */
export interface Clock {
  now(): Date;
  /** Today in Asia/Ho_Chi_Minh. */
  today(): Day;
}

/** Vietnam is seven hours ahead of UTC and has no summer time. */
const AHEAD_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The day asked for last: nearly always it is the same again. */
let last: { number: number; day: Day } = { number: Number.NaN, day: '' };

/** The day in Vietnam at this instant. Throws RangeError for a Date that is none. */
export function dayOf(instant: Date): Day {
  const number = Math.floor((instant.getTime() + AHEAD_MS) / DAY_MS);
  if (number !== last.number) last = { number, day: new Date(number * DAY_MS).toISOString().slice(0, 10) };
  return last.day;
}

/** An instant as clocks in Vietnam show it: '2026-06-24 09:30:00'. */
export function localMoment(instant: Date): string {
  return new Date(instant.getTime() + AHEAD_MS).toISOString().slice(0, 19).replace('T', ' ');
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
