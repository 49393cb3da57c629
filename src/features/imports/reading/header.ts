/** Where a sheet's heading is, and what each of its columns holds. */
import type { RowCells, SheetCells } from './cells.ts';
import { readHeading } from './headings.ts';
import type { ColumnField, ListSubject } from './types.ts';
import { oneLine, plain } from './words.ts';

/** A heading found: one or two rows, and per column its text and what it says. */
export interface Header {
  /** Index in the sheet's rows. */
  readonly at: number;
  readonly rows: number;
  readonly headings: readonly (Heading | undefined)[];
  readonly score: number;
}
export interface Heading {
  readonly text: string;
  readonly field: ColumnField | null;
  readonly confidence: number;
}

const LONGEST_HEADING = 120;
/** A number, a date or stars alone are no heading, except a number of stars in words. */
const IS_DATA = /^(?:[\d\s./,()-]*\d[\d\s./,()-]*|[*★⭐\s]+)$/u;
/** Rows looked at before a sheet counts as one without a heading. */
const SEARCHED = 120;

export const isData = (text: string): boolean => IS_DATA.test(text);

/** What a list of this kind cannot be without. */
export const MAIN_FIELDS: Readonly<Record<ListSubject, readonly ColumnField[]>> = {
  products: ['product'],
  producers: ['producer', 'producerAndAddress'],
  units: ['unit', 'unitCode'],
};

/** The first heading of a sheet: the best of the first few rows that look like one. Null when there is none. */
export function findHeader(rows: readonly RowCells[], subject: ListSubject): Header | null {
  let best: Header | null = null;
  const last = Math.min(rows.length, SEARCHED);
  for (let at = 0; at < last; at += 1) {
    if (best !== null && at > best.at + 2) break;
    const header = headerAt(rows, at, subject);
    if (header !== null && (best === null || header.score > best.score)) best = header;
  }
  return best;
}

/** The heading that begins at a row, if one does. */
export function headerAt(rows: readonly RowCells[], at: number, subject: ListSubject): Header | null {
  const row = rows[at];
  if (row === undefined || row.across) return null;
  const one = headerOf(at, [row], subject);
  const below = rows[at + 1];
  if (below === undefined || below.number !== row.number + 1) return one;
  if (knownIn(row, subject) < 2 || !isLowerHeading(row, below, subject)) return one;
  const two = headerOf(at, [row, below], subject);
  return two !== null && (one === null || two.score >= one.score) ? two : one;
}

/** The heading a person named by its row; null: the sheet has none. */
export function askedHeader(sheet: SheetCells, row: number | null, subject: ListSubject): Header | null {
  if (row === null) return null;
  const at = sheet.rows.findIndex((each) => each.number === row);
  if (at < 0) return findHeader(sheet.rows, subject);
  const headings = sheet.rows[at]?.cells.map((cell) =>
    cell === undefined ? undefined : { text: oneLine(cell.text), field: null, confidence: 0 },
  );
  return headerAt(sheet.rows, at, subject) ?? { at, rows: 1, headings: headings ?? [], score: 0 };
}

function headerOf(at: number, rows: readonly RowCells[], subject: ListSubject): Header | null {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const headings: (Heading | undefined)[] = [];
  const fields = new Map<ColumnField, number>();
  let known = 0;
  let filled = 0;
  for (let column = 0; column < width; column += 1) {
    const texts = textsOf(rows, column);
    if (texts.length === 0) continue;
    if (texts.some((text) => text.length > LONGEST_HEADING || isData(text))) return null;
    filled += 1;
    const heading = headingOf(texts, subject);
    headings[column] = heading;
    if (heading.confidence > 0) known += 1;
    if (heading.field !== null) fields.set(heading.field, Math.max(heading.confidence, fields.get(heading.field) ?? 0));
  }
  const hasMain = MAIN_FIELDS[subject].some((field) => fields.has(field));
  const distinct = [...fields.keys()].filter((field) => field !== 'order').length;
  const enough = hasMain ? fields.size >= 2 : distinct >= 2 && fields.size >= 3;
  if (!enough || known * 2 < filled) return null;
  const score = [...fields.values()].reduce((a, b) => a + b, 0) + (hasMain ? 1 : 0) + known / 10;
  return { at, rows: rows.length, headings, score };
}

/** Texts of a column from the upper to the lower row; what is merged over both counts once. */
function textsOf(rows: readonly RowCells[], column: number): string[] {
  const texts: string[] = [];
  rows.forEach((row, depth) => {
    const lower = rows[depth + 1];
    const text = row.cells[column]?.text ?? (lower?.cells[column] === undefined ? '' : leftText(row, column));
    const line = oneLine(text);
    if (line !== '' && texts.at(-1) !== line) texts.push(line);
  });
  return texts;
}

/** The text a wide upper heading carries over its lower ones. */
function leftText(row: RowCells, column: number): string {
  for (let left = column - 1; left >= 0 && left >= column - 6; left -= 1) {
    const cell = row.cells[left];
    if (cell !== undefined) return cell.text;
  }
  return '';
}

function headingOf(texts: readonly string[], subject: ListSubject): Heading {
  const text = texts.join(' / ');
  const guesses = [...texts].reverse().map((each) => readHeading(each, subject));
  const [own, upper] = guesses;
  if (upper !== undefined && own?.confidence === 0 && texts.length > 1)
    return { text, ...upper, confidence: upper.confidence - 0.1 };
  if (texts.length > 1 && own?.field === 'product' && own.confidence < 0.7 && upper?.field) {
    return { text, ...upper }; // "Chủ thể / Tên"
  }
  return { text, ...(own ?? { field: null, confidence: 0 }) };
}

const knownIn = (row: RowCells, subject: ListSubject): number =>
  row.cells.filter((cell) => cell !== undefined && readHeading(cell.text, subject).confidence > 0).length;

/** Does the row below belong to the heading: short texts, none of them data, some of them known headings. */
function isLowerHeading(row: RowCells, below: RowCells, subject: ListSubject): boolean {
  let known = 0;
  for (const [column, cell] of below.cells.entries()) {
    if (cell === undefined || cell === row.cells[column]) continue;
    if (cell.text.length > 60 || (/^[\d(]/.test(cell.text) && !/sao|\*|★/.test(cell.text))) return false;
    if (cell.date !== undefined) return false;
    const guess = readHeading(cell.text, subject);
    if (guess.confidence === 0) {
      if (plain(cell.text).split(' ').length > 6) return false;
      continue;
    }
    known += 1;
  }
  const own = below.cells.filter((cell, column) => cell !== undefined && cell !== row.cells[column]).length;
  return known > 0 && known * 2 >= own;
}

/** Texts that stand above the heading, a row each. */
export function titlesOf(sheet: SheetCells, header: Header | null): string[] {
  return sheet.rows.slice(0, header?.at ?? 0).map(rowText);
}

/** The texts of a row in one line. */
function rowText(row: RowCells): string {
  const texts: string[] = [];
  for (const cell of row.cells) {
    const line = oneLine(cell?.text ?? '');
    if (line !== '' && !texts.includes(line)) texts.push(line);
  }
  return texts.join(' · ');
}
