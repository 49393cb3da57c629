/** The law is one folder: its numbers stand nowhere else, and it looks at nothing but what it is told. */
import { expect, test } from 'vitest';
import { filesLike, linesWith, textOf } from './files.ts';

const notATest = (path: string) => !/\.test\.tsx?$/.test(path);
const law = filesLike(/^src\/law\/.*\.ts$/).filter(notATest);
// The machinery below src/platform never heard of the programme: its 90 is a count of seconds. The kit's own sample
// pages (src/ui/kit-*) show invented text.
const outside = filesLike(/^src\/(features|ui|islands|cli|[^/]+\.ts)/).filter(
  (path) => /\.tsx?$/.test(path) && notATest(path) && !path.startsWith('src/ui/kit-'),
);
const isComment = (line: string) => /:\d+ (\/\/|\/?\*)/.test(line);

// Star bands, gates, terms, windows, the parts of the sheet, five samples: what R-rules and articles fix.
const numbersOfTheLaw = [
  { pattern: /(?:[<>]=?|===?)\s*(?:90|70|50|30)(?![\d.%])/, sample: 'if (points >= 90) return 5;' },
  { pattern: /\b(?:90|70|50|30)\s*(?:[<>]=?)\s*\w/, sample: '50 <= mean' },
  { pattern: /\b36\b.{0,12}(?:month|tháng)|(?:month|tháng)\w*\W{1,4}36\b/i, sample: 'months: 36' },
  {
    pattern: /\b(?:15|mười lăm)\b.{0,12}(?:working|ngày làm việc)|workingDays\W{1,3}15\b/i,
    sample: 'addWorkingDays(day, 15 /* working */)',
  },
  { pattern: /\b(?:180|120)\b.{0,12}(?:days?\b|ngày)/i, sample: "'trước 180 ngày'" },
  { pattern: /\b(?:40|35)\s*[/,]\s*25\s*[/,]\s*(?:35|40)\b/, sample: '[40, 25, 35]' },
];

test.each(numbersOfTheLaw)('a number of the law stands only in src/law: $pattern', ({ pattern, sample }) => {
  expect(sample).toMatch(pattern);
  expect(linesWith(outside, pattern).filter((line) => !isComment(line))).toEqual([]);
});

test('the law is told the day: it has no clock, no chance, no machine', () => {
  const looksAround =
    /\bDate\.now\b|new Date\(\s*\)|\bDate\(\s*\)|Math\.random|\bprocess\.|\bperformance\.|\bglobalThis\b|\bfetch\(|crypto\./;
  expect('const today = new Date();').toMatch(looksAround);
  expect(linesWith(law, looksAround)).toEqual([]);
});

test('sums of points are exact: no floating point in the law', () => {
  const inexact = /\bparseFloat\b|\.toFixed\(|Math\.(round|fround)\b|\b0\.\d+\b/;
  expect('total.toFixed(2)').toMatch(inexact);
  // Days are counted in milliseconds of UTC: whole numbers, rounded to say so.
  const points = law.filter((path) => path !== 'src/law/days.ts');
  expect(linesWith(points, inexact)).toEqual([]);
});

// Functions of the law without a table of cases of their own, and where they are shown instead.
const shownElsewhere: Record<string, string> = {
  'src/law/answers.ts': 'shape of an answer and a refusal; no rule in it',
  'src/law/set-index.ts': 'index over a set; shown by scoring.properties.test.ts over all sets',
};

test('every file with functions of the law has a table of cases beside it', () => {
  const withFunctions = law.filter(
    (path) => /^src\/law\/[^/]+\.ts$/.test(path) && /^export function /m.test(textOf(path)),
  );
  expect(withFunctions.length).toBeGreaterThan(0);
  const cases = new Set(filesLike(/^src\/law\/.*\.cases\.md$/));
  const without = withFunctions.filter(
    (path) => !cases.has(path.replace(/\.ts$/, '.cases.md')) && !(path in shownElsewhere),
  );
  expect(without).toEqual([]);
  expect(Object.keys(shownElsewhere).filter((path) => !withFunctions.includes(path))).toEqual([]);
});

test('every table of cases is read by a test, and has cases', () => {
  const tests = filesLike(/^src\/law\/.*\.test\.ts$/)
    .map(textOf)
    .join('\n');
  const idle = filesLike(/^src\/law\/.*\.cases\.md$/).filter(
    (path) =>
      !tests.includes(path.split('/').at(-1) ?? path) ||
      textOf(path)
        .split('\n')
        .filter((line) => line.startsWith('|')).length < 3,
  );
  expect(idle).toEqual([]);
});
