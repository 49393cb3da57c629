import { describe, expect, it } from 'vitest';
import { type CaseRow, cases, cell } from '../../tests/support/cases.ts';
import { sheetInWords } from '../../tests/support/sheets.ts';
import { councilResult } from './council.ts';
import { findSet, isRulebookId, loadRulebook, RULEBOOK_IDS } from './rulebooks.ts';
import { bandStar, type GateBasis, indexSet, meanText, starSentence } from './scoring.ts';

async function resultOf(row: CaseRow) {
  const id = cell(row, 'bộ tiêu chí');
  if (!isRulebookId(id)) throw new Error(`Không có bộ tiêu chí ${id}`);
  const rulebook = await loadRulebook(id);
  const set = findSet(rulebook, cell(row, 'bộ'));
  if (!set) throw new Error(`Không có bộ ${cell(row, 'bộ')}`);
  const sheets = ['phiếu 1', 'phiếu 2'].map((name) => ({ member: name, answers: sheetInWords(set, cell(row, name)) }));
  const gateBasis = cell(row, 'cách xét') as GateBasis;
  return councilResult(indexSet(set, rulebook.starBands), sheets, { gateBasis });
}

describe('R5.1 R5.3 bands', () => {
  it.each(cases(import.meta.url, 'stars.cases.md', 'Thang điểm'))('%o', async (row) => {
    const mean = { sum: Number(cell(row, 'tổng')), count: Number(cell(row, 'số phiếu')) };
    expect(meanText(mean)).toBe(cell(row, 'điểm hiện'));
    for (const id of RULEBOOK_IDS) {
      const { starBands } = await loadRulebook(id);
      expect(bandStar(starBands, mean)).toBe(Number(cell(row, 'hạng theo điểm')));
    }
  });
});

describe('R5.2 gates', () => {
  it.each(cases(import.meta.url, 'stars.cases.md', 'Dấu sao'))('%o', async (row) => {
    const result = await resultOf(row);
    if (!result.ok) throw new Error(result.message);
    expect(result.bandStar).toBe(Number(cell(row, 'hạng theo điểm')));
    expect(result.star).toBe(Number(cell(row, 'hạng')));
    expect(starSentence(result.bandStar, result.star ?? 1, result.gates)).toBe(cell(row, 'câu'));
  });
});
