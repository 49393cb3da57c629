import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../../tests/support/cases.ts';
import { readListRows } from './list-rows.ts';
import { nameKey, nearNames, shelfOf, shelvesNear } from './name-key.ts';

const file = 'name-key.cases.md';

function compared(a: string, b: string): string {
  const [one, other] = [nameKey(a), nameKey(b)];
  if (one.key === other.key) return 'giống';
  return nearNames(one, other) ? 'gần' : 'khác';
}

describe('names written differently', () => {
  it.each(cases(import.meta.url, file, 'Hai cách viết'))('%o', (row) => {
    const [a, b] = [cell(row, 'tên thứ nhất'), cell(row, 'tên thứ hai')];
    expect(compared(a, b)).toBe(cell(row, 'kết quả'));
    expect(compared(b, a)).toBe(cell(row, 'kết quả'));
  });

  it.each(cases(import.meta.url, file, 'Loại hình trong tên'))('%o', (row) => {
    const key = nameKey(cell(row, 'tên'));
    expect([key.form ?? '', key.core]).toEqual([cell(row, 'loại hình'), cell(row, 'lõi')]);
  });

  it('composed or not, capitals, blanks and punctuation change no key', () => {
    const names = readListRows().flatMap((row) => [row.product_name, row.producer_name].filter((name) => name !== ''));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.boolean(), fc.boolean(), (name, decomposed, capitals) => {
        const other = (capitals ? name.toUpperCase() : name).normalize(decomposed ? 'NFD' : 'NFC');
        expect(nameKey(` ${other.replaceAll(' ', ' \u00a0')}. `)).toEqual(nameKey(name));
      }),
    );
  });

  it('names that are near stand on shelves that are near', () => {
    const word = fc.constantFrom('mật', 'ong', 'sen', 'hồng', 'htx', 'số 1', 'số 2', 'đồng', 'tâm', 'nhãn', 'lồng');
    const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const slip = fc.tuple(name, fc.nat(40), fc.constantFrom('', 'x', 'a'));
    let near = 0;
    fc.assert(
      fc.property(slip, ([one, at, letter]) => {
        const [a, b] = [
          nameKey(one),
          nameKey(one.slice(0, at % one.length) + letter + one.slice((at % one.length) + 1)),
        ];
        if (!nearNames(a, b)) return;
        near += 1;
        expect(shelvesNear(a)).toContain(shelfOf(b));
      }),
      { numRuns: 500 },
    );
    expect(near).toBeGreaterThan(50);
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => nameKey(nameKey(text).key).key.length >= 0));
    expect(nameKey(' – ')).toEqual({ form: null, key: '', bare: '', core: '' });
  });
});
