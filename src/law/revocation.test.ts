import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { mayRevoke, REVOCATION_GROUNDS, type RevocationFacts, revocationTerm } from './revocation.ts';

const GOOD: RevocationFacts = {
  ground: 'c',
  star: 4,
  level: 'province',
  proofNumber: '15/KL-SNNMT',
  proofDated: '2026-11-10',
  decisionNumber: '120/QĐ-UBND',
  decisionDated: '2026-11-20',
  recognisedOn: null,
};

describe('R9.1 R9.2 R9.4 revocation', () => {
  it('six grounds in the letters of Art. 8.1, 15 days', () => {
    expect(REVOCATION_GROUNDS.map((one) => one.letter)).toEqual(['a', 'b', 'c', 'd', 'đ', 'e']);
    expect(revocationTerm('2026-11-21')).toBe(15);
  });

  it.each(cases(import.meta.url, 'revocation.cases.md', 'Ghi nhận thu hồi'))('%o', (row) => {
    const facts: RevocationFacts = {
      ground: cell(row, 'căn cứ'),
      star: Number(cell(row, 'sao')),
      level: cell(row, 'cấp') as RevocationFacts['level'],
      proofNumber: cell(row, 'số kết luận'),
      proofDated: cell(row, 'ngày kết luận'),
      decisionNumber: cell(row, 'số quyết định'),
      decisionDated: cell(row, 'ngày quyết định'),
      recognisedOn: cell(row, 'ngày công nhận') || null,
    };
    const answer = mayRevoke(facts, '2026-11-21');
    expect(answer.ok ? 'được' : answer.code).toBe(cell(row, 'kết quả'));
  });

  it('asks the commune when production has stopped', () => {
    const answer = mayRevoke({ ...GOOD, ground: 'đ', proofNumber: '' }, '2026-11-21');
    expect(answer.ok ? '' : answer.message).toContain('UBND cấp xã');
  });
});
