/** Windows of reports and the words of results against plans, from the case tables beside them. */
import { expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { percent, percentText, planWords, planYears, windowStart } from './reporting.ts';

it.each(cases(import.meta.url, 'reporting.cases.md', 'Ngày đầu kỳ'))('R15.3 %o', (row) => {
  const day = cell(row, 'ngày');
  expect(windowStart('calendarYear', day)).toBe(cell(row, 'năm'));
  expect(windowStart('reportingYear', day)).toBe(cell(row, 'năm báo cáo'));
  expect(windowStart('programmePeriod', day)).toBe(cell(row, 'giai đoạn'));
});

it.each(cases(import.meta.url, 'reporting.cases.md', 'Kế hoạch của kỳ'))('R14.2 %o', (row) => {
  const day = cell(row, 'ngày');
  const year = (window: 'calendarYear' | 'reportingYear') => planYears(window, day).from.slice(0, 4);
  expect([year('calendarYear'), year('reportingYear')]).toEqual([cell(row, 'năm'), cell(row, 'năm báo cáo')]);
  const { from, to } = planYears('programmePeriod', day);
  expect(`${from.slice(0, 4)}–${to.slice(0, 4)}`).toBe(cell(row, 'giai đoạn'));
});

it.each(cases(import.meta.url, 'reporting.cases.md', 'So với kế hoạch'))('R14.3 %o', (row) => {
  expect(planWords(Number(cell(row, 'kết quả')), Number(cell(row, 'kế hoạch'))) ?? '').toBe(cell(row, 'lời'));
});

it.each(cases(import.meta.url, 'reporting.cases.md', 'Tỷ lệ'))('R14.2 %o', (row) => {
  const share = percent(Number(cell(row, 'phần')), Number(cell(row, 'tổng')), 2);
  expect(share === null ? '' : percentText(share)).toBe(cell(row, 'tỷ lệ'));
});
