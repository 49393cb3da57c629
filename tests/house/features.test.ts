/** Every chapter has the same inside: learn one, know all. */
import { expect, test } from 'vitest';
import { exists, filesLike, textOf } from './files.ts';

const features = [...new Set(filesLike(/^src\/features\/[^/]+\//).map((path) => path.split('/')[2] ?? ''))].sort();
/** Always there; queries.ts and words.ts where a chapter has reads or words of its own. */
const inside = ['README.md', 'index.ts', 'schema.ts'];

test.each(features)('%s has the rooms every chapter has', (feature) => {
  const hasPages = filesLike(new RegExp(`^src/features/${feature}/pages/`)).length > 0;
  const missing = [...inside, ...(hasPages ? ['urls.ts'] : [])].filter(
    (file) => !exists(`src/features/${feature}/${file}`),
  );
  expect(missing).toEqual([]);
});

test.each(features)('the README of %s says in few lines what, who, on what legal basis, in which states', (feature) => {
  const lines = textOf(`src/features/${feature}/README.md`).trim().split('\n');
  expect(lines[0]).toMatch(/^# /);
  expect(lines.length).toBeLessThanOrEqual(25);
});

/** A page, and at most the one that stands in for it (a list of all, a page of none): more are split. */
test.each(features)('the pages of %s hold one page a file, or two that are one', (feature) => {
  const pages = filesLike(new RegExp(`^src/features/${feature}/pages/.*\\.tsx$`)).filter(
    (path) => !path.includes('.test.'),
  );
  const crowded = pages.filter((path) => (textOf(path).match(/\b(?:page|publicPage)\(\{/g) ?? []).length > 2);
  expect(crowded).toEqual([]);
});

test('addresses decide nothing: urls.ts of the product is one line a route', () => {
  const urls = textOf('src/urls.ts');
  expect(urls).not.toMatch(/\b(if|for|while|switch)\s*\(|\bawait\b/);
});
