import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import {
  addTermDays,
  addWorkingDays,
  type ConfirmedYear,
  dayKind,
  tentativeWords,
  workingDaysBetween,
} from './calendar.ts';

describe('R21.1 working days', () => {
  it.each(cases(import.meta.url, 'calendar.cases.md', 'Ngày làm việc'))('%o', (row) => {
    const counted = addWorkingDays(cell(row, 'từ ngày'), Number(cell(row, 'số ngày')), []);
    expect(counted).toEqual({ day: cell(row, 'đến ngày'), tentative: cell(row, 'tạm tính') === 'có' });
  });

  it.each(cases(import.meta.url, 'calendar.cases.md', 'Thời hạn theo ngày'))('%o', (row) => {
    const counted = addTermDays(cell(row, 'từ ngày'), Number(cell(row, 'số ngày')), []);
    expect(counted).toEqual({ day: cell(row, 'đến ngày'), tentative: cell(row, 'tạm tính') === 'có' });
  });

  it("a year's act settles Tết and swapped days", () => {
    const year: ConfirmedYear = {
      year: 2026,
      act: 'Thông báo số 9441/TB-BNV',
      daysOff: [
        '2026-02-16',
        '2026-02-17',
        '2026-02-18',
        '2026-02-19',
        '2026-02-20',
        '2026-04-27',
        '2026-08-31',
        '2026-09-01',
      ],
      workedWeekends: ['2026-08-22'],
    };
    expect(addWorkingDays('2026-02-02', 15, [year])).toEqual({ day: '2026-03-02', tentative: false });
    expect(addWorkingDays('2026-08-21', 1, [year])).toEqual({ day: '2026-08-22', tentative: false });
    expect(addWorkingDays('2026-08-28', 1, [year])).toEqual({ day: '2026-09-03', tentative: false });
    expect(tentativeWords({ day: '2026-03-02', tentative: true })).toContain('tạm tính');
    expect(tentativeWords({ day: '2026-03-02', tentative: false })).toBe('');
  });

  it('the four fixed days are certain', () => {
    for (const day of ['2026-01-01', '2026-04-30', '2026-05-01', '2026-09-02']) {
      expect(dayKind(day, [])).toEqual({ off: true, certain: true });
    }
    expect(dayKind('2026-02-17', [])).toEqual({ off: true, certain: false });
    expect(dayKind('2026-04-26', [])).toEqual({ off: true, certain: false });
  });

  it('counts working days overdue', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-25', [])).toBe(3);
    expect(workingDaysBetween('2026-11-20', '2026-11-22', [])).toBe(0);
    expect(workingDaysBetween('2026-11-25', '2026-11-20', [])).toBe(0);
  });
});
