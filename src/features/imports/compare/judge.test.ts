import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../../../tests/support/cases.ts';
import { compareWith } from './judge.ts';
import type { Known, RowFacts } from './types.ts';

const recognition = {
  ...{ id: 'r1', star: 3, number: '12/QĐ-UBND', issuedEarliest: '2024-03-15', issuedLatest: '2024-03-15' },
  ...{ state: 'inForce', issuedHere: false, productName: 'Tương Bần', producerName: 'HTX Minh Quý' },
};
const known: Known = {
  producers: [
    {
      ...{ id: 'm1', name: 'HTX Minh Quý', commune: 'A', address: null, taxCode: null, phone: null },
      ...{ representative: null, byHand: [], otherNames: [] },
    },
  ],
  products: [
    { id: 'p1', name: 'Tương Bần', producer: 'm1', commune: 'A', recognitions: [recognition] },
    { id: 'p2', name: 'Mật ong', producer: null, commune: 'A', recognitions: [] },
  ],
};
const BASE: RowFacts = {
  ...{ no: 1, sheet: '', row: 1, status: 'new', kind: 'recognised', product: 'Tương Bần', producer: 'HTX Minh Quý' },
  ...{ address: null, stars: 3, decisionNumber: '12/QĐ-UBND', decisionDate: '2024-03-15', notes: [], corrected: false },
  ...{ taxCode: null, phone: null, representative: null },
  place: { commune: 'A', choices: [], former: null, province: 'T' },
  settled: null,
};
const judge = (row: Partial<RowFacts>, registry = known) => compareWith(registry, 'T').judge({ ...BASE, ...row });
const HOWS = { '': null, asNew: 'asNew', takeList: 'takeList', leaveOut: 'leaveOut' } as const;

describe('a row against the registry', () => {
  it.each(cases(import.meta.url, 'judge.cases.md', 'Danh sách công nhận'))('%o', (row) => {
    const commune = cell(row, 'xã') || null;
    const how = HOWS[cell(row, 'cách') as keyof typeof HOWS];
    const verdict = judge({
      ...{
        product: cell(row, 'sản phẩm'),
        producer: cell(row, 'chủ thể') || null,
        decisionNumber: cell(row, 'số') || null,
      },
      stars: cell(row, 'sao') === '' ? null : Number(cell(row, 'sao')),
      decisionDate: cell(row, 'ngày').split('/').reverse().join('-') || null,
      place: { commune, choices: [], former: null, province: commune && 'T' },
      settled: how === null ? null : { how, product: null, producer: null },
    });
    expect([verdict.status, verdict.code ?? '', verdict.changes.map(({ field }) => field).join(' ')]).toEqual([
      cell(row, 'kết quả'),
      cell(row, 'lý do'),
      cell(row, 'thay đổi'),
    ]);
  });

  it('a divided commune, another province and an unknown kind are never decided alone', () => {
    const place = { commune: null, choices: ['A', 'B'], former: 'cũ', province: 'T' };
    expect(judge({ product: 'Mới', producer: 'HTX Lạ', place })).toMatchObject({
      status: 'doubtful',
      code: 'dividedCommune',
    });
    expect(judge({ place })).toMatchObject({ status: 'same', product: 'p1' });
    expect(judge({ place: { ...place, province: 'K' } })).toMatchObject({ status: 'refused', code: 'otherProvince' });
    expect(judge({ kind: 'unknown' })).toMatchObject({ status: 'doubtful', code: 'unknownKind' });
  });

  it('a list that is neither recognition nor revocation adds no recognition', () => {
    for (const kind of ['proposed', 'registered', 'voted'] as const)
      expect(judge({ kind, stars: 5, decisionNumber: null })).toMatchObject({ status: 'same', changes: [] });
  });

  it('revocations end what stands, once; a certificate issued here is not ended by a list', () => {
    const revoked = { kind: 'revoked', decisionNumber: '90/QĐ-UBND', decisionDate: '2026-06-01' } as const;
    expect(judge(revoked)).toMatchObject({ status: 'change', recognition: 'r1', changes: [{ field: 'ended' }] });
    const registryAfter = (more: object): Known => ({
      ...known,
      products: known.products.map((one) => ({
        ...one,
        recognitions: one.recognitions.map((r) => ({ ...r, ...more })),
      })),
    });
    expect(judge(revoked, registryAfter({ state: 'revoked' }))).toMatchObject({ status: 'same' });
    expect(judge(revoked, registryAfter({ issuedHere: true }))).toMatchObject({
      status: 'refused',
      code: 'issuedHere',
    });
    expect(judge({ ...revoked, product: 'Chưa có' })).toMatchObject({ status: 'doubtful', code: 'revokedUnknown' });
  });

  it('rows of one file are held against each other', () => {
    const comparison = compareWith(known, 'T');
    const fresh = { ...BASE, product: 'Bánh mới', producer: 'HTX Lạ' };
    expect(comparison.judge(fresh)).toMatchObject({ status: 'new' });
    expect(comparison.judge({ ...fresh, row: 2 })).toMatchObject({ status: 'repeat' });
    expect(comparison.judge({ ...fresh, row: 3, stars: 4 })).toMatchObject({
      status: 'doubtful',
      code: 'contradictsRow',
    });
    expect(comparison.judge({ ...fresh, row: 4, stars: 4, decisionNumber: '50/QĐ-UBND' })).toMatchObject({
      status: 'new',
    });
  });

  it('the address a producer lacks comes from the first row that gives one; one that is there stays', () => {
    const comparison = compareWith(known, 'T');
    const row = { ...BASE, address: 'thôn Một, xã A' };
    expect(comparison.judge(row)).toMatchObject({
      status: 'change',
      changes: [{ field: 'producerAddress', from: null, to: 'thôn Một, xã A' }],
    });
    expect(comparison.judge({ ...row, row: 2 })).toMatchObject({ status: 'same', changes: [] });
    expect(judge({ ...row, product: 'Bánh mới' })).toMatchObject({
      status: 'new',
      changes: [{ field: 'producerAddress' }],
    });
    const kept = known.producers.map((one) => ({ ...one, byHand: ['address'] }));
    expect(judge(row, { ...known, producers: kept })).toMatchObject({ status: 'same', changes: [] });
    const there = known.producers.map((one) => ({ ...one, address: 'xóm Hai' }));
    expect(judge(row, { ...known, producers: there })).toMatchObject({ status: 'same', changes: [] });
  });

  it('what reading doubts stays doubtful until a person has settled it', () => {
    const struck = {
      status: 'doubtful',
      product: 'Bánh mới',
      notes: [{ code: 'struck', text: 'Dòng bị gạch.' }],
    } as const;
    expect(judge(struck)).toMatchObject({ status: 'doubtful', code: 'struck' });
    expect(judge({ ...struck, settled: { how: 'takeList', product: null, producer: null } })).toMatchObject({
      status: 'new',
    });
  });

  it('whatever comes in, there is a verdict, and the same one twice', () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 30 }));
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.option(fc.integer({ min: -1, max: 9 })),
        (product, producer, decisionNumber, stars) => {
          const row = { product, producer, decisionNumber, stars };
          expect(judge(row)).toEqual(judge(row));
        },
      ),
    );
  });
});
