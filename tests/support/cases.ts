/** Reads the case tables that stand beside the functions of src/law: plain Markdown tables a lawyer can edit. */
import { readFileSync } from 'node:fs';

/** One row: column heading → text of the cell. */
export type CaseRow = Readonly<Record<string, string>>;

function cells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/**
 * The rows of the table under the heading `## title` in a Markdown file beside the calling test.
 * Throws when the heading, the table or a cell is missing, so that a table cannot vanish unseen.
 */
export function cases(testUrl: string, file: string, title: string): readonly CaseRow[] {
  const lines = readFileSync(new URL(file, testUrl), 'utf8').split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === `## ${title}`);
  if (start < 0) throw new Error(`${file}: không có mục "## ${title}"`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  const table = (end < 0 ? rest : rest.slice(0, end)).filter((line) => line.trim().startsWith('|'));
  const [head, , ...rows] = table;
  if (head === undefined || rows.length === 0) throw new Error(`${file}: mục "${title}" không có bảng`);
  const names = cells(head);
  return rows.map((line) => {
    const values = cells(line);
    if (values.length !== names.length) throw new Error(`${file}: dòng thiếu hoặc thừa ô: ${line}`);
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
  });
}

/** The text of a cell. Throws when the table has no such column. */
export function cell(row: CaseRow, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`Bảng không có cột "${name}"`);
  return value;
}
