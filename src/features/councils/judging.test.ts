import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distanceText, habitsOf } from './judging.ts';

it('one who always gives five points more is generous and steady; the others lie below', () => {
  const products = [60, 70, 80].map((base, at) => ({
    product: `p${at}`,
    totals: { a: base + 5, b: base, c: base },
  }));
  expect(habitsOf(['a', 'b', 'c'], products)).toEqual([
    { seat: 'a', sheets: 3, severity: 5, consistency: 0 },
    { seat: 'b', sheets: 3, severity: -2.5, consistency: 0 },
    { seat: 'c', sheets: 3, severity: -2.5, consistency: 0 },
  ]);
});

it('one who swings is told apart from one who is steady; who scored alone or nothing is left out', () => {
  const products = [
    { product: 'p', totals: { a: 90, b: 80 } },
    { product: 'q', totals: { a: 70, b: 80 } },
    { product: 'alone', totals: { c: 50 } },
  ];
  const [a, b, ...more] = habitsOf(['a', 'b', 'c', 'd'], products);
  expect([a?.severity, b?.severity, more]).toEqual([0, 0, []]);
  expect(a?.consistency).toBeCloseTo(Math.sqrt(200));
  expect(habitsOf(['c'], [{ product: 'p', totals: { c: 1, d: 3 } }])[0]?.consistency).toBeNull();
});

it('when everybody scores everything, what some give more the others give less', () => {
  const board = fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(board, (rows) => {
      const products = rows.map(([a, b, c], at) => ({ product: `p${at}`, totals: { a, b, c } }));
      const sum = habitsOf(['a', 'b', 'c'], products).reduce((total, one) => total + one.severity, 0);
      expect(sum).toBeCloseTo(0);
    }),
  );
});

it.each([
  [3.24, '+3,2'],
  [-0.96, '−1,0'],
  [0.04, '0,0'],
  [-12.5, '−12,5'],
])('%f is written %s', (points, words) => {
  expect(distanceText(points)).toBe(words);
});
