import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { TODAY } from '../../tests/support/move-facts.ts';
import { type MandatedCapacity, mayGrant, maySign, type SigningCapacity } from './mandate.ts';

const FILE = 'mandate.cases.md';
const said = (answer: ReturnType<typeof maySign>) => (answer.ok ? 'được' : answer.code);

describe('R18.4 who signs, under which mandate', () => {
  it.each(cases(import.meta.url, FILE, 'Ký'))('%o', (row) => {
    const capacity = cell(row, 'giao') as MandatedCapacity | '';
    const mandate =
      capacity === ''
        ? null
        : {
            ...{ person: 'Nguyễn Thị Hạnh', capacity, act: '15/QĐ-UBND', covers: ['recognition'] },
            ...{ from: cell(row, 'từ'), to: cell(row, 'đến') || null },
          };
    const demand = cell(row, 'đòi hỏi') as 'delegated' | 'all';
    const signing = { signatory: cell(row, 'người'), capacity: cell(row, 'ký') as SigningCapacity, mandate, demand };
    expect(said(maySign(signing, cell(row, 'loại'), cell(row, 'ngày ký')))).toBe(cell(row, 'kết quả'));
  });

  it.each(cases(import.meta.url, FILE, 'Ghi văn bản giao ký'))('%o', (row) => {
    const given = {
      ...{ person: 'Nguyễn Thị Hạnh', capacity: cell(row, 'giao') as MandatedCapacity, covers: ['recognition'] },
      ...{ act: cell(row, 'số'), actDate: cell(row, 'ngày văn bản') },
      ...{ from: cell(row, 'từ'), to: cell(row, 'đến') || null },
    };
    expect(said(mayGrant(given, TODAY))).toBe(cell(row, 'kết quả'));
  });

  it('says in words when the mandate ended', () => {
    const mandate = {
      ...{ person: 'A', capacity: 'TUQ' as const, act: '16/GUQ', covers: ['recognition'] },
      ...{ from: '2026-01-01', to: '2026-11-19' },
    };
    const answer = maySign(
      { signatory: 'A', capacity: 'TUQ', mandate, demand: 'delegated' },
      'recognition',
      '2026-11-20',
    );
    expect(answer.ok ? '' : answer.message).toBe(
      'Văn bản số 16/GUQ hết hiệu lực sau ngày 19/11/2026; ngày ký là 20/11/2026.',
    );
  });
});
