/** Every requirement this version answers to is shown by a test, or by a line in docs/quality.md that says how. */
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { filesLike, textOf } from './files.ts';

const PAGE = 'docs/quality.md';
const range = (letter: string, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`);
const required = [
  ...range('S', 1, 28),
  ...range('S', 30, 41),
  ...range('Q', 1, 7),
  ...['Q10', 'Q11', 'Q15', 'Q17', 'Q18'],
  ...range('U', 1, 29),
  ...['U35', 'U38', 'U39', 'U40'],
];

/** Test files by the id that a title in them names: `S16 extra fields change nothing`. */
function testsById(): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const path of filesLike(/^(src|tests|bench)\/.*\.test\.tsx?$/)) {
    for (const [, , title = ''] of textOf(path).matchAll(
      /(?:\b(?:test|it|describe)|\))\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs,
    )) {
      for (const [id] of title.matchAll(/\b[SQU]\d{1,2}\b/g)) found.set(id, (found.get(id) ?? new Set()).add(path));
    }
  }
  return new Map([...found].map(([id, files]) => [id, [...files].sort()]));
}

const tests = testsById();
const rows = textOf(PAGE)
  .split('\n')
  .map((line) => /^\| ([SQU]\d+) \| (.*?) \| (.*?) ?\| (.*?) ?\|$/.exec(line))
  .filter((row) => row !== null)
  .map(([, id = '', promise = '', , note = '']) => ({ id, promise, note: note.trim() }));

test('the page lists every requirement once, in order', () => {
  expect(rows.map((row) => row.id)).toEqual(required);
});

test('every requirement is shown by a test or says how a person checks it', () => {
  expect(rows.filter((row) => !tests.has(row.id) && row.note.length < 20).map((row) => row.id)).toEqual([]);
});

test('the column of tests is fresh (npm run quality)', async () => {
  const links = (files: readonly string[]) =>
    files.map((path) => `[${posix.basename(path).replace(/\.test\.tsx?$/, '')}](../${path})`).join(', ');
  const fresh = textOf(PAGE)
    .split('\n')
    .map((line) => {
      const row = rows.find((one) => line.startsWith(`| ${one.id} |`));
      return row ? `| ${row.id} | ${row.promise} | ${links(tests.get(row.id) ?? [])} | ${row.note} |` : line;
    })
    .join('\n');
  await expect(fresh).toMatchFileSnapshot(`../../${PAGE}`);
});
