/** How members judged, for the chair: advice only. Nothing here touches a mean or a star (issue: fair-judging report). */

export interface JudgedProduct {
  readonly product: string;
  /** Totals by seat. */
  readonly totals: Readonly<Record<string, number>>;
}

export interface Habit {
  readonly seat: string;
  readonly sheets: number;
  /** Mean distance from the mean of the others: above zero gives more, below less. In points. */
  readonly severity: number;
  /** How much that distance varies from product to product (standard deviation, in points); null with one sheet. */
  readonly consistency: number | null;
}

/** Severity and consistency of every seat that scored beside others, in the order of the seats. */
export function habitsOf(seats: readonly string[], products: readonly JudgedProduct[]): Habit[] {
  return seats.flatMap((seat) => {
    const distances = products.flatMap(({ totals }) => {
      const own = totals[seat];
      const others = Object.entries(totals).flatMap(([other, total]) => (other === seat ? [] : [total]));
      return own === undefined || others.length === 0 ? [] : [own - mean(others)];
    });
    if (distances.length === 0) return [];
    return [{ seat, sheets: distances.length, severity: mean(distances), consistency: deviation(distances) }];
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

function deviation(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const middle = mean(values);
  const squares = values.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** "+3,2", "−1,0", "0,0": a distance in words, one decimal. */
export function distanceText(points: number): string {
  const tenths = Math.round(points * 10);
  const size = Math.abs(tenths);
  const sign = tenths > 0 ? '+' : tenths < 0 ? '−' : '';
  return `${sign}${Math.trunc(size / 10)},${size % 10}`;
}
