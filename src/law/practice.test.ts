import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { compareWithKnown, differenceText } from './practice.ts';

describe('practice beside the known marks', () => {
  it.each(cases(import.meta.url, 'practice.cases.md', 'Chênh lệch từng tiêu chí'))('%o', (row) => {
    const known = [{ criterion: '1.1', sum: Number(cell(row, 'tổng Hội đồng')), count: Number(cell(row, 'số phiếu')) }];
    const [one] = compareWithKnown({ '1.1': Number(cell(row, 'điểm của mình')) }, known);
    expect(differenceText(one?.difference ?? Number.NaN)).toBe(cell(row, 'chênh'));
  });

  it('puts the widest difference first; a criterion left out counts as 0', () => {
    const known = [
      { criterion: 'a', sum: 2, count: 1 },
      { criterion: 'b', sum: 9, count: 2 },
    ];
    expect(compareWithKnown({ a: 1 }, known).map(({ criterion, mine }) => [criterion, mine])).toEqual([
      ['b', 0],
      ['a', 1],
    ]);
  });
});
