import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnswerSheet, bestSheet, drawnSheet, sheetInWords } from '../../tests/support/sheets.ts';
import { type AdviceStep, type Advised, starAdvice, withSteps } from './adviser.ts';
import { findSet, loadRulebook, RULEBOOK_IDS, scoredCriteria } from './rulebooks.ts';
import { bandStar, GATE_BASES, GATE_STARS, gates, indexSet, type SetIndex, scoreSheet, starOf } from './scoring.ts';

const rulebooks = await Promise.all(RULEBOOK_IDS.map(loadRulebook));
const sets = rulebooks.flatMap((rulebook) =>
  rulebook.productSets.map((set) => ({ id: set.id, set, index: indexSet(set, rulebook.starBands) })),
);

function rowOf(index: SetIndex, answers: AnswerSheet): readonly number[] {
  const scored = scoreSheet(index, answers);
  if (!scored.ok) throw new Error(scored.message);
  return scored.points;
}

function starWith(index: SetIndex, { points, basis }: Advised): number {
  const sum = points.flat().reduce((a, b) => a + b, 0);
  return starOf(bandStar(index.bands, { sum, count: points.length }), gates(index, points, basis));
}

/** The sheet after these steps, as the producer would tick it. */
const answersAfter = (answers: AnswerSheet, index: SetIndex, steps: readonly AdviceStep[]): AnswerSheet => ({
  ...answers,
  ...Object.fromEntries(
    steps.map(({ criterion, to }) => [criterion, index.byCode.get(criterion)?.multiple ? [...to] : (to[0] ?? '')]),
  ),
});

const drawn = (size: number) =>
  fc.record({ mood: fc.nat(100), draws: fc.array(fc.nat(9999), { minLength: size, maxLength: size }) });

describe('the way to a star', () => {
  const seen = { steps: 0, gates: 0, both: 0 };

  it('is drawn for all 79 sets', () => {
    expect(sets.length).toBe(79);
  });

  it.each(sets)('$id: its steps reach the star by the engine, none is superfluous, none lowers anything', (one) => {
    const { set, index } = one;
    const most = 100 - (set.gap?.points ?? 0);
    expect(rowOf(index, bestSheet(set)).reduce((a, b) => a + b, 0)).toBe(most);
    fc.assert(
      fc.property(drawn(scoredCriteria(set).length), fc.constantFrom(...GATE_STARS), ({ mood, draws }, target) => {
        const answers = drawnSheet(set, mood, draws);
        const now: Advised = { points: [rowOf(index, answers)], chosen: answers, basis: 'mean' };
        const { star, steps, mean } = starAdvice(index, now, target);
        if (steps === null) throw new Error('mọi phiếu đều tới được hạng này');
        expect(star).toBe(starWith(index, now));
        expect(steps.length === 0).toBe(star >= target);
        const after = answersAfter(answers, index, steps);
        const row = rowOf(index, after);
        expect(starWith(index, { ...now, points: [row] })).toBeGreaterThanOrEqual(target);
        expect(row.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(most);
        expect(row.reduce((a, b) => a + b, 0)).toBe(mean.sum + steps.reduce((all, { gain }) => all + gain.sum, 0));
        now.points[0]?.forEach((points, at) => void expect(row[at]).toBeGreaterThanOrEqual(points));
        for (const step of steps) {
          const without = answersAfter(
            answers,
            index,
            steps.filter((other) => other !== step),
          );
          expect(starWith(index, { ...now, points: [rowOf(index, without)] })).toBeLessThan(target);
        }
        const firstPoints = steps.findIndex(({ gate }) => gate === null);
        if (firstPoints >= 0) expect(steps.slice(firstPoints).every(({ gate }) => gate === null)).toBe(true);
        expect(starAdvice(index, now, target).steps).toEqual(steps);
        seen.steps += steps.length;
        seen.gates += steps.filter(({ gate }) => gate).length;
        if (firstPoints > 0) seen.both++;
      }),
      { numRuns: 40 },
    );
  });

  it('really met gates, points, and both together', () => {
    expect(seen.steps - seen.gates).toBeGreaterThan(1000);
    expect(seen.gates).toBeGreaterThan(1000);
    expect(seen.both).toBeGreaterThan(200);
  });

  it.each(sets)(
    "$id: from a council's sheets too, whatever their number and the basis of the gates",
    ({ set, index }) => {
      const size = scoredCriteria(set).length;
      fc.assert(
        fc.property(
          fc.array(drawn(size), { minLength: 2, maxLength: 9 }),
          fc.constantFrom(...GATE_BASES),
          fc.constantFrom(...GATE_STARS),
          (sheets, basis, target) => {
            const points = sheets.map(({ mood, draws }) => rowOf(index, drawnSheet(set, mood, draws)));
            const advised: Advised = { points, chosen: {}, basis };
            const { steps } = starAdvice(index, advised, target);
            if (steps === null) throw new Error('mọi phiếu đều tới được hạng này');
            const reached = (some: readonly AdviceStep[]) =>
              starWith(index, { ...advised, points: withSteps(index, points, some) });
            expect(reached(steps)).toBeGreaterThanOrEqual(target);
            for (const step of steps) expect(reached(steps.filter((other) => other !== step))).toBeLessThan(target);
          },
        ),
        { numRuns: 8 },
      );
    },
  );
});

describe('what a producer reads', () => {
  const set = findSet(rulebooks[0] ?? missing(), '06') ?? missing();
  const index = indexSet(set, rulebooks[0]?.starBands ?? []);
  const adviceOn = (words: string, target: 3 | 4 | 5) => {
    const chosen = sheetInWords(set, words);
    return starAdvice(index, { points: [rowOf(index, chosen)], chosen, basis: 'mean' }, target);
  };

  it('the best sheet needs nothing', () => {
    expect(adviceOn('cao nhất', 5)).toMatchObject({ star: 5, steps: [], lacking: { sum: 0, count: 1 } });
  });

  it('one gate short is one step: the lowest option that opens it', () => {
    const [gate] = index.gates[5];
    if (!gate) missing();
    const { star, steps } = adviceOn(`cao nhất; ${gate.criterion}=-`, 5);
    expect(star).toBeLessThan(5);
    expect(steps?.map(({ criterion, from }) => ({ criterion, from }))).toEqual([
      { criterion: gate.criterion, from: [] },
    ]);
    const lowest = Math.min(
      ...[...(index.byCode.get(gate.criterion)?.options.values() ?? [])]
        .map(({ points }) => points)
        .filter((points) => points >= gate.minPoints),
    );
    expect(steps?.[0]?.points).toBe(lowest);
  });

  it('a sheet that cannot reach the star says so', () => {
    const criteria = index.criteria.map((one) => (one.part === 'C' ? { ...one, options: new Map() } : one));
    const short: SetIndex = { ...index, criteria, byCode: new Map(criteria.map((one) => [one.code, one])) };
    const { steps } = starAdvice(short, { points: [criteria.map(() => 0)], chosen: {}, basis: 'mean' }, 5);
    expect(steps).toBeNull();
  });
});

function missing(): never {
  throw new Error('không có trong bộ tiêu chí');
}
