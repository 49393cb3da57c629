/**
 * A text file → rows of cells. Own reading of quotes, because the lists use a lone " as the sign for "the same as above"
 * and a strict reader would swallow half the file from there on.
 */
import { FileProblem } from '#platform/files/problem';
import { type Cell, cellText, LIST_LIMITS, type RowCells } from './cells.ts';

export const DELIMITERS = ['\t', ';', ',', '|'] as const;

/** The longest a quoted cell may be before its quotation mark is taken for a character. */
const LONGEST_QUOTED = 8000;

/** Rows with some text; numbers count every record of the file, blank ones too. Throws FileProblem beyond the limits. */
export function parseDelimited(
  text: string,
  delimiter: string,
  most: number = LIST_LIMITS.rows,
  progress?: (rows: number) => void,
): RowCells[] {
  const rows: RowCells[] = [];
  let at = 0;
  let cells = 0;
  for (let number = 1; at < text.length && rows.length < most; number += 1) {
    const record: (Cell | undefined)[] = [];
    for (let column = 0; ; column += 1) {
      const field = nextField(text, at, delimiter);
      at = field.next;
      const shown = cellText(field.value);
      if (shown !== '' && column < LIST_LIMITS.columns) {
        record[column] = { text: shown };
        cells += 1;
      }
      if (field.last) break;
    }
    if (record.length > 0) rows.push({ number, hidden: false, cells: record });
    if (cells > LIST_LIMITS.cells || (rows.length >= LIST_LIMITS.rows && at < text.length)) {
      throw new FileProblem('tooLarge', 'Danh sách dài quá 200.000 dòng. Hãy chia thành nhiều tệp rồi gửi từng tệp.');
    }
    if (rows.length % 1000 === 0) progress?.(rows.length);
  }
  return rows;
}

/** `sep=;` on the first line is Excel's own note about the delimiter. */
export function notedDelimiter(text: string): string | null {
  return /^sep=(.)\r?\n/i.exec(text)?.[1] ?? null;
}

interface Field {
  readonly value: string;
  readonly next: number;
  /** The record ends here. */
  readonly last: boolean;
}

function nextField(text: string, from: number, delimiter: string): Field {
  let start = from;
  while (text[start] === ' ') start += 1;
  const quoted = text[start] === '"' ? quotedEnd(text, start, delimiter) : null;
  if (quoted !== null) {
    const value = text.slice(start + 1, quoted).replaceAll('""', '"');
    let after = quoted + 1;
    while (text[after] === ' ') after += 1;
    return fieldAt(text, value, after);
  }
  let end = from;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return fieldAt(text, text.slice(from, end), end);
}

function fieldAt(text: string, value: string, end: number): Field {
  const mark = text[end];
  if (mark === undefined) return { value, next: end, last: true };
  if (mark === '\r') return { value, next: end + (text[end + 1] === '\n' ? 2 : 1), last: true };
  return { value, next: end + 1, last: mark === '\n' };
}

/** Where the quotation mark that closes the cell stands; null when the one at `start` is only a character. */
function quotedEnd(text: string, start: number, delimiter: string): number | null {
  const after = text[start + 1];
  if (after === delimiter || after === '\n' || after === '\r' || after === undefined) return null;
  const limit = Math.min(text.length, start + LONGEST_QUOTED);
  for (let at = start + 1; at < limit; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    let follows = at + 1;
    while (text[follows] === ' ') follows += 1;
    const mark = text[follows];
    return mark === undefined || mark === delimiter || mark === '\n' || mark === '\r' ? at : null;
  }
  return null;
}
