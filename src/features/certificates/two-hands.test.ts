import { expect, it } from 'vitest';
import { actor } from '../../../tests/support/chores.ts';
import { needs } from '../../law/moves.ts';
import { handsOf } from './issue.ts';

const place = {
  ...{ delegation: 'd', account: 'officer', name: 'B', capacity: 'B', paper: 'văn bản số 1', to: '2026-12-31' },
  ...{ role: 'province', unit: 'u', area: 'u', acts: ['decisions'] },
};
const officer = actor({ account: 'officer', role: 'province' });
const colleague = actor({ account: 'colleague', role: 'province', standsIn: [place] });
const secretary = actor({ account: 'secretary', role: 'councilSecretary', standsIn: [place] });
const refused = (proposers: string[], who: typeof officer) => {
  const hands = handsOf(proposers, who);
  const answer = needs(
    'decision.issue',
    {
      ...{ number: '1/QĐ', dated: '2026-11-02', kind: 'recognition', level: 'province', signatory: 'Nguyễn Văn A' },
      ...{ stars: [3], twoHands: true, ...hands },
      signing: { signatory: 'Nguyễn Văn A', capacity: 'self', mandate: null, demand: 'delegated' },
    },
    '2026-11-03',
  );
  return !answer.ok && answer.code === 'twoHats';
};

it('S17 two hands: not the proposer, not who acts in the proposer’s place, not whose deputy proposed', () => {
  expect(refused(['officer'], officer)).toBe(true);
  expect(refused(['officer'], secretary)).toBe(true);
  expect(refused(['secretary', 'officer'], officer)).toBe(true);
  expect(refused(['secretary', 'officer'], secretary)).toBe(true);
});

it('S17 a second officer of the same office issues in their own right, also while a colleague is away', () => {
  expect(refused(['officer'], colleague)).toBe(false);
  expect(refused(['colleague'], officer)).toBe(false);
});
