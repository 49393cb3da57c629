import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import type { Seat } from './council.ts';
import { nextOpen, quorumWords, stepAgenda } from './meeting.ts';

const REGULATION = { quorumPercent: 70, chairRequired: true };
const seat = (role: Seat['role'], more: Partial<Seat> = {}): Seat => ({
  ...{ name: role, role, submitted: false, absent: false, recused: false },
  ...more,
});
const members = (n: number, more: Partial<Seat> = {}) => Array.from({ length: n }, () => seat('member', more));

describe('the quorum in words', () => {
  const head = (role: 'chair' | 'viceChair', words: string) =>
    words === 'không có' ? [] : [seat(role, { absent: words === 'vắng', recused: words === 'không chấm' })];
  it.each(cases(import.meta.url, 'meeting.cases.md', 'Túc số bằng lời'))('%s', (row) => {
    const seats = [
      ...head('chair', cell(row, 'Chủ tịch')),
      ...head('viceChair', cell(row, 'Phó Chủ tịch')),
      ...members(Number(cell(row, 'ủy viên có mặt'))),
      ...members(Number(cell(row, 'ủy viên vắng')), { absent: true }),
      seat('secretary'),
    ];
    const { words, enough } = quorumWords(seats, REGULATION);
    expect([words, enough]).toEqual([cell(row, 'lời báo'), words.startsWith('Đủ')]);
  });

  it('a council that may meet without its chair says so', () => {
    expect(
      quorumWords([seat('chair', { absent: true }), ...members(6)], { ...REGULATION, chairRequired: false }).words,
    ).toBe('Đủ: 6/7, không có Chủ tịch');
  });
});

describe('from product to product', () => {
  it.each(cases(import.meta.url, 'meeting.cases.md', 'Chuyển sản phẩm'))('%s', (row) => {
    const from = cell(row, 'đang xem');
    const to = stepAgenda(['A', 'B', 'C'], from === 'chưa có' ? null : from, cell(row, 'hướng') === 'tiếp' ? 1 : -1);
    expect(to ?? 'hết').toBe(cell(row, 'đến'));
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
