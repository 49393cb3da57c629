/** What `saolang import … --json` prints of a list read. Fixed members in a fixed order. */
import type { ReadFile, ReadRow, ReadSheet, RowStatus } from './types.ts';
import { ROW_STATUSES } from './types.ts';

/** `comparedWith`: 'database' when the statuses are those of a comparison with a registry. */
export function printedList(file: string, read: ReadFile, comparedWith: 'database' | 'nothing') {
  const counts: Record<string, number> = { rows: read.rows.length };
  for (const status of ROW_STATUSES) counts[status] = count(read.rows, status);
  return {
    file,
    encoding: read.encoding,
    comparedWith,
    listKind: read.listKind,
    sheets: read.sheets.map(printedSheet),
    rows: read.rows.map((row) => (read.subject === 'units' ? { ...printedRow(row), unit: row.more } : printedRow(row))),
    counts,
  };
}

const count = (rows: readonly ReadRow[], status: RowStatus): number =>
  rows.filter((row) => row.status === status).length;

function printedSheet({ name, headerRow, columns }: ReadSheet) {
  const read = columns.filter((column) => column.field !== null);
  return {
    name,
    headerRow,
    columns: Object.fromEntries(
      read.map(({ field, letter, heading, confidence, hidden }) => [
        field,
        { column: letter, heading, confidence: Math.round(confidence * 100) / 100, hidden },
      ]),
    ),
  };
}

function printedRow(row: ReadRow) {
  return {
    ...{ sheet: row.sheet, row: row.row, status: row.status, product: row.product, producer: row.producer },
    ...{ address: row.address, stars: row.stars, score: row.score },
    ...{ decisionNumber: row.decisionNumber, decisionDate: row.decisionDate },
    ...{ communeCode: row.communeCode, newCommuneCodes: row.newCommuneCodes },
    messages: row.notes.map((note) => note.text),
  };
}
