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

test.each(numbersOfTheLaw)('test 6: a number of the law stands only in src/law: $pattern', ({ pattern, sample }) => {
  expect(sample).toMatch(pattern);
  expect(linesWith(outside, pattern).filter((line) => !isComment(line))).toEqual([]);
});

// Files that compare such days without judging a certificate.
const datesOnly: Record<string, string> = {
  'src/features/calendar/queries.ts': 'ends that lie in the months shown',
  'src/features/certificates/audit.ts': 'two stored days that contradict each other',
  'src/features/data-quality/checks/products.ts': 'days a source left open, a term longer than any act gives',
  'src/features/portal/certificate-words.ts': 'the tense of a sentence about a prolongation',
  'src/features/queue/ahead.ts': 'ends within the window, for the list of what comes',
};

test('what a certificate is worth on a day is worked out in one place: statusOn, and certificate_state for SQL', () => {
  const compares =
    /(?:(?<![=])[<>]=?|\bbetween)\s*[${\w.]*(?:expires_?(?:latest|earliest)|extended_?(?:to|from))\b|\b(?:expires_?(?:latest|earliest)|extended_?(?:to|from))\s*(?:[<>]=?|between\b)/i;
  for (const sample of ['r.expires_latest >= day', 'day <= row.extendedTo', '$1::date > g.expires_earliest'])
    expect(sample).toMatch(compares);
  expect('(row) => row.extendedTo').not.toMatch(compares);
  const here = outside.filter((path) => !Object.hasOwn(datesOnly, path));
  expect(linesWith(here, compares)).toEqual([]);
  const asks = linesWith(here, /\bcertificateOn\(|\bcertificate_state\(/).filter((line) => !isComment(line));
  expect([...new Set(asks.map((line) => line.split(':')[0]))]).toEqual(['src/features/registry/certificate-rules.ts']);
  // In the database the function stands once, and nothing after it compares those days.
  const later = filesLike(/^db\/migrations\/\d{4}-.*\.sql$/).filter(
    (path) => path > 'db/migrations/0247-returned-certificates.sql',
  );
  expect(filesLike(/^db\/migrations\/0247-returned-certificates\.sql$/).length).toBe(1);
  expect(linesWith(later, compares)).toEqual([]);
  expect(linesWith(later, /\bfunction certificate_state/)).toEqual([]);
});

test('the law is told the day: it has no clock, no chance, no machine', () => {
  const looksAround =
    /\bDate\.now\b|new Date\(\s*\)|\bDate\(\s*\)|Math\.random|\bprocess\.|\bperformance\.|\bglobalThis\b|\bfetch\(|crypto\./;
  expect('const today = new Date();').toMatch(looksAround);
  expect(linesWith(law, looksAround)).toEqual([]);
});

test('test 4: sums of points are exact: no floating point in the law', () => {
  const inexact = /\bparseFloat\b|\.toFixed\(|Math\.(round|fround)\b|\b0\.\d+\b/;
  expect('total.toFixed(2)').toMatch(inexact);
  // Days are counted in milliseconds of UTC: whole numbers, rounded to say so.
  const points = law.filter((path) => path !== 'src/law/days.ts');
  expect(linesWith(points, inexact)).toEqual([]);
});

// Files whose functions are no rule of their own, or share a table: where they are shown.
const shownElsewhere: Record<string, string> = {
  adviser: 'adviser.test.ts', // held against the engine over all sets
  answers: 'moves.test.ts', // the shape of an answer and of a refusal
  crosswalk: 'crosswalk.test.ts', // a derived proposal, no rule
  days: 'days.test.ts', // reckoning of days
  documentNumbering: 'codes.cases.md',
  moves: 'moves.test.ts', // the table of moves; what a move needs is in needs.test.ts
  parameters: 'days.test.ts', // the value in force on a day
  productCode: 'codes.cases.md',
  rulebooks: 'rulebooks.test.ts', // the data and its arithmetic
  scoring: 'stars.cases.md',
  'set-index': 'scoring.properties.test.ts', // an index over a set, over all sets
  'session-record': 'session-verify.test.ts', // how a record is put together, no rule
  'session-verify': 'session-verify.test.ts', // every change of a record is found
  settings: 'settings.test.ts', // questions the law leaves open
  'sheet-state': 'sheet-state.test.ts', // the same reckoning as scoring, for a sheet in the making
  gtin: 'codes.cases.md',
  taxCode: 'codes.cases.md',
  turns: 'turns.test.ts', // whose turn and by when: every state of the table of moves
};

test('every file with functions of the law has a table of cases beside it', () => {
  const withFunctions = law
    .filter((path) => /^src\/law\/[^/]+\.ts$/.test(path) && /^export function /m.test(textOf(path)))
    .map((path) => path.slice('src/law/'.length, -'.ts'.length));
  expect(withFunctions.length).toBeGreaterThan(0);
  const shown = new Set(filesLike(/^src\/law\/.*\.(cases\.md|test\.ts)$/).map((path) => path.slice('src/law/'.length)));
  expect(withFunctions.filter((name) => !shown.has(shownElsewhere[name] ?? `${name}.cases.md`))).toEqual([]);
  expect(Object.keys(shownElsewhere).filter((name) => !withFunctions.includes(name))).toEqual([]);
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
