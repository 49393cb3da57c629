import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import {
  dueReminder,
  filingWindow,
  type LateFiling,
  mayFileReEvaluation,
  reminders,
  windowState,
} from './reevaluation.ts';

describe('R8.1 filing window', () => {
  it.each(cases(import.meta.url, 'reevaluation.cases.md', 'Khung nộp'))('%o', (row) => {
    expect(filingWindow(cell(row, 'hết hạn'), '2026-11-21')).toEqual({
      opens: cell(row, 'mở'),
      closes: cell(row, 'đóng'),
    });
  });

  it.each(cases(import.meta.url, 'reevaluation.cases.md', 'Nộp trong khung'))('%o', (row) => {
    const [expires, day] = [cell(row, 'hết hạn'), cell(row, 'ngày nộp')];
    expect(windowState(expires, day)).toBe(cell(row, 'tình trạng'));
    const answer = mayFileReEvaluation(expires, day, cell(row, 'nộp muộn') as LateFiling);
    expect(answer.ok ? 'được' : answer.code).toBe(cell(row, 'kết quả'));
  });

  it('reminds at 210, 180, 150 and 130 days and on the day', () => {
    expect(reminders('2027-06-30').map((one) => one.on)).toEqual([
      '2026-12-02',
      '2027-01-01',
      '2027-01-31',
      '2027-02-20',
      '2027-06-30',
    ]);
  });

  it.each<[string, number | undefined]>([
    ['2026-12-01', undefined],
    ['2026-12-02', 210],
    ['2026-12-31', 210],
    ['2027-02-19', 150],
    ['2027-02-20', 130],
    ['2027-06-29', 130],
    ['2027-06-30', 0],
    ['2027-07-30', 0],
    ['2027-07-31', undefined],
  ])('U21 on %s the newest reminder reached is %s', (day, step) => {
    expect(dueReminder('2027-06-30', day)?.daysBefore).toBe(step);
  });

  it('U21 the office sets other days', () => {
    expect(dueReminder('2027-06-30', '2027-06-23', [7])?.daysBefore).toBe(7);
    expect(reminders('2027-06-30', [7, 90, 7]).map((one) => one.daysBefore)).toEqual([90, 7, 0]);
  });

  it('has no window before the decision', () => {
    expect(() => filingWindow('2026-06-30', '2026-05-21')).toThrow();
  });
});
