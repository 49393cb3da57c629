import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { filingWindow, type LateFiling, mayFileReEvaluation, reminders, windowState } from './reevaluation.ts';

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

  it('has no window before the decision', () => {
    expect(() => filingWindow('2026-06-30', '2026-05-21')).toThrow();
  });
});
