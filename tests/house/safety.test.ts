/** Habits that keep whole kinds of mistakes out: where text could become code, and where a clock could be asked. */
import { expect, test } from 'vitest';
import { filesLike, linesWith } from './files.ts';

const product = filesLike(/^src\/.*\.tsx?$/).filter((path) => !path.includes('.test.'));
const filesWith = (pattern: RegExp) => [...new Set(linesWith(product, pattern).map((line) => line.split(':')[0]))];

test('S21 markup is written as markup in two places only, both of which escape what they are given', () => {
  expect(filesWith(/dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write/)).toEqual([
    'src/features/portal/pages/data-block.tsx', // data for machines as JSON, with < written as an escape
    'src/ui/ready.tsx', // parts the renderer itself has written, kept for the next page
  ]);
});

test('S19 text becomes SQL in one place only, which reads files of our own', () => {
  expect(filesWith(/\bsql\.(?:raw|lit)\(/)).toEqual(['src/platform/db/invariants.ts']);
  // Plain clients of `pg` put a name into a statement only as an escaped name.
  const bare = linesWith(product, /\.query(?:<[^>]*>)?\(\s*`[^`]*\$\{/).filter((line) =>
    [...line.matchAll(/\$\{([^}]*)/g)].some(
      ([, put = '']) => !/^(?:escape(?:Identifier|Literal)\(|table$|how$|database$)/.test(put),
    ),
  );
  expect(bare).toEqual([]);
});

test('no text is run as a program', () => {
  expect(linesWith(product, /\beval\(|new Function\(|\bexec(?:Sync)?\(\s*`|shell: true/)).toEqual([]);
});

test('Q10 features and pages are told the day and the time; only the clock looks', () => {
  const looking = product.filter((path) => /^src\/(features|ui|law)\//.test(path));
  expect(linesWith(looking, /new Date\(\s*\)|\bDate\.now\(/)).toEqual([]);
});

test('S32 no page names a foreign script, style, font, picture or frame', () => {
  const screens = product.filter((path) => /^src\/(features|ui|islands)\//.test(path));
  expect(linesWith(screens, /\b(?:src|srcset|action|data)=["'{`]+https?:\/\/|@import url|<link[^>]+https?:/)).toEqual(
    [],
  );
});
