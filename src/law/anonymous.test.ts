import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { type AnonymousRule, blindNumber, namesIn, seesNames } from './anonymous.ts';

const RULES: Readonly<Record<string, AnonymousRule>> = {
  'không ẩn danh': 'named',
  'ẩn với người chấm': 'scorers',
  'ẩn với cả Hội đồng': 'council',
};
const ROLES = {
  'Chủ tịch': 'chair',
  'Phó Chủ tịch': 'viceChair',
  'Thư ký': 'secretary',
  'Ủy viên': 'member',
  'Dự khuyết': 'substitute',
} as const;

describe('R4.6 dossiers without names', () => {
  it.each(cases(import.meta.url, 'anonymous.cases.md', 'Ai thấy tên'))('%s', (row) => {
    const rule = RULES[cell(row, 'quy chế')] ?? 'named';
    const role = ROLES[cell(row, 'vai trò') as keyof typeof ROLES];
    const words = (opened: boolean) => (seesNames(rule, role, opened) ? 'thấy' : 'không');
    expect(words(false)).toBe(cell(row, 'trước khi mở điểm'));
    expect(words(true)).toBe(cell(row, 'sau khi mở điểm'));
  });

  it.each(cases(import.meta.url, 'anonymous.cases.md', 'Tên lọt vào lời ghi chung'))('%s', (row) => {
    expect(namesIn(cell(row, 'lời ghi'), cell(row, 'tên').split('; ')).join('; ')).toBe(cell(row, 'lọt'));
  });

  it('finds a name written in either Unicode form', () => {
    expect(namesIn('Chấm Miến Dong'.normalize('NFD'), ['miến dong'])).toEqual(['miến dong']);
  });

  it('gives every product of a session a number of its own, of three digits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(899), { maxLength: 60 }), (picks) => {
        const taken = new Set<string>();
        for (const pick of picks) taken.add(blindNumber(taken, (count) => pick % count));
        expect(taken.size).toBe(picks.length);
        expect([...taken].every((one) => /^[1-9]\d\d$/.test(one))).toBe(true);
      }),
    );
  });
});
