import { expect, test } from 'vitest';
import { loadRulebook } from '#law/rulebooks';
import { setGroups } from './choosing.ts';

const rulebook = await loadRulebook('26-2026');
const found = (query: string) => setGroups(rulebook, query).flatMap(({ sets }) => sets.map(({ set }) => set.name));

test('a set is found by what was typed, without marks; by a whole product name as far as it says what the product is', () => {
  expect(found('mien')).toContain('Chế biến từ gạo, ngũ cốc');
  expect(found('Miến dong sợi vuông Cánh Diều')).toEqual(found('miến'));
  expect(found('Mật ong rừng U Minh')).toEqual(found('mật ong'));
  expect(found('')).toHaveLength(rulebook.productSets.filter((set) => set.effectiveTo === undefined).length);
  expect(found('qwxz')).toEqual([]);
});
