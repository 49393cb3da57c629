/**
 * A practice sheet beside the marks the council gave: how far apart on each criterion. Decides nothing. Practice is a matter
 * of the council's regulation (Art. 7.3.b of Decision 26/2026/QĐ-TTg) [?].
 */
import type { Mean } from './stars.ts';

/** What the council gave on one criterion: the mean of its members. */
export interface KnownMark extends Mean {
  readonly criterion: string;
}

export interface Compared {
  readonly criterion: string;
  readonly mine: number;
  readonly known: Mean;
  /** Mine less the known mean, in hundredths of a point, cut off, not rounded. */
  readonly difference: number;
}

/** Each criterion the council judged, the widest difference first; a criterion left out counts as 0 points. */
export function compareWithKnown(points: Readonly<Record<string, number>>, known: readonly KnownMark[]): Compared[] {
  return known
    .map(({ criterion, sum, count }) => {
      const mine = points[criterion] ?? 0;
      const difference = count > 0 ? Math.trunc(((mine * count - sum) * 100) / count) : 0;
      return { criterion, mine, known: { sum, count }, difference };
    })
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
}

/** "+0,50", "-1,33", "0". */
export function differenceText(hundredths: number): string {
  if (hundredths === 0) return '0';
  const size = Math.abs(hundredths);
  const text = `${Math.trunc(size / 100)},${String(size % 100).padStart(2, '0')}`;
  return `${hundredths > 0 ? '+' : '-'}${text}`;
}
