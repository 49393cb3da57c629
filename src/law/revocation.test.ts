import { describe, expect, it } from 'vitest';
import { mayRevoke, REVOCATION_GROUNDS, type RevocationFacts, revocationTerm } from './revocation.ts';

const GOOD: RevocationFacts = {
  ground: 'c',
  star: 4,
  level: 'province',
  proofNumber: '15/KL-SNNMT',
  proofDated: '2026-11-10',
  decisionNumber: '120/QĐ-UBND',
  decisionDated: '2026-11-20',
};

describe('R9.1 R9.2 R9.4 revocation', () => {
  it('six grounds in the letters of Art. 8.1, 15 days', () => {
    expect(REVOCATION_GROUNDS.map((one) => one.letter)).toEqual(['a', 'b', 'c', 'd', 'đ', 'e']);
    expect(revocationTerm('2026-11-21')).toBe(15);
  });

  it('may be recorded with proof and decision by the level entitled', () => {
    expect(mayRevoke(GOOD, '2026-11-21').ok).toBe(true);
    expect(mayRevoke({ ...GOOD, star: 5, level: 'central' }, '2026-11-21').ok).toBe(true);
  });

  it.each<[string, Partial<RevocationFacts>]>([
    ['revocationGround', { ground: 'g' }],
    ['revocationProof', { proofNumber: '' }],
    ['revocationProof', { proofDated: '10/11/2026' }],
    ['revocationDecision', { decisionNumber: '' }],
    ['revocationDecision', { decisionDated: '2026-11-22' }],
    ['notCompetent', { star: 5 }],
    ['nobodyCompetent', { star: 2 }],
    ['nobodyCompetent', { decisionDated: '2026-05-21' }],
  ])('%s: %j', (code, change) => {
    const answer = mayRevoke({ ...GOOD, ...change }, '2026-11-21');
    expect(answer.ok ? 'được' : answer.code).toBe(code);
  });

  it('asks the commune when production has stopped', () => {
    const answer = mayRevoke({ ...GOOD, ground: 'đ', proofNumber: '' }, '2026-11-21');
    expect(answer.ok ? '' : answer.message).toContain('UBND cấp xã');
  });
});
