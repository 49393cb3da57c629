import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { FLIGHT, flightKey, keyHash, tastingOrder } from './flight.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const dossiers = fc.uniqueArray(fc.uuid(), { minLength: FLIGHT.least, maxLength: FLIGHT.most });
const seeds = fc.string({ minLength: 1, maxLength: 32 });

describe('a tasting flight', () => {
  it.each(cases(import.meta.url, 'flight.cases.md', 'Bảng mã và thứ tự'))('%s', (row) => {
    const seed = cell(row, 'số ngẫu nhiên');
    const key = flightKey(cell(row, 'sản phẩm').split(' '), seed, hash);
    expect(key.map(({ code, dossier }) => `${code} ${dossier}`).join(', ')).toBe(cell(row, 'bảng mã'));
    const order = tastingOrder(
      key.map(({ code }) => code),
      seed,
      'ghe-1',
      hash,
    );
    expect(order.join(' ')).toBe(cell(row, 'thứ tự nếm của ghế ghe-1'));
  });

  it('gives every product one code of three digits, no two alike; the same seed gives the same key', () => {
    fc.assert(
      fc.property(dossiers, seeds, (products, seed) => {
        const key = flightKey(products, seed, hash);
        expect(key.map(({ dossier }) => dossier).toSorted()).toEqual(products.toSorted());
        expect(new Set(key.map(({ code }) => code)).size).toBe(products.length);
        expect(key.every(({ code }) => /^[1-9]\d\d$/.test(code))).toBe(true);
        expect(flightKey(products, seed, hash)).toEqual(key);
        expect(keyHash(seed, key, hash)).toBe(keyHash(seed, flightKey(products, seed, hash), hash));
      }),
    );
  });

  it('is tasted by each member in an order that is a permutation and follows from seed and seat alone', () => {
    fc.assert(
      fc.property(dossiers, seeds, fc.uuid(), (products, seed, seat) => {
        const codes = flightKey(products, seed, hash).map(({ code }) => code);
        const order = tastingOrder(codes, seed, seat, hash);
        expect(order.toSorted()).toEqual(codes.toSorted());
        expect(tastingOrder(codes.toReversed(), seed, seat, hash)).toEqual(order);
      }),
    );
  });

  it('has orders that differ between members and every place for every code: no product is always tasted first', () => {
    const codes = ['111', '222', '333', '444'];
    const first = new Map<string, number>();
    for (let seat = 0; seat < 400; seat += 1) {
      const [one = ''] = tastingOrder(codes, 'seed', String(seat), hash);
      first.set(one, (first.get(one) ?? 0) + 1);
    }
    for (const code of codes) expect(first.get(code) ?? 0).toBeGreaterThan(60); // 100 expected of 400
  });

  it('another key, or another seed, has another seal', () => {
    const key = flightKey(['a', 'b', 'c'], 'seed', hash);
    const swapped = key.map((one, at) => ({ ...one, dossier: key[(at + 1) % key.length]?.dossier ?? '' }));
    expect(keyHash('seed', swapped, hash)).not.toBe(keyHash('seed', key, hash));
    expect(keyHash('seed2', key, hash)).not.toBe(keyHash('seed', key, hash));
  });
});
