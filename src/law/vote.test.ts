import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { councilResult } from './council.ts';
import { findSet, loadRulebook } from './rulebooks.ts';
import { indexSet, meanText } from './scoring.ts';
import { decidedBand, voteSentence } from './vote.ts';

const rulebook = await loadRulebook('26-2026');

describe('R4.6 the star by vote, where the regulation says so', () => {
  it.each(cases(import.meta.url, 'vote.cases.md', 'Quá nửa số phiếu'))('%o', (row) => {
    const totals = cell(row, 'điểm các phiếu').split(' ').map(Number);
    const mean = { sum: totals.reduce((sum, one) => sum + one, 0), count: totals.length };
    const { star, vote } = decidedBand(
      ...([rulebook.starBands, totals, mean] as const),
      cell(row, 'cách') === 'biểu quyết' ? 'vote' : 'mean',
    );
    expect([meanText(mean), String(star), vote ? voteSentence(vote) : '']).toEqual([
      ...[cell(row, 'trung bình'), cell(row, 'hạng'), cell(row, 'vì sao')],
    ]);
  });

  it('the mean stays as it is, and the marks with stars bind a voted star too', () => {
    const set = findSet(rulebook, '6');
    if (!set) throw new Error('no set');
    const index = indexSet(set, rulebook.starBands);
    const best = Object.fromEntries(
      index.criteria.flatMap(({ code, multiple, options }) => {
        const [top] = [...options].toSorted((a, b) => b[1].points - a[1].points);
        return top ? [[code, multiple ? [top[0]] : top[0]]] : [];
      }),
    );
    const gate = index.gates[4][0];
    if (!gate) throw new Error('no gate');
    const { [gate.criterion]: _none, ...lacking } = best;
    const sheets = ['a', 'b', 'c'].map((member, at) => ({ member, answers: at < 2 ? lacking : {} }));
    const of = (starBy: 'mean' | 'vote') => {
      const result = councilResult(index, sheets, { gateBasis: 'mean', starBy });
      if (!result.ok) throw new Error(result.message);
      return result;
    };
    const [mean, vote] = [of('mean'), of('vote')];
    expect(vote.mean).toEqual(mean.mean);
    expect([mean.vote, vote.vote?.decidedBy, vote.bandStar]).toEqual([null, 'belowFive', 4]);
    expect(vote.bandStar).toBeGreaterThan(mean.bandStar);
    expect(Number(vote.star)).toBeLessThan(4);
  });
});
