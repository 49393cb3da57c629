import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../../../tests/support/cases.ts';
import { compareProducers } from './producers.ts';
import type { Known, KnownProducer, RowFacts, Settlement } from './types.ts';

const producer = (id: string, name: string, commune: string, more: Partial<KnownProducer> = {}): KnownProducer => ({
  ...{ id, name, commune, address: null, taxCode: null, phone: null, representative: null, byHand: [] },
  ...{ otherNames: [], ...more },
});
const known: Known = {
  producers: [
    producer('m1', 'HTX Minh Quý', 'A', { taxCode: '0100109106' }),
    producer('m2', 'HTX Hai Nơi', 'A'),
    producer('m3', 'HTX Hai Nơi', 'B'),
    producer('m4', 'Hộ Lan', 'A', { address: 'xóm Ba', phone: '0912345678', byHand: ['contact'] }),
  ],
  products: [],
};
const BASE: RowFacts = {
  ...{ no: 1, sheet: '', row: 1, status: 'new', kind: 'unknown', product: null, producer: 'HTX Minh Quý', stars: null },
  ...{ address: null, decisionNumber: null, decisionDate: null, taxCode: null, phone: null, representative: null },
  ...{ notes: [], corrected: false, settled: null },
  place: { commune: 'A', choices: [], former: null, province: 'T' },
};
const HOWS: Readonly<Record<string, Settlement>> = {
  asNew: { how: 'asNew', product: null, producer: null },
  takeList: { how: 'takeList', product: null, producer: null },
  existing: { how: 'existing', product: null, producer: 'm1' },
  leaveOut: { how: 'leaveOut', product: null, producer: null },
};

describe('a row of a list of producers against the registry', () => {
  it.each(cases(import.meta.url, 'producers.cases.md', 'Danh sách chủ thể'))('%o', (row) => {
    const commune = cell(row, 'xã') || null;
    const verdict = compareProducers(known, 'T').judge({
      ...BASE,
      ...{ producer: cell(row, 'chủ thể') || null, address: cell(row, 'địa chỉ') || null },
      ...{ taxCode: cell(row, 'mã số thuế') || null, phone: cell(row, 'điện thoại') || null },
      place: { ...BASE.place, commune, province: commune && 'T' },
      settled: HOWS[cell(row, 'cách')] ?? null,
    });
    const changes = verdict.changes.map(({ field, to }) => `${field}:${to}`).join(' ');
    expect([verdict.status, verdict.code ?? '', changes]).toEqual([
      cell(row, 'kết quả'),
      cell(row, 'lý do'),
      cell(row, 'thay đổi'),
    ]);
  });

  it('what a person changed on the record, and what the list says otherwise, stays and is told', () => {
    const kept = compareProducers(known, 'T').judge({ ...BASE, producer: 'Hộ Lan', address: 'xóm khác' });
    expect(kept).toMatchObject({ status: 'same', changes: [], notes: [{ code: 'addressKept' }] });
    const byHand = {
      ...known,
      producers: [producer('m1', 'HTX Minh Quý', 'A', { byHand: ['contact', 'address'] })],
    };
    const row = { ...BASE, address: 'thôn Một', phone: '0987654321', taxCode: '0100109106' };
    expect(
      compareProducers(byHand, 'T')
        .judge(row)
        .changes.map(({ field }) => field),
    ).toEqual(['taxCode']);
  });

  it('rows of one file are held against each other; two new ones of a name are two only when a person says so', () => {
    const comparison = compareProducers(known, 'T');
    const fresh = { ...BASE, producer: 'HTX Hoa Sen', phone: '0987654321' };
    const first = comparison.judge(fresh);
    expect(first).toMatchObject({ status: 'new' });
    expect(comparison.judge({ ...fresh, row: 2, no: 2, phone: null })).toMatchObject({ status: 'repeat' });
    const other = { ...fresh, row: 3, no: 3, phone: '0912345678' };
    expect(comparison.judge(other)).toMatchObject({ status: 'doubtful', code: 'contradictsRow' });
    const apart = comparison.judge({ ...other, settled: HOWS.asNew ?? null });
    expect([apart.status, apart.newProducer === first.newProducer]).toEqual(['new', false]);
    expect(comparison.judge({ ...BASE, place: { ...BASE.place, province: 'K' } })).toMatchObject({
      status: 'refused',
      code: 'otherProvince',
    });
  });

  it('whatever comes in, there is a verdict, the same one twice, and nothing replaces what is there', () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 30 }));
    fc.assert(
      fc.property(text, text, text, text, (name, taxCode, phone, address) => {
        const row = { ...BASE, producer: name, taxCode, phone, address };
        const verdict = compareProducers(known, 'T').judge(row);
        expect(verdict).toEqual(compareProducers(known, 'T').judge(row));
        expect(verdict.changes.every(({ from }) => from === null)).toBe(true);
      }),
    );
  });
});
