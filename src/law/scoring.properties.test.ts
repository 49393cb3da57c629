import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerSheet, drawnSheet } from '../../tests/support/sheets.ts';
import { type CouncilResult, councilResult } from './council.ts';
import {
  type GateStar,
  loadRulebook,
  optionsOf,
  type ProductSet,
  RULEBOOK_IDS,
  type ScoredCriterion,
  scoredCriteria,
} from './rulebooks.ts';
import { GATE_BASES, type GateBasis, indexSet, type SetIndex } from './scoring.ts';

const RUNS_A_SET = 60;
const rulebooks = await Promise.all(RULEBOOK_IDS.map(loadRulebook));
const sets = rulebooks.flatMap((rulebook) =>
  rulebook.productSets.map((set) => ({ id: set.id, set, index: indexSet(set, rulebook.starBands) })),
);

function councils(set: ProductSet) {
  const size = scoredCriteria(set).length;
  const sheet = fc.array(fc.nat(9999), { minLength: size, maxLength: size });
  return fc
    .record({
      mood: fc.nat(100),
      draws: fc.array(sheet, { minLength: 1, maxLength: 5 }),
      gateBasis: fc.constantFrom(...GATE_BASES),
    })
    .map(({ mood, draws, gateBasis }) => ({ sheets: draws.map((one) => drawnSheet(set, mood, one)), gateBasis }));
}

function resultOf(index: SetIndex, sheets: readonly AnswerSheet[], gateBasis: GateBasis): CouncilResult {
  const named = sheets.map((answers, i) => ({ member: `TV ${i + 1}`, answers }));
  const result = councilResult(index, named, { gateBasis });
  if (!result.ok) throw new Error(result.message);
  return result;
}

/** A second way to the same figures: straight from the printed options and marks, with fractions. */
function oracle(set: ProductSet, sheets: readonly AnswerSheet[], basis: GateBasis) {
  const points = (criterion: ScoredCriterion, sheet: AnswerSheet) => {
    const chosen = [sheet[criterion.code] ?? []].flat();
    return optionsOf(criterion)
      .filter((one) => chosen.includes(one.id))
      .reduce((sum, one) => sum + one.points, 0);
  };
  const total = sheets
    .flatMap((sheet) => scoredCriteria(set).map((one) => points(one, sheet)))
    .reduce((a, b) => a + b, 0);
  const band = [1, 2, 3, 4, 5].findLast((star) => total >= ([0, 30, 50, 70, 90][star - 1] ?? 0) * sheets.length) ?? 1;
  const lacks = (star: GateStar) =>
    scoredCriteria(set).some((criterion) => {
      const marked = optionsOf(criterion).filter((one) => (one.minStar ?? 9) <= star);
      const titled = (criterion.titleMinStar ?? 9) <= star;
      const needs = Math.max(0, titled ? 1 : 0, ...marked.map((one) => one.points));
      const got = sheets.map((sheet) => points(criterion, sheet));
      return basis === 'mean'
        ? got.reduce((a, b) => a + b, 0) < needs * got.length
        : got.some((value) => value < needs);
    });
  let star = Math.min(band, 2);
  for (const gate of [3, 4, 5] as const) if (gate <= band && star === gate - 1 && !lacks(gate)) star = gate;
  return { total, band, star };
}

/** The sheet with one answer raised, or undefined when the criterion drawn has no higher one. */
function raised(set: ProductSet, sheet: AnswerSheet, pick: number): AnswerSheet | undefined {
  const all = scoredCriteria(set);
  const criterion = all[pick % all.length];
  if (!criterion) return undefined;
  const options = optionsOf(criterion);
  const chosen = [sheet[criterion.code] ?? []].flat();
  const now = options.filter((one) => chosen.includes(one.id)).reduce((sum, one) => sum + one.points, 0);
  if (criterion.selection === 'multiple') {
    const more = options.find((one) => !chosen.includes(one.id) && one.points > 0);
    return more && { ...sheet, [criterion.code]: [...chosen, more.id] };
  }
  const higher = options.find((one) => one.points > now);
  return higher && { ...sheet, [criterion.code]: higher.id };
}

describe('random sheets of every set', () => {
  const seen = { raised: 0, gateLost: 0, stars: new Set<number>() };

  it('covers all 79 sets', () => {
    expect(sets.length).toBe(79);
  });

  it.each(sets)('$id', ({ set, index }) => {
    fc.assert(
      fc.property(councils(set), fc.nat(), fc.nat(), ({ sheets, gateBasis }, who, pick) => {
        const result = resultOf(index, sheets, gateBasis);
        for (const one of result.members) expect(one.total).toBe(one.parts.A + one.parts.B + one.parts.C);
        expect(result.mean.sum).toBe(result.members.reduce((sum, one) => sum + one.total, 0));
        const { star, bandStar } = result;
        if (star === null) throw new Error('chưa bị loại mà không có hạng');
        expect({ total: result.mean.sum, band: bandStar, star }).toEqual(oracle(set, sheets, gateBasis));
        expect(star).toBeLessThanOrEqual(bandStar);
        for (const gate of [3, 4, 5] as const) if (gate <= star) expect(result.gates[gate].missing).toEqual([]);
        if (star < bandStar) {
          const next = Math.max(3, star + 1) as GateStar;
          expect(result.gates[next].missing).not.toEqual([]);
          seen.gateLost++;
        }
        seen.stars.add(star);
        const at = who % sheets.length;
        const better = raised(set, sheets[at] ?? {}, pick);
        if (!better) return;
        seen.raised++;
        const after = resultOf(index, sheets.with(at, better), gateBasis);
        expect(after.star ?? 0).toBeGreaterThanOrEqual(star);
      }),
      { numRuns: RUNS_A_SET },
    );
  });

  it('really met raised answers, lost gates and every star', () => {
    expect(seen.raised).toBeGreaterThan(500);
    expect(seen.gateLost).toBeGreaterThan(100);
    expect([...seen.stars].toSorted()).toEqual([1, 2, 3, 4, 5]);
  });
});
