/** Periods of reports, from the case tables beside them. */
import { expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { type PeriodKind, periodBefore, periodOn, periodWords, reportPeriod } from './report-periods.ts';

it.each(cases(import.meta.url, 'report-periods.cases.md', 'Kỳ'))('R15.3 %o', (row) => {
  const cutoff = Number(cell(row, 'ngày chốt'));
  const kind = cell(row, 'loại') as PeriodKind;
  const period = reportPeriod(kind, Number(cell(row, 'năm')), Number(cell(row, 'phần')), cutoff);
  expect([period.from, period.to]).toEqual([cell(row, 'từ'), cell(row, 'đến')]);
  expect(periodBefore(period, cutoff)).toMatchObject({ from: cell(row, 'trước từ'), to: cell(row, 'trước đến') });
  expect(periodWords(period)).toBe(cell(row, 'lời'));
});

it.each(cases(import.meta.url, 'report-periods.cases.md', 'Kỳ của một ngày'))('R15.3 %o', (row) => {
  const found = periodOn(cell(row, 'loại') as PeriodKind, cell(row, 'ngày'), 14);
  expect([found.from, found.to]).toEqual([cell(row, 'từ'), cell(row, 'đến')]);
});
