/** Middle of some figures; of an even number the lower of the two. */
export function median(figures: readonly number[]): number {
  return percentile(figures, 0.5);
}

/** The figure below which the given share lies: `percentile(times, 0.95)`. Throws RangeError without figures. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const figure = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (figure === undefined) throw new RangeError('no figures');
  return figure;
}
