/** Sums held against their wholes, from the case table; figures of the stock are held against SQL in features/reports. */
import { expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { sumCheck } from './indicators.ts';

it.each(cases(import.meta.url, 'indicators.cases.md', 'Cộng các phần'))('R15.2 %o', (row) => {
  const parts = cell(row, 'các phần').split(' ').map(Number);
  const { ok, message } = sumCheck(parts, Number(cell(row, 'tổng')), 'chưa rõ hạng sao');
  expect([ok ? 'đúng' : 'không', message]).toEqual([cell(row, 'khớp'), cell(row, 'lời')]);
});
