/** Days of points of sale, from the case tables beside it. */
import { expect, it } from 'vitest';
import { type CaseRow, cases, cell } from '../../tests/support/cases.ts';
import { openOn, pointFigures, pointProblem } from './sale-points.ts';

const daysOf = (row: CaseRow) => ({ opened: cell(row, 'mở'), closed: cell(row, 'đóng') || null });

it.each(cases(import.meta.url, 'sale-points.cases.md', 'Ngày mở, ngày đóng'))('%o', (row) => {
  expect(pointProblem(daysOf(row), cell(row, 'ngày ghi'))?.field ?? '').toBe(cell(row, 'sai ở'));
});

it.each(cases(import.meta.url, 'sale-points.cases.md', 'Có mở vào ngày'))('%o', (row) => {
  expect(openOn(daysOf(row), cell(row, 'ngày')) ? 'có' : 'không').toBe(cell(row, 'mở không'));
});

it('what opened in the period counts there also when it has closed since', () => {
  const points = [
    { opened: '2025-05-01', closed: null },
    { opened: '2026-02-01', closed: '2026-03-01' },
    { opened: '2026-06-01', closed: null },
  ];
  expect(pointFigures(points, { from: '2026-01-01', asOf: '2026-12-31' })).toEqual({ open: 2, opened: 2 });
});
