import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { isSlip, mendedQueries, typedPlain } from './mended-words.ts';

describe('what somebody meant', () => {
  it.each([
    ['maatj', 'mat'],
    ['dduowngf', 'duong'],
    ['banj', 'ban'],
    ['miens', 'mien'],
    ['ma65t', 'mat'],
    ['nuowcs', 'nuoc'],
    ['x', 'x'],
    ['che', 'che'],
  ])('%s is %s by its keys', (typed, plain) => {
    expect(typedPlain(typed)).toBe(plain);
  });

  it.each([
    ['ogn', 'ong', true],
    ['nguyn', 'nguyen', true],
    ['quok', 'quoc', true],
    ['ongg', 'ong', true],
    ['ong', 'ong', false],
    ['ogn', 'von', false],
    ['cam', 'buoi', false],
    ['abcd', 'bcde', false],
  ])('%s and %s: one slip apart is %s', (one, other, slip) => {
    expect(isSlip(one, other)).toBe(slip);
    expect(isSlip(other, one)).toBe(slip);
  });
});

describe('a question that found nothing', async () => {
  const test = await testDatabase({ demo: true });
  const mended = (q: string) => mendedQueries(test.db.app, q.split(' '));

  it('takes known words as they stand and the others as what they may have been', async () => {
    expect(await mended('mat ogn')).toEqual([expect.stringMatching(/^\(mat & \(?.*\bong\b/)]);
    expect(await mended('maatj ong')).toEqual([expect.stringMatching(/^\(\(?.*\bmat\b.*& ong\)$/)]);
  });

  it('supposes one slip when every word is known', async () => {
    const [query] = await mended('mat ong');
    expect(query).toMatch(/\(mat & \(?[a-z| ]+\)?\)/);
    expect(query).not.toContain('(mat & ong)');
  });

  it('leaves one of three words out in the end', async () => {
    expect(await mended('mat ong qqqqqqqq')).toEqual(['(mat & ong)']);
    expect((await mended('mat ong banj')).at(-1)).toContain('(mat & ong)');
  });

  it('says nothing where nothing is alike, and bears anything typed', async () => {
    for (const q of ['mat qqqqqqqq', '', 'a b c d e f g h i k', "' | !"]) expect([q, await mended(q)]).toEqual([q, []]);
  });
});
