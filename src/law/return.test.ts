import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { certificateDays } from './certificate.ts';
import { type ReturnRule, returnsOn } from './return.ts';
import { statusOn } from './validity.ts';

const RULES = { expiryDayValid: true };

describe('Art. 10.1.b: the certificate before a withdrawn recognition', () => {
  it.each(cases(import.meta.url, 'return.cases.md', 'Giấy trước có trở lại không'))('%o', (row) => {
    const [issued = '', life = '', endedOn = ''] = cell(row, 'giấy trước').split(' ');
    const former = { ...certificateDays(issued), life, endedOn, extendedFrom: null, extendedTo: null, aside: null };
    const day = cell(row, 'ngày');
    const end = cell(row, 'lần sau') === 'revoked' ? 'revoked' : 'annulled';
    const rule: ReturnRule = cell(row, 'thiết lập') === 'stays' ? 'stays' : 'speaks';
    const told = returnsOn({ end, rule, former }, day, RULES);
    expect(told.ok ? 'có' : told.code).toBe(cell(row, 'trở lại'));
    expect((told.ok ? told.value.status : statusOn(former, day, RULES)).state).toBe(cell(row, 'tình trạng'));
  });

  it('days on which another stood in its place stay replaced; the days around answer by its own term', () => {
    const back = {
      ...{ ...certificateDays('2024-05-10'), life: 'inForce', endedOn: null, extendedFrom: null, extendedTo: null },
      aside: '{[2025-01-10,2025-02-01),[2026-03-01,2026-11-21)}',
    };
    const on = (day: string) => statusOn(back, day, RULES).state;
    expect(['2025-01-09', '2025-01-10', '2025-01-31', '2025-02-01'].map(on)).toEqual([
      'inForce',
      'superseded',
      'superseded',
      'inForce',
    ]);
    expect(['2026-02-28', '2026-03-01', '2026-11-20', '2026-11-21', '2027-05-11'].map(on)).toEqual([
      ...['inForce', 'superseded', 'superseded', 'inForce', 'expired'],
    ]);
    expect(statusOn({ ...back, life: 'revoked', endedOn: '2026-12-01' }, '2026-12-01', RULES).state).toBe('revoked');
  });
});
