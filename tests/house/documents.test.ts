/** A document names only commands and paths that are there. */
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { settingsTable } from '../../src/platform/config.ts';
import { exists, filesLike, jsonOf, paths, textOf } from './files.ts';

const documents = filesLike(/\.md$/).filter((path) => !path.endsWith('.cases.md'));
const scripts = Object.keys(jsonOf<{ scripts: Record<string, string> }>('package.json').scripts);
const commands = [...textOf('src/cli.ts').matchAll(/\bname: '([a-z-]+(?: [a-z-]+)*)'/g)].map((match) => match[1] ?? '');
const npmItself = ['ci', 'install', 'run', 'rebuild', 'audit', 'sbom', 'config'];

/** Everything of a document that is meant literally: fenced blocks and inline code. */
function literals(text: string): string[] {
  const fenced = [...text.matchAll(/^```[^\n]*\n(.*?)^```/gms)].flatMap((match) => (match[1] ?? '').split('\n'));
  const inline = [...text.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return [...fenced, ...inline].map((line) => line.trim()).filter((line) => line !== '');
}

function eachLiteral(judge: (literal: string, path: string) => string[]): string[] {
  return documents.flatMap((path) =>
    literals(textOf(path)).flatMap((literal) => judge(literal, path).map((wrong) => `${path}: ${wrong}`)),
  );
}

test('the entry documents are there', () => {
  const wanted = [
    'README.md',
    'README.vi.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    'docs/tour.md',
    'docs/operations.md',
    'docs/quality.md',
    'docs/glossary.md',
    'docs/decisions/README.md',
  ];
  expect(wanted.filter((path) => !exists(path))).toEqual([]);
});

test('every npm command in a document is a script of package.json', () => {
  const unknown = eachLiteral((literal) =>
    [...literal.matchAll(/\bnpm (?:run (?:-s |--silent )?)?([a-z][a-z:-]*)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !scripts.includes(name) && !npmItself.includes(name)),
  );
  expect(unknown).toEqual([]);
});

test('every saolang command in a document is on the command line', () => {
  expect(commands).toContain('score');
  const unknown = eachLiteral((literal) =>
    [...literal.matchAll(/(?:^saolang|\bsaolang --) ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?/g)]
      .filter(
        ([, first = '', second = '']) =>
          first !== 'help' && !commands.includes(first) && !commands.includes(`${first} ${second}`),
      )
      .map((match) => match[0]),
  );
  expect(unknown).toEqual([]);
});

test('every path in a document exists', () => {
  const rooms = /^\.?(?:src|tests|docs|db|tools|bench|bin|\.ci)\/[\w./*-]*$/;
  const missing = eachLiteral((literal, document) => {
    const path = literal.replace(/[,;:]$/, '');
    if (!rooms.test(path)) return [];
    const beside = posix.join(posix.dirname(document), path);
    const found = path.includes('*') ? paths.some((one) => globLike(path).test(one)) : exists(path) || exists(beside);
    return found ? [] : [literal];
  });
  expect(missing).toEqual([]);
});

test('every link inside the project leads somewhere', () => {
  const dead = documents.flatMap((path) =>
    [...textOf(path).matchAll(/\]\((?!https?:|mailto:|#)([^)\s]+)\)/g)]
      .map((match) => decodeURI((match[1] ?? '').replace(/#.*$/, '')))
      .filter((target) => !exists(posix.join(posix.dirname(path), target)))
      .map((target) => `${path}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test('every decision stands in the list of decisions, numbered without a hole', () => {
  const records = filesLike(/^docs\/decisions\/\d{3}-.*\.md$/).map((path) => posix.basename(path));
  const listed = [...textOf('docs/decisions/README.md').matchAll(/\]\((\d{3}-[^)]+)\)/g)].map((match) => match[1]);
  expect(listed).toEqual(records);
  expect(records.map((name) => Number(name.slice(0, 3)))).toEqual(records.map((_, index) => index + 1));
});

test('the table of settings is the one that is checked at start', () => {
  expect(textOf('docs/operations.md')).toContain(settingsTable());
});

/** A pattern with stars as an expression: one star is anything within one folder, two are anything at all. */
function globLike(pattern: string): RegExp {
  const escaped = pattern.replace(/[.]/g, '\\.').replace(/\*\*?/g, (stars) => (stars === '**' ? '.*' : '[^/]*'));
  return new RegExp(`^${escaped}$`);
}
