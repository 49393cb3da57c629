import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { findConflicts, type MemberFacts, type ProductFacts, type TieKind } from './conflicts.ts';

const member: MemberFacts = {
  ...{ seat: 's', account: 'a', name: 'Trần Văn An', organisation: 'Sở Công Thương', home: null },
  ...{ communes: [], producers: [] },
};
const product: ProductFacts = {
  ...{ dossier: 'd', product: 'Miến', producer: 'p', commune: 'c', representative: null, address: null },
  ...{ ties: [], handledBy: [] },
};
const kinds = (of: Partial<MemberFacts>, on: Partial<ProductFacts>) =>
  findConflicts([{ ...member, ...of }], [{ ...product, ...on }]).map(({ kind }) => kind);

describe('R4.10 conflicts found from facts', () => {
  it.each(cases(import.meta.url, 'conflicts.cases.md', 'Cơ quan'))('%o', (row) => {
    const kind = cell(row, 'việc') as TieKind;
    const ties = [{ kind, organisation: cell(row, 'đơn vị ghi với sản phẩm'), person: null, year: 2025 }];
    expect(kinds({ organisation: cell(row, 'cơ quan thành viên') }, { ties }).join('')).toBe(cell(row, 'dấu hiệu'));
  });

  it.each(cases(import.meta.url, 'conflicts.cases.md', 'Người nhà'))('%o', (row) => {
    const of = { name: cell(row, 'thành viên'), home: cell(row, 'nơi ở') || null };
    const on = { representative: cell(row, 'người đại diện'), address: cell(row, 'địa chỉ người đại diện') };
    expect(kinds(of, on).join('')).toBe(cell(row, 'dấu hiệu'));
  });

  it('work for the commune or the producer, a hand in the dossier, help with writing it: each its own sign', () => {
    expect(kinds({ communes: ['c'] }, {})).toEqual(['commune']);
    expect(kinds({ producers: ['p'] }, {})).toEqual(['belongs']);
    expect(kinds({}, { handledBy: ['a'] })).toEqual(['handled']);
    const wrote = { kind: 'wrote', organisation: null, person: 'trần văn  an', year: null } as const;
    const found = findConflicts([member], [{ ...product, ties: [wrote] }]);
    expect(found).toEqual([{ seat: 's', dossier: 'd', kind: 'wrote', words: 'Đã giúp viết hồ sơ: trần văn  an.' }]);
    expect(kinds({ communes: ['x'], producers: ['y'] }, { handledBy: ['b'] })).toEqual([]);
  });

  it('test 16: both Unicode forms of a name are one name', () => {
    const person = 'Trần Văn An'.normalize('NFD');
    expect(kinds({}, { ties: [{ kind: 'wrote', organisation: null, person, year: null }] })).toEqual(['wrote']);
  });
});
