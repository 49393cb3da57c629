// The 82 lists of tests/fixtures/lists as offices send them, read by the one code there is, against their clean rows.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCsvRows } from '#features/units';
import { readList } from './read-list.ts';
import type { ReadRow } from './types.ts';
import { nameKey } from './words.ts';

const FIXTURES = new URL('../../../../tests/fixtures/lists/', import.meta.url);
interface Listed {
  readonly file: string;
  readonly list_ids: readonly string[];
  readonly rows: number;
  readonly repeated_rows?: readonly unknown[];
}
type Column = 'list_id' | 'product_name' | 'product_raw' | 'producer_name' | 'producer_raw' | 'stars' | 'commune_code';
type Clean = Record<Column, string>;

const manifest: readonly Listed[] = JSON.parse(readFileSync(new URL('manifest.json', FIXTURES), 'utf8'));
const clean: readonly Clean[] = readCsvRows<Column>(new URL('../../../../db/demo/products.csv.gz', import.meta.url));
const READ = ['new', 'doubtful', 'refused'];

interface Tally {
  readonly file: string;
  readonly expected: number;
  readonly read: number;
  readonly doubtful: number;
  readonly repeats: number;
  readonly names: number;
  readonly stars: number;
  readonly producers: number;
  readonly inventedRows: number;
  readonly inventedStars: number;
  readonly misses: readonly string[];
}

const same = (read: string | null, ...written: string[]) =>
  written.some((each) => nameKey(read ?? '') === nameKey(each));

/** Pairs each clean row with a read one: of those with the same name the one that agrees most. */
function tally(file: string, expected: readonly Clean[], rows: readonly ReadRow[]): Tally {
  const left = new Set(rows.filter((row) => READ.includes(row.status)));
  const misses: string[] = [];
  const count = { names: 0, stars: 0, producers: 0, inventedStars: 0 };
  for (const row of expected) {
    const agrees = (each: ReadRow) =>
      Number(same(each.producer, row.producer_name, row.producer_raw)) * 2 +
      Number(String(each.stars ?? '') === row.stars);
    const [best] = [...left]
      .filter((each) => same(each.product, row.product_name, row.product_raw))
      .sort((a, b) => agrees(b) - agrees(a));
    if (best === undefined) {
      misses.push(`no row “${row.product_name}”`);
      continue;
    }
    left.delete(best);
    count.names += 1;
    if (String(best.stars ?? '') === row.stars) count.stars += 1;
    else misses.push(`${row.product_name}: stars ${row.stars} read ${best.stars}`);
    if (row.stars === '' && best.stars !== null) count.inventedStars += 1;
    if (same(best.producer, row.producer_name, row.producer_raw)) count.producers += 1;
    else misses.push(`${row.product_name}: producer “${row.producer_name}” read “${best.producer}”`);
  }
  for (const row of left) misses.push(`invented row ${row.sheet}:${row.row} “${row.product}”`);
  const status = (wanted: string) => rows.filter((row) => row.status === wanted).length;
  return {
    ...{
      file,
      expected: expected.length,
      read: status('new') + status('doubtful') + status('refused'),
      doubtful: status('doubtful'),
    },
    ...{ repeats: status('repeat'), ...count, inventedRows: left.size, misses },
  };
}

test('U-import: the 82 raw lists read back to their clean rows', { timeout: 60_000 }, async () => {
  const tallies: Tally[] = [];
  for (const { file, list_ids } of manifest) {
    const bytes = readFileSync(new URL(`raw/${file}`, FIXTURES));
    const read = await readList(bytes, { subject: 'products', fileName: file, today: '2026-06-01' });
    const expected = list_ids.flatMap((list) => clean.filter((row) => row.list_id === list));
    tallies.push(tally(file, expected, read.rows));
  }
  const sum = (
    key:
      | 'expected'
      | 'read'
      | 'doubtful'
      | 'repeats'
      | 'names'
      | 'stars'
      | 'producers'
      | 'inventedRows'
      | 'inventedStars',
  ) => tallies.reduce((total, each) => total + each[key], 0);
  const line = (name: string, ...figures: (number | string)[]) =>
    [name.padEnd(44), ...figures.map((each) => String(each).padStart(9))].join('');
  const table = [
    line('file', 'expected', 'read', 'doubtful', 'repeat', 'names', 'stars', 'producers'),
    ...tallies.map((each) =>
      line(each.file, each.expected, each.read, each.doubtful, each.repeats, each.names, each.stars, each.producers),
    ),
    line('all', ...(['expected', 'read', 'doubtful', 'repeats', 'names', 'stars', 'producers'] as const).map(sum)),
  ];
  const misses = tallies.flatMap((each) => each.misses.map((miss) => `${each.file}: ${miss}`));
  console.info([...table, ...misses].join('\n'));
  const share = (key: 'names' | 'stars' | 'producers') => sum(key) / sum('expected');
  expect(tallies).toHaveLength(82);
  expect({ rows: sum('inventedRows'), stars: sum('inventedStars') }).toEqual({ rows: 0, stars: 0 });
  expect(share('names')).toBeGreaterThanOrEqual(0.98);
  expect(share('stars')).toBeGreaterThanOrEqual(0.98);
  expect(share('producers')).toBeGreaterThanOrEqual(0.97);
  expect(sum('repeats')).toBe(manifest.reduce((total, each) => total + (each.repeated_rows?.length ?? 0), 0));
});
