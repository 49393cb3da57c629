import { type SetIndex, scoreSheet } from '#law/scoring';

/**
 * A sheet of about `points` points whose gates hold for every star up to `star`: the highest option everywhere, then
 * lowered criterion by criterion, beginning at another one for every `turn` so that members differ.
 */
export function demoSheet(
  index: SetIndex,
  star: 1 | 2 | 3 | 4 | 5,
  points: number,
  turn = 0,
): Record<string, string | string[]> {
  const answers = new Map<string, readonly string[]>();
  for (const { code, options, multiple } of index.criteria) {
    const ordered = [...options].sort((a, b) => b[1].points - a[1].points);
    const first = ordered[0];
    if (!first) continue;
    const all = ordered.filter(([, one]) => one.inCase === first[1].inCase).map(([id]) => id);
    answers.set(code, multiple ? all : [first[0]]);
  }
  const least = leastPoints(index, star);
  for (let round = 0; round < 12; round += 1) {
    for (let i = 0; i < index.criteria.length; i += 1) {
      if (totalOf(index, answers) <= points) return plain(answers);
      const criterion = index.criteria[(i + turn * 3) % index.criteria.length];
      if (criterion) lower(index, answers, criterion.code, least.get(criterion.code) ?? 0);
    }
  }
  return plain(answers);
}

function leastPoints(index: SetIndex, star: number): ReadonlyMap<string, number> {
  const gates = ([3, 4, 5] as const).filter((one) => one <= star).flatMap((one) => index.gates[one]);
  const least = new Map<string, number>();
  for (const gate of gates) least.set(gate.criterion, Math.max(gate.minPoints, least.get(gate.criterion) ?? 0));
  return least;
}

/** One step down: the next lower option, or one tick less, unless that breaks a gate. */
function lower(index: SetIndex, answers: Map<string, readonly string[]>, code: string, least: number): void {
  const criterion = index.byCode.get(code);
  const chosen = answers.get(code);
  if (!criterion || !chosen) return;
  const points = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (criterion.options.get(id)?.points ?? 0), 0);
  const before = points(chosen);
  const next = criterion.multiple
    ? chosen.slice(0, -1)
    : [...criterion.options]
        .filter(([, one]) => one.points < before)
        .sort((a, b) => b[1].points - a[1].points)
        .slice(0, 1)
        .map(([id]) => id);
  if (points(next) >= least && (next.length > 0 || criterion.multiple)) answers.set(code, next);
}

const plain = (answers: ReadonlyMap<string, readonly string[]>): Record<string, string | string[]> =>
  Object.fromEntries([...answers].map(([code, ids]) => [code, ids.length === 1 ? (ids[0] ?? '') : [...ids]]));

function totalOf(index: SetIndex, answers: ReadonlyMap<string, readonly string[]>): number {
  const scored = scoreSheet(index, plain(answers));
  if (!scored.ok) throw new Error(scored.message);
  return scored.total;
}

/**
 * A sheet of five-star points with one ***** mark missing: the gates of four stars hold, and one criterion that five stars
 * ask for stands a step too low. Every `turn` lacks the same one.
 */
export function demoSheetLacking(index: SetIndex, points: number, turn = 0): Record<string, string | string[]> {
  const four = leastPoints(index, 4);
  const answers = demoSheet(index, 5, points, turn);
  for (const gate of index.gates[5]) {
    const criterion = index.byCode.get(gate.criterion);
    if (!criterion || criterion.multiple) continue;
    const lower = [...criterion.options]
      .filter(([, one]) => one.points < gate.minPoints && one.points >= (four.get(gate.criterion) ?? 0))
      .sort((a, b) => b[1].points - a[1].points)[0];
    if (lower) return { ...answers, [gate.criterion]: lower[0] };
  }
  throw new Error('no ***** mark of this set can be missed alone');
}
