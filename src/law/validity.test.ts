import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { certificateDays } from './certificate.ts';
import { speaksOn, statusOn } from './validity.ts';

const RULES = { expiryDayValid: true };

function recordedFrom(text: string) {
  const [id = '', issued = '', life = '', endedOn = null] = text.trim().split(' ');
  return { id, ...certificateDays(issued), life, extendedFrom: null, extendedTo: null, endedOn, aside: null };
}

describe('R6.1 R8.5 which recognition speaks for a product on a day', () => {
  it.each(cases(import.meta.url, 'validity.cases.md', 'Công nhận nào nói thay cho sản phẩm vào một ngày'))(
    '%o',
    (row) => {
      const all = cell(row, 'các công nhận').split(';').map(recordedFrom);
      const day = cell(row, 'ngày xem');
      for (const given of [all, all.toReversed()]) {
        const found = speaksOn(given, day, RULES);
        expect(found?.id ?? '').toBe(cell(row, 'công nhận'));
        expect(found ? statusOn(found, day, RULES).state : '').toBe(cell(row, 'tình trạng'));
      }
    },
  );

  it('without any recognition nothing speaks', () => {
    expect(speaksOn([], '2026-01-01', RULES)).toBeNull();
  });
});
