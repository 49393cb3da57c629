/** Every table comes with its grants in the same file; migrations only go forward. */
import { expect, test } from 'vitest';
import { filesLike, textOf } from './files.ts';

const migrations = filesLike(/^db\/migrations\/.*$/);
const sqlOf = (path: string) => textOf(path).replace(/--[^\n]*/g, '');
const namesIn = (sql: string, pattern: RegExp) => [...sql.matchAll(pattern)].map((match) => match[1] ?? '');

test('migrations are numbered once and named in words', () => {
  expect(migrations.filter((path) => !/^db\/migrations\/\d{4}-[a-z0-9-]+\.sql$/.test(path))).toEqual([]);
  const numbers = migrations.map((path) => path.slice('db/migrations/'.length, 'db/migrations/0000'.length));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});

test('S40 every new table and view is granted to somebody in the same file', () => {
  const ungranted = migrations.flatMap((path) => {
    const sql = sqlOf(path);
    const made = namesIn(
      sql,
      /\bcreate (?:table|(?:materialized )?view|or replace view)(?: if not exists)? ([a-z_]+)/gi,
    );
    const granted = new Set(
      namesIn(sql, /\bgrant\b[^;]*?\bon\b(?:\s+table)?\s+([a-z_,\s]+?)\s+to\b/gi).flatMap((list) =>
        list.split(',').map((name) => name.trim()),
      ),
    );
    return made.filter((name) => !granted.has(name)).map((name) => `${path} ${name}`);
  });
  expect(ungranted).toEqual([]);
});

test('S40 the application may change neither a state, nor the ledger, nor the access log', () => {
  const verbs = migrations.flatMap((path) =>
    [...sqlOf(path).matchAll(/\bgrant\b([^;]*?)\bon\b([^;]*?)\bto\b([^;]*);/gi)]
      .filter(
        ([, verb = '', tables = '', roles = '']) =>
          /\b(update|delete|truncate|all)\b/i.test(verb) &&
          /\b(app|report|public)\b/.test(roles) &&
          /\b(lifecycle\w*|ledger\w*|access_log|access_seal)\b/.test(tables),
      )
      .map((match) => `${path} ${match[0]}`),
  );
  expect(verbs).toEqual([]);
});

test('S40 the role for reports may only read', () => {
  const more = migrations.flatMap((path) =>
    [...sqlOf(path).matchAll(/\bgrant\b([^;]*?)\bto\b([^;]*);/gi)]
      .filter(
        ([, verb = '', roles = '']) =>
          /\breport\b/.test(roles) && /\b(insert|update|delete|truncate|all)\b/i.test(verb.split(/\bon\b/i)[0] ?? ''),
      )
      .map((match) => `${path} ${match[0]}`),
  );
  expect(more).toEqual([]);
});
