import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  civil,
  daySpan,
  daysBetween,
  dayText,
  isDay,
  lastDayOfMonth,
  spanText,
  weekday,
} from './days.ts';
import { inForce } from './parameters.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1950-01-01', count));

describe('R21.2 days', () => {
  it('adds and counts as each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const later = addDays(day, count);
        expect(isDay(later)).toBe(true);
        expect(daysBetween(day, later)).toBe(count);
        expect(((weekday(later) - weekday(day) - count) % 7) + 0).toBe(0);
      }),
    );
  });

  it('36 months keep the day number or take the last of the month', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const end = addMonths(day, 36);
        const [from, to] = [civil(day), civil(end)];
        expect([to.year, to.month]).toEqual([from.year + 3, from.month]);
        expect(to.date === from.date || end === lastDayOfMonth(to.year, to.month)).toBe(true);
      }),
    );
  });

  it('knows what is no day', () => {
    expect(
      ['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', '2026-01-01 ', '2100-02-29'].filter(isDay),
    ).toEqual([]);
    expect(isDay('2028-02-29')).toBe(true);
    expect(() => addDays('2026-02-29', 1)).toThrow();
    expect(weekday('2026-06-21')).toBe(7);
    expect(dayText('2026-02-04')).toBe('04/02/2026');
  });

  it('reads spans and says them', () => {
    expect(daySpan('2024-02')).toEqual({ earliest: '2024-02-01', latest: '2024-02-29' });
    expect(daySpan('2024-2')).toBeUndefined();
    expect(spanText({ earliest: '2026-12-20', latest: '2027-01-05' })).toBe('từ 20/12/2026 đến 05/01/2027');
  });
});

describe('dated parameters', () => {
  const basis = { act: 'x', article: '' };
  const list = [
    { from: '2023-02-24', value: 2, basis },
    { from: '2019-08-21', value: 1, basis },
  ];

  it('the newest entry not after the day; nothing before the first', () => {
    expect(['2019-08-21', '2023-02-23', '2023-02-24', '2030-01-01'].map((day) => inForce(list, day).value)).toEqual([
      1, 1, 2, 2,
    ]);
    expect(() => inForce(list, '2019-08-20')).toThrow();
  });
});
