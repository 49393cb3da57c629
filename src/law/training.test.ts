/** What can be said of a course, from the case table beside it, and the sums over courses. */
import { expect, it } from 'vitest';
import { type CaseRow, cases, cell } from '../../tests/support/cases.ts';
import { trainedProducers, trainingFigures, trainingProblem } from './training.ts';

const number = (row: CaseRow, name: string) => (cell(row, name) === '' ? null : Number(cell(row, name)));

it.each(cases(import.meta.url, 'training.cases.md', 'Ghi một lớp'))('%o', (row) => {
  const given = {
    ...{
      from: cell(row, 'từ'),
      to: cell(row, 'đến'),
      people: number(row, 'người') ?? 0,
      turns: number(row, 'lượt') ?? 0,
    },
    ...{ officers: number(row, 'cán bộ'), producers: number(row, 'chủ thể'), women: number(row, 'nữ') },
  };
  expect(trainingProblem(given, cell(row, 'ngày ghi'))?.field ?? '').toBe(cell(row, 'sai ở'));
});

it('HY23-15 to HY23-17: 30 classes and 9 conferences make 3,805 persons; what is not told adds nothing', () => {
  const nothing = { officers: null, producers: null, women: null };
  const facts = [
    ...Array.from({ length: 30 }, () => ({ kind: 'class' as const, people: 100, turns: 200, ...nothing })),
    ...Array.from({ length: 8 }, () => ({ kind: 'conference' as const, people: 100, turns: 100, ...nothing })),
    { kind: 'conference' as const, people: 5, turns: 5, officers: 3, producers: 2, women: 1 },
  ];
  expect(trainingFigures(facts)).toEqual({
    ...{ trainings: 39, classes: 30, conferences: 9, people: 3805, turns: 6805, officers: 3, producers: 2, women: 1 },
  });
});

it('a share of producers has the stock as its whole', () => {
  expect(trainedProducers(['a', 'b', 'c'], new Set(['a', 'x']))).toEqual({ trained: 1, share: 33.33 });
  expect(trainedProducers([], new Set(['a']))).toEqual({ trained: 0, share: null });
});
