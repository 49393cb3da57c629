import { describe, expect, it } from 'vitest';
import { loadCrosswalk, proposedSets } from './crosswalk.ts';
import { loadRulebook, RULEBOOK_IDS } from './rulebooks.ts';

const crosswalk = await loadCrosswalk();

describe('R2.3 from older sets to newer ones', () => {
  it.each([
    ['148-2023/06', '26-2026', ['26-2026/06']],
    ['1048-2019/04', '148-2023', ['148-2023/04', '148-2023/08']],
    ['1048-2019/09', '26-2026', ['26-2026/08', '26-2026/02']],
    ['1048-2019/21', '26-2026', []],
    ['1048-2019/26-before-781', '26-2026', ['26-2026/26']],
    ['26-2026/01', '26-2026', ['26-2026/01']],
    ['26-2026/01', '148-2023', []],
  ] as const)('%s → %s', (from, to, expected) => {
    expect(proposedSets(crosswalk, from, to)).toEqual(expected);
  });

  it('every proposal is a set that exists', async () => {
    const rulebooks = await Promise.all(RULEBOOK_IDS.map(loadRulebook));
    const ids = new Set(rulebooks.flatMap((one) => one.productSets.map((set) => set.id)));
    for (const id of ids) for (const found of proposedSets(crosswalk, id, '26-2026')) expect(ids.has(found)).toBe(true);
  });
});
