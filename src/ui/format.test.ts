import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDay,
  formatDayLong,
  formatDayShort,
  formatMean,
  formatMoment,
  formatMoney,
  formatNumber,
  formatSize,
  formatTime,
  formatWeekday,
} from './format.ts';

describe('U5 dates, times and numbers as Vietnamese write them', () => {
  test.each([
    [formatDay, '04/02/2026'],
    [formatDayShort, '04/02'],
    [formatWeekday, 'thứ Tư, 04/02/2026'],
    [formatDayLong, 'ngày 04 tháng 02 năm 2026'],
  ])('%o', (format, words) => {
    expect(format('2026-02-04')).toBe(words);
  });

  test('a Sunday begins with a capital, as the calendar writes it', () => {
    expect(formatWeekday('2026-11-22')).toBe('Chủ nhật, 22/11/2026');
  });

  test.each(['04/02/2026', '2026-2-4', '', '2026-02-04T00:00:00Z'])('“%s” is no day of law', (text) => {
    expect(() => formatDay(text)).toThrow(RangeError);
  });

  test('an instant is shown in Vietnamese time, also across midnight', () => {
    const late = new Date('2026-02-03T17:05:00Z');
    expect(formatTime(late)).toBe('00:05');
    expect(formatMoment(late)).toBe('00:05 ngày 04/02/2026');
  });

  test('numbers and money', () => {
    expect(formatNumber(1234567.89)).toBe('1.234.567,89');
    expect(formatNumber(0.5)).toBe('0,5');
    expect(formatMoney(1234567)).toBe('1.234.567 đồng');
    expect([999, 830_400, 2_449_000, 69_385_000_000].map(formatSize)).toEqual([
      '999 byte',
      '830 KB',
      '2,4 MB',
      '69,4 GB',
    ]);
  });
});

describe('points with two decimals, cut off and never rounded up', () => {
  test.each([
    [677, 8, '84,62'],
    [8999, 100, '89,99'],
    [719, 8, '89,87'],
    [270, 3, '90,00'],
    [269_999, 3000, '89,99'],
    [0, 1, '0,00'],
  ])('%i over %i is %s', (sum, count, words) => {
    expect(formatMean(sum, count)).toBe(words);
  });

  test.each([
    [1, 0],
    [-1, 1],
    [1.5, 1],
  ])('%d over %d is refused', (sum, count) => {
    expect(() => formatMean(sum, count)).toThrow(RangeError);
  });

  test('never more than the mean, never a hundredth less', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 1000 }), (sum, count) => {
        const hundredths = BigInt(formatMean(sum, count).replace(',', ''));
        const exact = BigInt(sum) * 100n;
        expect(hundredths * BigInt(count) <= exact).toBe(true);
        expect((hundredths + 1n) * BigInt(count) > exact).toBe(true);
      }),
    );
  });
});
