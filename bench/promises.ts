/** What is promised, what was measured, and whether it holds. */

export interface Measured {
  readonly what: string;
  readonly measured: number;
  /** The promise: no more than this, or no less. */
  readonly limit: number;
  readonly sense: 'atMost' | 'atLeast';
  readonly unit: string;
  /** An absolute figure is meant for two idle cores: on a busy machine it fails only at twice the figure. */
  readonly absolute: boolean;
}

export function holds({ measured, limit, sense, absolute }: Measured): boolean {
  const allowance = absolute ? 2 : 1;
  return sense === 'atMost' ? measured <= limit * allowance : measured >= limit / allowance;
}

/** One line a promise, columns aligned. */
export function table(rows: readonly Measured[]): string {
  const cells = [
    ['promise', 'limit', 'measured', ''],
    ...rows.map((row) => [
      row.what,
      `${row.sense === 'atMost' ? '≤' : '≥'} ${figure(row.limit)}${row.unit}`,
      `${figure(row.measured)}${row.unit}`,
      verdict(row),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

function verdict(row: Measured): string {
  if (!holds(row)) return 'FAILS';
  return holds({ ...row, absolute: false }) ? 'ok' : 'over the figure, within twice';
}

function figure(value: number): string {
  return String(Number(value.toFixed(value >= 100 ? 0 : 2)));
}
