// True rows in sheets as offices lay them out (tests/support/messy-lists.ts): what went in must come out.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsvRows } from '#features/units';
import {
  type Layout,
  layouts,
  losesStars,
  messyFile,
  orderOf,
  type TrueRow,
} from '../../../../tests/support/messy-lists.ts';
import { readList } from './read-list.ts';
import { nameKey } from './words.ts';

type Column = 'product_name' | 'producer_name' | 'commune' | 'district' | 'stars';
const clean: readonly Record<Column, string>[] = readCsvRows<Column>(
  new URL('../../../../db/demo/products.csv.gz', import.meta.url),
);

/** Real names, each product of each producer once; producers often come several times. */
const known: readonly TrueRow[] = clean
  .filter(
    (row) =>
      row.producer_name !== '' && !/[;\n(]|sao/i.test(row.product_name + row.producer_name) && row.commune !== '',
  )
  .filter(
    (row, at, all) =>
      all.findIndex(
        (each) => nameKey(each.product_name + each.producer_name) === nameKey(row.product_name + row.producer_name),
      ) === at,
  )
  .map((row, at) => ({
    ...{ product: row.product_name, producer: row.producer_name, commune: row.commune, district: row.district },
    ...{ stars: ([3, 4, 5] as const)[at % 3] ?? 3, score: 50 + ((at * 7) % 49) + 0.5 },
  }));

const rowsAnd = fc.tuple(
  fc
    .tuple(fc.nat(known.length - 1), fc.integer({ min: 4, max: 16 }))
    .map(([from, count]) => known.slice(from, from + count)),
  layouts,
);

/** Encodings that cannot write a filled star beside an empty one are not asked to. */
const plainStars = (layout: Layout): Layout => (losesStars(layout) ? { ...layout, star: 1 } : layout);

test('messy sheets of any layout give back their rows', { timeout: 120_000 }, async () => {
  const seed = Number(process.env.SEED ?? 20_260_601);
  console.info(`seed ${seed}`);
  await fc.assert(
    fc.asyncProperty(rowsAnd, async ([rows, asked]) => {
      fc.pre(rows.length >= 4);
      const layout = plainStars(asked);
      const { name, bytes } = await messyFile(rows, layout);
      const read = await readList(bytes, { subject: 'products', fileName: name, today: '2026-06-01' });
      const found = read.rows.filter((row) => row.status !== 'skipped');
      const told = found.map((row) => ({
        product: nameKey(row.product ?? ''),
        producer: nameKey(row.producer ?? ''),
        stars: row.stars,
      }));
      const expected = orderOf(rows, layout).map((row) => ({
        product: nameKey(row.product),
        producer: nameKey(row.producer),
        stars: row.stars,
      }));
      expect(told).toEqual(expected);
    }),
    { seed, numRuns: Number(process.env.RUNS ?? 150) },
  );
});
