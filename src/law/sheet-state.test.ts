import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestSheet, sheetInWords } from '../../tests/support/sheets.ts';
import { findSet, loadRulebook } from './rulebooks.ts';
import { indexSet } from './scoring.ts';
import { sheetStanding } from './sheet-state.ts';

const rulebook = await loadRulebook('26-2026');
const set = findSet(rulebook, '6');
if (!set) throw new Error('set 6 is missing');
const index = indexSet(set, rulebook.starBands);

function standing(answers: Parameters<typeof sheetStanding>[1]) {
  const found = sheetStanding(index, answers);
  if (!found.ok) throw new Error(found.message);
  return found;
}

test('the best sheet has five stars, nothing missing and nothing above it', () => {
  const best = standing(bestSheet(set));
  expect(best).toMatchObject({ total: 100, star: 5, bandStar: 5, missing: [], unanswered: [] });
  expect(best.nextStar).toBeUndefined();
  expect(best.parts.map(({ points, max }) => `${points}/${max}`)).toEqual(['40/40', '25/25', '35/35']);
});

test('an empty sheet is at one star with every criterion unanswered', () => {
  const empty = standing({});
  expect(empty).toMatchObject({ total: 0, star: 1, bandStar: 1, nextStar: 3, points: {} });
  expect(empty.unanswered).toHaveLength(index.criteria.length);
});

test('a gate that is missed names its criterion, what it needs and what it has', () => {
  const sheet = standing(sheetInWords(set, 'cao nhất; 1.5=-'));
  expect(sheet.star).toBeLessThan(sheet.bandStar);
  expect(sheet.missing.map(({ criterion }) => criterion)).toContain('1.5');
  expect(sheet.missing.every(({ needs, got, title }) => got < needs && title !== '')).toBe(true);
});

test('an option that does not exist is refused, not counted', () => {
  expect(sheetStanding(index, { '1.1': 'nothing' })).toMatchObject({ ok: false, code: 'unknownOption' });
});

test('points of the parts add up to the total on random sheets', () => {
  const best = bestSheet(set);
  fc.assert(
    fc.property(fc.subarray(Object.keys(best)), (codes) => {
      const found = standing(Object.fromEntries(codes.map((code) => [code, best[code] ?? ''])));
      expect(found.parts.reduce((sum, { points }) => sum + points, 0)).toBe(found.total);
      expect(Object.values(found.points).reduce((sum, points) => sum + points, 0)).toBe(found.total);
      expect(found.unanswered.length + codes.length).toBe(index.criteria.length);
    }),
  );
});
