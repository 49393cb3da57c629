import type { GateStar } from '#law/rulebooks';
import { GATE_STARS, type SetIndex } from '#law/scoring';
import type { Mean } from '#law/stars';
import { meanWords } from './advice.ts';
import { OPINION, type ToldResult } from './told.ts';

/** One criterion of a told result: the mean, what it lost, the marks it missed, what was written. */
export interface Loss {
  readonly criterion: string;
  readonly title: string;
  readonly mean: string;
  readonly max: number;
  readonly lost: string;
  readonly gates: readonly { readonly star: GateStar; readonly needs: number }[];
  readonly notes: readonly string[];
}

export interface Losses {
  /** Those that lost a point or more, missed a mark or have a note; what lost most first. */
  readonly rows: readonly Loss[];
  /** Those that lost less than one point, without mark or note. */
  readonly small: readonly Loss[];
  /** How many have all their points and no note. */
  readonly full: number;
  /** Opinions on the product as a whole. */
  readonly opinions: readonly string[];
}

/** What a told result lost, criterion by criterion. */
export function lossesOf(told: ToldResult, index: SetIndex, notes: ReadonlyMap<string, readonly string[]>): Losses {
  const all = told.criteria.map(({ criterion, sum, count, maxPoints }) => {
    const lost: Mean = { sum: maxPoints * count - sum, count };
    const gates = GATE_STARS.flatMap((star) => {
      const missed = told.gates[star].missing.find((one) => one.criterion === criterion);
      return missed ? [{ star, needs: missed.needs }] : [];
    });
    const title = index.byCode.get(criterion)?.title ?? '';
    const words = { mean: meanWords({ sum, count }), lost: meanWords(lost), notes: notes.get(criterion) ?? [] };
    return { criterion, title, max: maxPoints, gates, ...words, missing: lost.sum };
  });
  const shown = all
    .filter(({ missing, notes: here }) => missing > 0 || here.length > 0)
    .toSorted((a, b) => b.missing - a.missing);
  const weighty = ({ missing, gates, notes: here }: (typeof all)[number]) =>
    missing >= told.count || gates.length > 0 || here.length > 0;
  return {
    rows: shown.filter(weighty),
    small: shown.filter((one) => !weighty(one)),
    full: all.length - shown.length,
    opinions: notes.get(OPINION) ?? [],
  };
}
