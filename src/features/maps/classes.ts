/** Five tints of a map: each holds about as many places as the others, so one large city does not wash out the rest. */
export interface TintClass {
  readonly from: number;
  readonly to: number;
}

/** The classes of the numbers above zero, the smallest first; fewer where there are few different numbers. */
export function tintClasses(numbers: readonly number[], most = 5): TintClass[] {
  const used = numbers.filter((one) => one > 0).toSorted((a, b) => a - b);
  const tops = Array.from({ length: most }, (_, at) => used[Math.ceil(((at + 1) * used.length) / most) - 1] ?? 0);
  const different = [...new Set(tops)].filter((top) => top > 0);
  return different.map((to, at) => ({ from: at === 0 ? (used[0] ?? 1) : (different[at - 1] ?? 0) + 1, to }));
}

/** Which class a number is in, from 1, the darkest always 5; 0 for none. */
export function tintOf(number: number, classes: readonly TintClass[]): number {
  if (number <= 0) return 0;
  const at = classes.findIndex(({ to }) => number <= to);
  return at === -1 ? 5 : 5 - (classes.length - 1 - at);
}
