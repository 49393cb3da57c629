import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Seat } from './council.ts';
import { nextOpen, quorumWords, stepAgenda } from './meeting.ts';

const REGULATION = { quorumPercent: 70, chairRequired: true };
const seat = (role: Seat['role'], more: Partial<Seat> = {}): Seat => ({
  ...{ name: role, role, submitted: false, absent: false, recused: false },
  ...more,
});
const members = (n: number, more: Partial<Seat> = {}) => Array.from({ length: n }, () => seat('member', more));

describe('the quorum in words', () => {
  it.each([
    ['Đủ: 6/7, có Chủ tịch', [seat('chair'), ...members(5), ...members(1, { absent: true }), seat('secretary')]],
    ['Đủ: 6/6, có Phó Chủ tịch', [seat('chair', { recused: true }), seat('viceChair'), ...members(5)]],
    ['Cần Chủ tịch hoặc Phó Chủ tịch Hội đồng dự chấm.', [seat('chair', { absent: true }), ...members(6)]],
    [
      'Cần ít nhất 5/7 thành viên, hiện có 4. Mời thêm hoặc dời phiên.',
      [seat('chair'), ...members(3), ...members(3, { absent: true })],
    ],
  ])('%s', (words, seats) => {
    expect(quorumWords(seats, REGULATION).words).toBe(words);
    expect(quorumWords(seats, REGULATION).enough).toBe(words.startsWith('Đủ'));
  });

  it('a council that may meet without its chair says so', () => {
    expect(
      quorumWords([seat('chair', { absent: true }), ...members(6)], { ...REGULATION, chairRequired: false }).words,
    ).toBe('Đủ: 6/7, không có Chủ tịch');
  });
});

describe('from product to product', () => {
  it('steps through the agenda and stops at its ends', () => {
    expect(stepAgenda(['a', 'b', 'c'], null, 1)).toBe('a');
    expect(stepAgenda(['a', 'b', 'c'], 'a', 1)).toBe('b');
    expect(stepAgenda(['a', 'b', 'c'], 'c', 1)).toBeNull();
    expect(stepAgenda(['a', 'b', 'c'], 'a', -1)).toBeNull();
    expect(stepAgenda([], null, 1)).toBeNull();
  });

  it('the next sheet is open, another one, the nearest after this; every open sheet is reached', () => {
    const pile = fc
      .array(fc.constantFrom('open', 'submitted'), { minLength: 1, maxLength: 60 })
      .map((states) => states.map((state, at) => ({ id: String(at), state })));
    fc.assert(
      fc.property(pile, fc.nat(59), (sheets, n) => {
        const from = n % sheets.length;
        const next = nextOpen(sheets, String(from));
        const others = sheets.filter(({ id, state }) => state === 'open' && id !== String(from));
        expect(next === undefined).toBe(others.length === 0);
        if (!next) return;
        expect(others).toContain(next);
        const after = others.filter(({ id }) => Number(id) > from);
        expect(next).toBe(after[0] ?? others[0]);
      }),
    );
  });
});
