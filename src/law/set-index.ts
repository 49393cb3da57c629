/** A product set made ready for scoring: look-ups instead of searches. Built once a set, never changed. */
import { optionsOf, scoredBelow } from './rulebooks/arithmetic.ts';
import type { GateStar, PartCode, ProductSet, StarBand, StarMinimum } from './rulebooks/types.ts';

export const GATE_STARS: readonly GateStar[] = [3, 4, 5];
export const PART_CODES: readonly PartCode[] = ['A', 'B', 'C'];

export interface IndexedOption {
  readonly points: number;
  /** The case the option belongs to; null where the criterion has no cases. */
  readonly inCase: string | null;
}

export interface IndexedCriterion {
  readonly code: string;
  readonly title: string;
  readonly part: PartCode;
  readonly maxPoints: number;
  readonly multiple: boolean;
  /** Place of the criterion in `criteria`, and of its points in a scored sheet. */
  readonly at: number;
  readonly options: ReadonlyMap<string, IndexedOption>;
}

/** A gate with the place of its criterion. */
export interface Gate extends StarMinimum {
  readonly at: number;
}

export interface SetIndex {
  readonly set: ProductSet;
  /** Highest band first. */
  readonly bands: readonly StarBand[];
  readonly criteria: readonly IndexedCriterion[];
  readonly byCode: ReadonlyMap<string, IndexedCriterion>;
  readonly gates: Readonly<Record<GateStar, readonly Gate[]>>;
}

/**
 * Prepares a set for scoring. The bands are those of its rulebook.
 * Throws when a star minimum names a criterion the set does not have (validated rulebooks never do).
 */
export function indexSet(set: ProductSet, starBands: readonly StarBand[]): SetIndex {
  const criteria: IndexedCriterion[] = [];
  for (const part of set.parts) {
    for (const criterion of part.criteria.flatMap(scoredBelow)) {
      const options = new Map<string, IndexedOption>();
      for (const one of criterion.cases ?? []) {
        for (const option of one.options) options.set(option.id, { points: option.points, inCase: one.code });
      }
      for (const option of criterion.options ?? []) options.set(option.id, { points: option.points, inCase: null });
      criteria.push({
        code: criterion.code,
        title: criterion.title,
        part: part.code,
        maxPoints: optionsOf(criterion).length === 0 ? 0 : criterion.maxPoints,
        multiple: criterion.selection === 'multiple',
        at: criteria.length,
        options,
      });
    }
  }
  const byCode = new Map(criteria.map((one) => [one.code, one]));
  const gatesOf = (star: GateStar): readonly Gate[] =>
    (set.starMinimums?.[`${star}`] ?? []).map((minimum) => {
      const criterion = byCode.get(minimum.criterion);
      if (!criterion) throw new Error(`${set.id}: starMinimums ${star} nêu tiêu chí không có: ${minimum.criterion}`);
      return { ...minimum, at: criterion.at };
    });
  return {
    set,
    bands: starBands.toSorted((a, b) => b.star - a.star),
    criteria,
    byCode,
    gates: { 3: gatesOf(3), 4: gatesOf(4), 5: gatesOf(5) },
  };
}
