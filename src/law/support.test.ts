/** What policies give and what is refused, from the case tables beside it; the sum of Decision 828 of Bắc Ninh. */
import { expect, it } from 'vitest';
import { type CaseRow, cases, cell } from '../../tests/support/cases.ts';
import { type SupportKind, type SupportPolicy, supportDue, supportFigures, supportProblem } from './support.ts';

const MILLION = 1_000_000;
const millions = (stars: Record<string, number>) =>
  Object.fromEntries(Object.entries(stars).map(([star, amount]) => [star, amount * MILLION]));
const same = { from: '2024-01-01', to: null, actHolds: true, cap: null };
const POLICIES: Readonly<Record<string, SupportPolicy>> = {
  bacGiang: {
    ...same,
    rates: {
      first: millions({ 3: 50, 4: 150, 5: 300 }),
      reEvaluation: millions({ 3: 20, 4: 60 }),
      upgrade: millions({ 4: 150, 5: 300 }),
    },
  },
  bacNinh: { ...same, rates: { first: millions({ 3: 8, 4: 10 }), upgrade: millions({ 4: 2 }) } },
};
const bacNinh = POLICIES.bacNinh as SupportPolicy;
const bacGiang = POLICIES.bacGiang as SupportPolicy;
const paidForOf = (row: CaseRow, issued: string | null) =>
  cell(row, 'lần') === '' ? null : { kind: cell(row, 'lần') as SupportKind, star: Number(cell(row, 'sao')), issued };

it.each(cases(import.meta.url, 'support.cases.md', 'Mức theo hạng sao'))('R13.3 %o', (row) => {
  const paidFor = paidForOf(row, null);
  const due = paidFor && supportDue(POLICIES[cell(row, 'chính sách')] ?? bacGiang, paidFor);
  expect(due === null ? '' : String(due / MILLION)).toBe(cell(row, 'mức'));
});

it.each(cases(import.meta.url, 'support.cases.md', 'Ghi một khoản'))('R13.5 %o', (row) => {
  const given = {
    ...{ amount: Number(cell(row, 'tiền')) * MILLION, paidOn: cell(row, 'trả') },
    ...{
      policy: { ...bacGiang, to: cell(row, 'đến') || null, actHolds: cell(row, 'văn bản') === 'còn' },
      paidFor: paidForOf(row, cell(row, 'công nhận')),
    },
    ...{ before: cell(row, 'đã trả') === 'có', again: cell(row, 'lý do') || null },
  };
  expect(supportProblem(given, '2026-11-22')?.field ?? '').toBe(cell(row, 'sai ở'));
});

it('R13.4 103 × 8 + 25 × 10 + 3 × 2 million of Decision 828 make 1,080 million', () => {
  const paid = [
    ...Array.from({ length: 103 }, () => ({ kind: 'first' as const, star: 3 })),
    ...Array.from({ length: 25 }, () => ({ kind: 'first' as const, star: 4 })),
    ...Array.from({ length: 3 }, () => ({ kind: 'upgrade' as const, star: 4 })),
  ].map((one, n) => ({
    ...{ producer: `${n % 60}`, source: 'province' as const, item: 'reward' as const },
    amount: supportDue(bacNinh, { ...one, issued: null }) ?? 0,
  }));
  const figures = supportFigures(paid);
  expect([figures.paid, figures.payments, figures.producers]).toEqual([1_080_000_000, 131, 60]);
  expect([figures.bySource.province, figures.bySource.central, figures.byItem.reward]).toEqual([
    1_080_000_000, 0, 1_080_000_000,
  ]);
});

it('a cap holds also without amounts by star, and a payment without a policy has none', () => {
  const policy = { ...same, rates: {}, cap: 500 * MILLION };
  const given = { paidOn: '2024-06-01', paidFor: null, before: false, again: null };
  expect(supportProblem({ ...given, amount: 500 * MILLION, policy }, '2026-11-22')).toBe(null);
  expect(supportProblem({ ...given, amount: 500 * MILLION + 1, policy }, '2026-11-22')?.message).toContain(
    '500.000.000 đồng',
  );
  expect(supportProblem({ ...given, amount: 900 * MILLION, policy: null }, '2026-11-22')).toBe(null);
});
