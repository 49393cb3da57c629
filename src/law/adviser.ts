/**
 * The star adviser: what separates a product from a star, and the smallest changes of its sheet that reach it. Gates
 * first, then points, by the very engine that scores. Advice only: it decides nothing.
 * Source: Art. 3.3 and the star marks of the sheets of Decision 26/2026/QĐ-TTg; R5.1–R5.3.
 */
import type { GateStar, Star } from './rulebooks/types.ts';
import type { Answers } from './scoring.ts';
import { GATE_STARS, type IndexedCriterion, type SetIndex } from './set-index.ts';
import { bandStar, type GateBasis, gates, type Mean, starOf } from './stars.ts';

/** What is advised on: one row of points a sheet, by criterion; and the answers known, which name case and ticks. */
export interface Advised {
  readonly points: readonly (readonly number[])[];
  readonly chosen: Answers;
  readonly basis: GateBasis;
}

/** One criterion raised: from the options chosen now to those to reach, and what the mean gains by it. */
export interface AdviceStep {
  readonly criterion: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Points of the options to reach. */
  readonly points: number;
  readonly gain: Mean;
  /** The lowest star whose gate stands here unmet; null where only points are gained. */
  readonly gate: { readonly star: GateStar; readonly needs: number } | null;
}

export interface StarAdvice {
  readonly star: Star;
  readonly target: GateStar;
  readonly mean: Mean;
  /** What the mean lacks to the band of the target; 0 where the points are there already. */
  readonly lacking: Mean;
  /** In the order to be read: gates from the lowest star, then points; the smaller change first. Null: the sheet cannot reach it. */
  readonly steps: readonly AdviceStep[] | null;
}

/** A way to raise one criterion. `cost`: how many levels up, far more where the case itself would change. */
interface Raise {
  readonly to: readonly string[];
  readonly points: number;
  readonly gain: number;
  readonly cost: number;
}

/** Changing which case applies is no improvement of the product: only where its own case cannot reach far enough. */
const OTHER_CASE = 1000;

/** The star as it stands, and the advice to `target`. No steps where the target is reached. */
export function starAdvice(index: SetIndex, advised: Advised, target: GateStar): StarAdvice {
  const count = advised.points.length;
  const sum = advised.points.reduce((all, row) => all + row.reduce((a, b) => a + b, 0), 0);
  const met = gates(index, advised.points, advised.basis);
  const star = starOf(bandStar(index.bands, { sum, count }), met);
  const floor = index.bands.find((band) => band.star === target)?.minPoints ?? 0;
  const lacking = Math.max(0, floor * count - sum);
  const head = { star, target, mean: { sum, count }, lacking: { sum: lacking, count } };
  if (star >= target) return { ...head, steps: [] };
  const open = new Map<string, { star: GateStar; needs: number }>();
  for (const gate of GATE_STARS) {
    for (const { criterion, needs } of gate > target ? [] : met[gate].missing) {
      open.set(criterion, { star: open.get(criterion)?.star ?? gate, needs });
    }
  }
  const ways = index.criteria.map((criterion) => raisesOf(criterion, advised));
  const bound = ways.map((raises, at) => {
    const gate = open.get(index.criteria[at]?.code ?? '');
    return gate ? cheapest(raises.filter(({ points }) => points >= gate.needs)) : NONE;
  });
  const given: Raise[] = [];
  for (const one of bound) {
    if (one === undefined) return { ...head, steps: null };
    given.push(one);
  }
  const left = lacking - given.reduce((all, { gain }) => all + gain, 0);
  const picked = fewestLevels(ways, given, Math.max(0, left));
  if (picked === null) return { ...head, steps: null };
  const steps = picked.flatMap((raise, at) => {
    const criterion = index.criteria[at];
    if (raise === NONE || !criterion) return [];
    const { to, points, gain, cost } = raise;
    const from = [advised.chosen[criterion.code] ?? []].flat();
    const gate = open.get(criterion.code) ?? null;
    return [{ step: { criterion: criterion.code, from, to, points, gain: { sum: gain, count }, gate }, cost }];
  });
  const rank = ({ step: { gate } }: { step: AdviceStep }) => gate?.star ?? 6;
  steps.sort((a, b) => rank(a) - rank(b) || a.cost - b.cost || b.step.gain.sum - a.step.gain.sum);
  return { ...head, steps: steps.map(({ step }) => step) };
}

/** Rows of points as they are once a step is done: nobody's points sink. */
export function withSteps(
  index: SetIndex,
  points: readonly (readonly number[])[],
  steps: readonly AdviceStep[],
): readonly (readonly number[])[] {
  const to = new Map(steps.map((step) => [index.byCode.get(step.criterion)?.at, step.points]));
  return points.map((row) => row.map((now, at) => Math.max(now, to.get(at) ?? now)));
}

const NONE: Raise = Object.freeze({ to: [], points: 0, gain: 0, cost: 0 });

const cheapest = (raises: readonly Raise[]): Raise | undefined =>
  raises.toSorted((a, b) => a.cost - b.cost || a.gain - b.gain)[0];

/** Every way to raise a criterion that gains points, in printed order. */
function raisesOf(criterion: IndexedCriterion, { points: rows, chosen }: Advised): Raise[] {
  const now = rows.map((row) => row[criterion.at] ?? 0);
  const gainOf = (points: number) => now.reduce((all, one) => all + Math.max(0, points - one), 0);
  const ticked = [chosen[criterion.code] ?? []].flat();
  const options = [...criterion.options].map(([id, one]) => ({ id, ...one }));
  if (criterion.multiple) {
    const others = options.filter(({ id, points }) => !ticked.includes(id) && points > 0);
    return subsets(others)
      .map((added) => {
        const to = options.filter((one) => ticked.includes(one.id) || added.includes(one));
        const points = to.reduce((all, one) => all + one.points, 0);
        return { to: to.map(({ id }) => id), points, gain: gainOf(points), cost: Math.max(1, added.length) };
      })
      .filter(({ gain }) => gain > 0);
  }
  const own = options.find(({ id }) => ticked.includes(id))?.inCase;
  const least = Math.min(...now);
  return options.flatMap(({ id, points, inCase }) => {
    const gain = gainOf(points);
    if (gain === 0) return [];
    const levels = new Set(options.filter((one) => one.inCase === inCase).map((one) => one.points));
    const above = [...levels].filter((one) => one > least && one <= points).length;
    const elsewhere = own !== undefined && own !== inCase;
    return [{ to: [id], points, gain, cost: above + (elsewhere ? OTHER_CASE : 0) }];
  });
}

function subsets<T>(all: readonly T[]): T[][] {
  let found: T[][] = [[]];
  for (const one of all) found = found.concat(found.map((some) => [...some, one]));
  return found;
}

/**
 * The raises that gain at least `left` over those given, with the fewest levels in all and then the least gain beyond;
 * by criterion, `NONE` where nothing is raised. Null where all of them together do not suffice.
 */
function fewestLevels(ways: readonly (readonly Raise[])[], given: readonly Raise[], left: number): Raise[] | null {
  interface Way {
    readonly cost: number;
    readonly gain: number;
    readonly raise: Raise;
    readonly rest: Way | null;
  }
  const none: Way = { cost: 0, gain: 0, raise: NONE, rest: null };
  // best[d]: the best way through the criteria from here on when d is still lacking.
  let best: (Way | null)[] = Array.from({ length: left + 1 }, (_, d) => (d === 0 ? none : null));
  for (let at = ways.length - 1; at >= 0; at--) {
    const base = given[at] ?? NONE;
    const choices = [base, ...(ways[at] ?? []).filter((one) => one.gain > base.gain && one.cost >= base.cost)];
    const after = best;
    best = after.map((_, d) => {
      let found: Way | null = null;
      for (const raise of choices) {
        const gain = raise.gain - base.gain;
        const rest = after[Math.max(0, d - gain)] ?? null;
        if (!rest) continue;
        const way = { cost: rest.cost + raise.cost - base.cost, gain: rest.gain + gain, raise, rest };
        if (!found || way.cost < found.cost || (way.cost === found.cost && way.gain < found.gain)) found = way;
      }
      return found;
    });
  }
  const picked: Raise[] = [];
  let way = best[left];
  if (!way) return null;
  for (; way.rest; way = way.rest) picked.push(way.raise);
  return picked;
}
