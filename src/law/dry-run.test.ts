import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { tryRules, withoutEach, withoutExtremes } from './dry-run.ts';
import { findSet, loadRulebook } from './rulebooks.ts';
import { indexSet, scoreSheet } from './scoring.ts';

describe('R4.6 rules tried on finished sheets', async () => {
  const rulebook = await loadRulebook('26-2026');
  const set = findSet(rulebook, '6');
  if (!set) throw new Error('no set');
  const index = indexSet(set, rulebook.starBands);
  /** The best sheet, and one with a criterion left out: lower by its points. */
  const best = Object.fromEntries(
    index.criteria.flatMap(({ code, multiple, options }) => {
      const top = [...options].toSorted((a, b) => b[1].points - a[1].points)[0];
      return top ? [[code, multiple ? [top[0]] : top[0]]] : [];
    }),
  );
  const scored = (answers: typeof best) => {
    const one = scoreSheet(index, answers);
    return one.ok ? one.total : -1;
  };
  const seats = ['a', 'b', 'c'].map((name, at) => ({
    ...{ name, role: at === 0 ? ('chair' as const) : ('member' as const) },
    ...{ submitted: true, absent: at === 2, recused: false },
  }));
  const rules = {
    quorumPercent: 60,
    chairRequired: true,
    spreadLimit: 10,
    gateBasis: 'mean',
    starBy: 'mean',
    dropExtremes: false,
  } as const;

  it.each(cases(import.meta.url, 'dry-run.cases.md', 'Bỏ điểm cao nhất và thấp nhất'))('%o', (row) => {
    const totals = cell(row, 'tổng các phiếu').split(' ').map(Number);
    expect(
      withoutExtremes(totals)
        .map((at) => totals[at])
        .join(' '),
    ).toBe(cell(row, 'còn lại'));
  });

  it('quorum, limit and extremes each change what would have come out', () => {
    const sheets = [best, best, {}].map((answers, at) => ({ member: 'abc'[at] ?? '', answers }));
    const of = { seats, sheets, exclusion: null };
    const plain = tryRules(index, of, rules);
    expect([plain.quorum.ok, plain.pairs, plain.dropped, plain.result?.mean]).toEqual([
      ...[true, 2, []],
      expect.objectContaining({ sum: 2 * scored(best), count: 3 }),
    ]);
    expect(tryRules(index, of, { ...rules, quorumPercent: 100 }).quorum.ok).toBe(false);
    expect(tryRules(index, of, { ...rules, spreadLimit: 100 }).pairs).toBe(0);
    const trimmed = tryRules(index, of, { ...rules, dropExtremes: true });
    expect([trimmed.result?.mean, trimmed.dropped]).toEqual([
      expect.objectContaining({ sum: scored(best), count: 1 }),
      ['b', 'c'],
    ]);
    const out = tryRules(index, { ...of, exclusion: { ground: 'Giả mạo', reason: 'Tem giả' } }, rules);
    expect([out.result?.star, out.result?.excluded]).toEqual([null, true]);
    expect(tryRules(index, { ...of, sheets: [] }, rules).result).toBeNull();
    const voted = tryRules(index, of, { ...rules, starBy: 'vote' });
    expect([voted.result?.vote?.decidedBy, voted.result?.mean]).toEqual(['belowFive', plain.result?.mean]);
  });

  it('leave out any one sheet: the star that is left', () => {
    const sheets = [best, best, {}].map((answers, at) => ({ member: 'abc'[at] ?? '', answers }));
    const stars = withoutEach(index, sheets, rules);
    expect(stars.map(({ member }) => member)).toEqual(['a', 'b', 'c']);
    expect(Number(stars[2]?.star)).toBeGreaterThan(Number(stars[0]?.star));
    expect(withoutEach(index, sheets.slice(0, 1), rules)).toEqual([]);
  });
});
