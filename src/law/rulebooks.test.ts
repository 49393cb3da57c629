import { describe, expect, it } from 'vitest';
import type { Fault, Rulebook } from './rulebooks.ts';
import { findSet, isRulebookId, loadRulebook, RULEBOOK_IDS, setKey, validateRulebook } from './rulebooks.ts';

type Json = Record<string, unknown>;

async function copyOf(id: (typeof RULEBOOK_IDS)[number]): Promise<Rulebook> {
  return structuredClone(await loadRulebook(id));
}

function faultsOf(json: unknown): readonly Fault[] {
  const checked = validateRulebook(json);
  return checked.ok ? [] : checked.faults;
}

/** The object or list found by a path such as "productSets.0.parts"; a test's way to spoil a copy. */
function at(json: unknown, path: string): Json {
  let found: unknown = json;
  for (const name of path.split('.')) found = (found as Json)[name];
  return found as Json;
}

const FIRST = 'productSets.0.parts.0.criteria.0';

const SPOILED: readonly { what: string; path: string; set: Json; place: string }[] = [
  {
    what: 'option above its maximum',
    path: `${FIRST}.children.0.options.2`,
    set: { points: 9 },
    place: '26-2026/01 · 1.1',
  },
  {
    what: 'criterion maximum no option reaches',
    path: `${FIRST}.children.0.options.2`,
    set: { points: 2 },
    place: '26-2026/01 · 1.1',
  },
  { what: 'children that do not add up', path: `${FIRST}.children.0`, set: { maxPoints: 4 }, place: '26-2026/01 · 1' },
  { what: 'group that leaves its part short', path: FIRST, set: { maxPoints: 1 }, place: '26-2026/01 · phần A' },
  { what: 'part of another size', path: 'productSets.0.parts.0', set: { maxPoints: 39 }, place: '26-2026/01 · phần A' },
  {
    what: 'a gap declared where nothing is missing',
    path: 'productSets.0',
    set: { status: 'sourced-with-gap', gap: { part: 'C', points: 2, note: 'x' } },
    place: '26-2026/01 · phần C',
  },
  { what: 'a repeated option id', path: `${FIRST}.children.1.options.0`, set: { id: '1.1#1' }, place: '26-2026/01' },
  { what: 'a repeated criterion code', path: `${FIRST}.children.1`, set: { code: '1.1' }, place: '26-2026/01' },
  { what: 'a repeated set', path: 'productSets.1', set: { id: '26-2026/01' }, place: '26-2026/01' },
  {
    what: 'a star minimum the marks do not give',
    path: 'productSets.0.starMinimums',
    set: { 3: [] },
    place: '26-2026/01 · starMinimums 3',
  },
  {
    what: 'a mark without its star minimum',
    path: `${FIRST}.children.0.options.0`,
    set: { minStar: 3 },
    place: '26-2026/01 · starMinimums 3',
  },
  { what: 'bands with a hole', path: 'starBands.0', set: { minPoints: 91 }, place: '26-2026 · starBands' },
  { what: 'an unknown division of points', path: 'parts.0', set: { maxPoints: 50 }, place: '26-2026 · parts' },
  {
    what: 'points that are not whole',
    path: `${FIRST}.children.0.options.0`,
    set: { points: 1.5 },
    place: '.productSets[0].parts[0].criteria[0].children[0].options[0].points',
  },
  {
    what: 'an option with an unknown member',
    path: `${FIRST}.children.0.options.0`,
    set: { bonus: 1 },
    place: '.productSets[0].parts[0].criteria[0].children[0].options[0].bonus',
  },
  {
    what: 'a day that is no day',
    path: 'legalBasis.0',
    set: { issuedOn: '22/5/2026' },
    place: '.legalBasis[0].issuedOn',
  },
];

describe('rulebooks', () => {
  it.each(RULEBOOK_IDS)('%s is sound', async (id) => {
    const rulebook = await loadRulebook(id);
    expect(rulebook.id).toBe(id);
    expect(faultsOf(rulebook)).toEqual([]);
  });

  it('declared gaps stay declared: 11, 12, 13 of 148 and 19, 26-before-781 of 1048', async () => {
    const gaps = (await Promise.all(RULEBOOK_IDS.map(loadRulebook))).flatMap((rulebook) =>
      rulebook.productSets.flatMap((set) => (set.gap ? [`${set.id} ${set.gap.part} ${set.gap.points}`] : [])),
    );
    expect(gaps).toEqual([
      '148-2023/11 C 3',
      '148-2023/12 C 3',
      '148-2023/13 C 2',
      '1048-2019/19 C 2',
      '1048-2019/26-before-781 A 1',
    ]);
  });

  it.each(SPOILED)('test 12: refuses $what, naming the place', async ({ path, set, place }) => {
    const copy = await copyOf('26-2026');
    Object.assign(at(copy, path), set);
    expect(faultsOf(copy).map((one) => one.place)).toContain(place);
  });

  it('refuses a set whose gap is taken away or changed', async () => {
    const copy = await copyOf('148-2023');
    Object.assign(at(copy, 'productSets.10'), { status: 'sourced' });
    delete at(copy, 'productSets.10').gap;
    expect(faultsOf(copy).map((one) => one.place)).toEqual(['148-2023/11 · phần C']);
    const other = await copyOf('148-2023');
    Object.assign(at(other, 'productSets.10.gap'), { points: 2 });
    expect(faultsOf(other).map((one) => one.place)).toEqual(['148-2023/11 · phần C']);
  });

  it('refuses a title mark whose minimum is gone', async () => {
    const copy = await copyOf('148-2023');
    const minimums = at(copy, 'productSets.0.starMinimums');
    minimums['4'] = (minimums['4'] as Json[]).filter((one) => one.basis !== 'title');
    expect(faultsOf(copy).map((one) => one.place)).toEqual(['148-2023/01 · starMinimums 4']);
  });

  it.each([null, 1, 'x', [], {}, { productSets: 1 }])('refuses %o', (json) => {
    expect(faultsOf(json).length).toBeGreaterThan(0);
  });

  it('finds sets by the part of the id after the slash', async () => {
    const rulebook = await loadRulebook('1048-2019');
    const found = ['1', '01', '26', '26-before-781'].map((name) => findSet(rulebook, name)?.id);
    expect(found).toEqual(['1048-2019/01', '1048-2019/01', '1048-2019/26', '1048-2019/26-before-781']);
    const wrong = ['0', '001', '27', '', '__proto__', '1048-2019/01', ' 1', '1.0'];
    expect(wrong.filter((name) => findSet(rulebook, name))).toEqual([]);
    expect(rulebook.productSets.map(setKey)[0]).toBe('01');
  });

  it('knows only the three names', () => {
    expect(['26-2026', '148-2023', '1048-2019'].every(isRulebookId)).toBe(true);
    expect(['__proto__', 'constructor', '26', '26-2026.json', '../26-2026'].some(isRulebookId)).toBe(false);
  });
});
