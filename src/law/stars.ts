/**
 * From points to stars: bands on the mean without rounding, star gates, the star, the five-star candidate.
 * Sums and counts are whole numbers and are compared by multiplication: 89 + 90 + 91 over 3 is 90 exactly.
 * Source: Art. 3.3 and the note under each sheet of Decision 26/2026/QĐ-TTg; R5.1–R5.3.
 */
import type { GateStar, Star, StarBand } from './rulebooks/types.ts';
import { GATE_STARS, type SetIndex } from './set-index.ts';

/**
 * How a gate is judged when several members score: by the mean of their points on the criterion, or by each of them.
 * The decision does not say [?]; a setting of the council decides.
 */
export type GateBasis = 'mean' | 'everyMember';

export const GATE_BASES: readonly GateBasis[] = ['mean', 'everyMember'];

/** An exact mean: `sum` over `count`, both whole. */
export interface Mean {
  readonly sum: number;
  readonly count: number;
}

/** A gate that is not met: the points needed, and each member's points in the order of the sheets. */
export interface MissingGate {
  readonly criterion: string;
  readonly needs: number;
  readonly got: readonly number[];
}

export interface GateResult {
  readonly met: boolean;
  readonly missing: readonly MissingGate[];
}

export type Gates = Readonly<Record<GateStar, GateResult>>;

/** The highest band whose floor the mean reaches. Never rounds: sum ≥ floor × count. */
export function bandStar(bands: readonly StarBand[], mean: Mean): Star {
  let best: StarBand | undefined;
  for (const band of bands) {
    if (mean.sum >= band.minPoints * mean.count && (!best || band.star > best.star)) best = band;
  }
  if (!best) throw new Error('Không có thang sao nào cho điểm này');
  return best.star;
}

/**
 * The three lists of gates. `points` holds one row a member: the points by criterion of a scored sheet.
 * A set without star minimums has no gates: all three are met and empty.
 */
export function gates(index: SetIndex, points: readonly (readonly number[])[], basis: GateBasis): Gates {
  const of = (star: GateStar): GateResult => {
    const missing: MissingGate[] = [];
    for (const gate of index.gates[star]) {
      let sum = 0;
      let every = true;
      for (const row of points) {
        const got = row[gate.at] ?? 0;
        sum += got;
        if (got < gate.minPoints) every = false;
      }
      const met = basis === 'everyMember' ? every : sum >= gate.minPoints * points.length;
      if (!met) {
        missing.push({ criterion: gate.criterion, needs: gate.minPoints, got: points.map((row) => row[gate.at] ?? 0) });
      }
    }
    return { met: missing.length === 0, missing };
  };
  return { 3: of(3), 4: of(4), 5: of(5) };
}

/** The highest star up to the band's whose gates, and those of every lower star from 3, are all met. */
export function starOf(band: Star, met: Gates): Star {
  let star: Star = band < 3 ? band : 2;
  for (const gate of GATE_STARS) {
    if (gate > band || !met[gate].met) break;
    star = gate;
  }
  return star;
}

/** "89,99": the mean on a screen, two decimals, truncated, never rounded up. */
export function meanText(mean: Mean): string {
  if (mean.count <= 0) return '0,00';
  const scaled = mean.sum * 100;
  const hundredths = (scaled - (scaled % mean.count)) / mean.count;
  const whole = Math.trunc(hundredths / 100);
  return `${whole},${String(hundredths % 100).padStart(2, '0')}`;
}

/** Points and gates in one plain sentence: "Đủ điểm 4 sao, còn thiếu 3 điều kiện". */
export function starSentence(band: Star, star: Star, found: Gates): string {
  if (band < 3) return 'Chưa đủ điểm 3 sao';
  if (star === band) return `Đạt ${star} sao`;
  const lacking = new Set<string>();
  for (const gate of GATE_STARS) {
    if (gate <= band) for (const one of found[gate].missing) lacking.add(one.criterion);
  }
  return `Đủ điểm ${band} sao, còn thiếu ${lacking.size} điều kiện`;
}
