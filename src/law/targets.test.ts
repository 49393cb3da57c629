/** Targets: read, said and judged, from the case tables beside it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { judgeTarget, readTarget, sayTarget, targetProblem, targetTerm } from './targets.ts';

const numberOf = (text: string) => (text === '' ? null : Number(text));

it.each(cases(import.meta.url, 'targets.cases.md', 'Đọc chỉ tiêu'))('R14.2 %o', (row) => {
  expect(readTarget(cell(row, 'chữ'))).toEqual({
    ...{ comparator: cell(row, 'so sánh'), low: numberOf(cell(row, 'thấp')), high: numberOf(cell(row, 'cao')) },
    percent: cell(row, '%') === 'có',
  });
});

it.each(cases(import.meta.url, 'targets.cases.md', 'So với kết quả'))('R14.3 %o', (row) => {
  const { reached, words } = judgeTarget(readTarget(cell(row, 'chữ')), Number(cell(row, 'kết quả')));
  expect([{ true: 'có', false: 'không', null: '' }[String(reached)], words]).toEqual([
    cell(row, 'đạt'),
    cell(row, 'lời'),
  ]);
});

it.each(cases(import.meta.url, 'targets.cases.md', 'Hạn của chỉ tiêu'))('a term %o', (row) => {
  const reached = { có: true, không: false }[cell(row, 'đạt')] ?? null;
  expect(targetTerm({ to: cell(row, 'hết kỳ'), reached }, cell(row, 'ngày'))).toEqual({
    words: cell(row, 'lời'),
    late: cell(row, 'muộn') === 'có',
  });
});

it('R14.2 what is said of a target reads back as the same target', () => {
  const number = fc.integer({ min: 1, max: 99_999 });
  const target = fc.oneof(
    fc.record({
      comparator: fc.constantFrom('equal' as const, 'atLeast' as const),
      low: number,
      high: fc.constant(null),
    }),
    fc.record({ comparator: fc.constant('atMost' as const), low: fc.constant(null), high: number }),
    fc.tuple(number, number).map(([low, more]) => ({ comparator: 'range' as const, low, high: low + more })),
  );
  fc.assert(
    fc.property(target, (one) => {
      const said = sayTarget(one, { measure: '%', denominator: null }) ?? '';
      expect(readTarget(said)).toEqual({ ...one, percent: true });
      expect(judgeTarget(one, one.low ?? one.high).reached).toBe(true);
    }),
  );
});

it('a target that cannot be is refused in words', () => {
  const right = {
    ...readTarget('ít nhất 50%'),
    measure: '%',
    denominator: 'tổng số chủ thể',
    from: '2023-01-01',
    to: '2025-12-31',
  };
  expect(targetProblem(right)).toBeNull();
  expect(sayTarget(right, right)).toBe('ít nhất 50% (trên tổng số chủ thể)');
  expect(sayTarget(readTarget('giữ nghề'), { measure: '', denominator: null })).toBeNull();
  expect(targetProblem({ ...right, to: '2022-12-31' })?.field).toBe('to');
  expect(targetProblem({ ...right, denominator: null })?.field).toBe('denominator');
  expect(targetProblem({ ...right, ...readTarget('100–70') })?.field).toBe('plan');
  expect(targetProblem({ ...right, ...readTarget('120%') })?.field).toBe('plan');
});
