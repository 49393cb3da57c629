/** Small files, strict types, nothing left over. This file names what is forbidden, so it is not read itself. */
import { describe, expect, test } from 'vitest';
import { filesLike, linesWith, textOf } from './files.ts';

const LONGEST = 300;
const ours = filesLike(/\.(ts|tsx|mjs|cjs|css|sql)$/).filter(
  (path) => !path.endsWith('.generated.ts') && path !== 'tests/house/sources.test.ts',
);
const code = ours.filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path));

const forbidden: Record<string, { pattern: RegExp; sample: string; where?: readonly string[] }> = {
  'a type loosened': {
    pattern: /\bas any\b|: any\s*([;,)=[\]|&>{]|$)|<any\b|\bany\[\]/,
    sample: 'const few: any[] = []',
  },
  'a rule switched off': { pattern: /@ts-(ignore|expect-error|nocheck)|biome-ignore/, sample: '// @ts-ignore' },
  'work left over': {
    pattern: /\b(TODO|FIXME|XXX|HACK)\b|not implemented|lorem ipsum/i,
    sample: '// TODO: later',
    where: ours,
  },
  'a test switched off': { pattern: /\b(it|test|describe)\.(skip|only|todo|fails)\b/, sample: 'test.skip("x")' },
  'a path of one machine': {
    pattern: /(^|[\s"'`(=])\/(work|farm|Users|home\/[a-z]+)\/[a-z.]/,
    sample: "read('/home/anna/list')",
    where: filesLike(/\.(ts|tsx|mjs|cjs|css|sql|md|json|yml|csv|html)$/).filter(
      (path) => path !== 'tests/house/sources.test.ts',
    ),
  },
};

test(`no file is longer than ${LONGEST} lines, unless its head gives the reason ("Long because …")`, () => {
  const tooLong = ours.filter((path) => {
    const lines = textOf(path).trimEnd().split('\n');
    return lines.length > LONGEST && !/Long because \S.{15,}/.test(lines.slice(0, 15).join(' '));
  });
  expect(tooLong).toEqual([]);
});

describe('nowhere', () => {
  test.each(Object.entries(forbidden))('%s', (_, { pattern, sample, where = code }) => {
    expect(sample).toMatch(pattern);
    expect(linesWith(where, pattern)).toEqual([]);
  });
});
