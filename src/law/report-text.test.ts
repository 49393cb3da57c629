/** What is typed into reports, read as figures: the case tables beside it. */
import { expect, it } from 'vitest';
import { cases, cell } from '../../tests/support/cases.ts';
import { textProblems, typedNumbers } from './report-text.ts';

it.each(cases(import.meta.url, 'report-text.cases.md', 'Câu'))('R14.3 %o', (row) => {
  const found = textProblems(cell(row, 'câu'));
  expect(found.map(({ kind }) => kind).join(' ')).toBe(cell(row, 'lỗi'));
  expect(found.map(({ message }) => message).join(' ')).toBe(cell(row, 'sửa'));
  for (const { quote } of found) expect(cell(row, 'câu')).toContain(quote);
});

const listed = (text: string) => text.split(';').map((one) => one.trim());
it.each(cases(import.meta.url, 'report-text.cases.md', 'Số'))('R14.4 %o', (row) => {
  const text = cell(row, 'câu');
  const found = typedNumbers(text);
  expect(found.map(({ value }) => String(value)).join('; ')).toBe(cell(row, 'số'));
  const names = found.map(({ names }) => names ?? '');
  expect(names.length === 0 ? [''] : names).toEqual(
    found.length === 1 ? [cell(row, 'nói về')] : listed(cell(row, 'nói về')),
  );
  for (const { at, text: typed } of found) expect(text.slice(at, at + typed.length)).toBe(typed);
});

it('a text of any length is read quickly', () => {
  const text = 'Toàn tỉnh có 581 sản phẩm (464 sản phẩm 3 sao; 116 sản phẩm 4 sao và 01 sản phẩm 5 sao), '.repeat(400);
  const started = performance.now();
  textProblems(text);
  textProblems(`1 ${'a'.repeat(20_000)}`);
  textProblems('1/2 '.repeat(10_000));
  typedNumbers(text);
  expect(performance.now() - started).toBeLessThan(2000);
});
