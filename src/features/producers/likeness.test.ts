/** How far two records look like one producer: a table of cases, and the pairs of the real lists that were judged by hand. */
import { expect, it } from 'vitest';
import { readCsvRows } from '#features/units';
import { cases, cell } from '../../../tests/support/cases.ts';
import { type Compared, comparedBy, likeness } from './likeness.ts';

it.each(cases(import.meta.url, 'likeness.cases.md', 'Hai hồ sơ'))('%o', (row) => {
  const side = (letter: 'A' | 'B'): Compared => {
    const of = (name: string) => cell(row, `${name} ${letter}`) || null;
    return comparedBy({
      ...{ name: cell(row, `name ${letter}`), address: of('address'), phone: of('phone'), taxCode: of('tax') },
      ...{ commune: of('commune'), formerUnit: of('former') },
    });
  };
  const [a, b] = [side('A'), side('B')];
  const found = likeness(a, b);
  expect([String(found?.strength ?? ''), found?.reasons.join(' ') ?? '']).toEqual([
    cell(row, 'strength'),
    cell(row, 'reasons'),
  ]);
  expect(likeness(b, a)).toEqual(found);
});

const DEMO = new URL('../../../db/demo/', import.meta.url);
type Pair = Record<'list_a' | 'row_a' | 'list_b' | 'row_b' | 'producer_a' | 'producer_b' | 'judgement', string>;
type Row = Record<
  | 'list_id'
  | 'row_no'
  | 'address'
  | 'province_code'
  | 'district_code'
  | 'commune_code'
  | 'new_commune_codes'
  | 'new_commune_part',
  string
>;

it('finds the pairs of real lists that a person judged the same, and asks about few that are different', () => {
  const rows = new Map(
    readCsvRows<keyof Row>(new URL('products.csv.gz', DEMO)).map((row) => [`${row.list_id}:${row.row_no}`, row]),
  );
  const side = (list: string, no: string, name: string): Compared => {
    const row = rows.get(`${list}:${no}`);
    if (!row) throw new Error(`no row ${list}:${no}`);
    const whole = row.new_commune_part === 'full' && !row.new_commune_codes.includes('|') ? row.new_commune_codes : '';
    const former = row.commune_code || row.district_code || row.province_code;
    return comparedBy({
      name,
      address: row.address || null,
      phone: null,
      taxCode: null,
      commune: whole || null,
      formerUnit: former || null,
    });
  };
  const judged = readCsvRows<keyof Pair>(new URL('same-name-pairs.csv', DEMO)).filter(
    ({ producer_a, producer_b }) => producer_a !== '' && producer_b !== '',
  );
  const asked = (pair: Pair) =>
    likeness(side(pair.list_a, pair.row_a, pair.producer_a), side(pair.list_b, pair.row_b, pair.producer_b)) !== null;
  const of = (judgement: string) => judged.filter((pair) => pair.judgement === judgement);
  const figures = {
    same: of('same').length,
    found: of('same').filter(asked).length,
    different: of('different').length,
    falseAlarms: of('different').filter(asked).length,
  };
  console.info(`pairs judged by hand: ${JSON.stringify(figures)}`);
  // Missed: "Hợp tác xã (HTX) Thân Trường", and "Thái Sơn" beside "Thái Sơn Bắc Giang".
  expect(figures).toEqual({ same: 18, found: 16, different: 25, falseAlarms: 0 });
});
