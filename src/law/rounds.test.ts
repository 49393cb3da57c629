import { describe, expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { mayEnter, type RoundLevel, roundFall, roundFor, roundsFixed, roundsOf, roundWords } from './rounds.ts';

describe('R4.3 R4.4 R4.5 rounds', () => {
  it.each(cases(import.meta.url, 'rounds.cases.md', 'Chọn đợt'))('%o', (row) => {
    const inclusive = cell(row, 'kể cả ngày hạn') === 'có';
    const { round, onCutoffDay } = roundFor(cell(row, 'cấp') as RoundLevel, cell(row, 'đề nghị ngày'), inclusive);
    expect(`${round.no}/${round.year}`).toBe(cell(row, 'đợt'));
    expect(round.completedBefore).toBe(cell(row, 'xong trước'));
    expect(onCutoffDay).toBe(cell(row, 'đúng ngày hạn') === 'có');
    expect(mayEnter(round, cell(row, 'đề nghị ngày'), inclusive).ok).toBe(true);
  });

  it('a proposal that missed the cut-off is told its next round', () => {
    const [, second] = roundsOf('province', 2026, '2026-11-21');
    if (!second) throw new Error('thiếu đợt 2');
    const answer = mayEnter(second, '2026-10-30', false);
    expect(answer.ok ? '' : answer.message).toContain('đợt 1 năm 2027');
    expect(mayEnter(second, '2026-10-30', true).ok).toBe(true);
  });

  it('a further round of the province takes what comes before its own cut-off', () => {
    const extra = {
      level: 'province',
      year: 2026,
      no: 3,
      proposedBefore: '2026-12-01',
      completedBefore: '2027-01-15',
    } as const;
    expect(roundFor('province', '2026-11-21', false, [extra]).round).toEqual(extra);
    expect(roundFor('province', '2026-12-01', false, [extra]).round.no).toBe(1);
  });

  it('no act fixed rounds before the decision; an old dossier is taken in under its rule', () => {
    expect([roundsFixed('province', '2026-05-21'), roundsFixed('province', '2026-05-22')]).toEqual([false, true]);
    expect(roundsOf('province', 2026, '2026-05-21')).toEqual(roundsOf('province', 2026, '2026-05-22'));
  });
});

describe('R4.5 a round missed between filing and proposal', () => {
  it.each(cases(import.meta.url, 'rounds.cases.md', 'Lỡ đợt'))('%o', (row) => {
    const before = cell(row, 'đợt thêm');
    const extra = {
      level: 'province',
      year: 2026,
      no: 3,
      proposedBefore: before,
      completedBefore: '2027-02-28',
    } as const;
    const inclusive = cell(row, 'kể cả ngày hạn') === 'có';
    const days = [cell(row, 'nộp ngày'), cell(row, 'đề nghị ngày')] as const;
    const { round, missed } = roundFall('province', ...days, inclusive, before === '' ? [] : [extra]);
    expect(`${round.no}/${round.year}`).toBe(cell(row, 'đợt'));
    expect(missed ? `${missed.no}/${missed.year}` : '').toBe(cell(row, 'lỡ đợt'));
  });

  it('is said in words with its cut-off', () => {
    const { round } = roundFall('province', '2026-10-01', '2026-10-01', false);
    expect(roundWords(round, false)).toBe('đợt 2 năm 2026 (xã đề nghị trước ngày 30/10/2026)');
    expect(roundWords(round, true)).toBe('đợt 2 năm 2026 (xã đề nghị đến hết ngày 30/10/2026)');
  });
});
