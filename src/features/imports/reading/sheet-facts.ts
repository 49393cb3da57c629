/** What holds for all rows of a sheet: its titles, its name, its hidden columns, how its rows are numbered. */
import type { RowCells, SheetCells } from './cells.ts';
import { findDate } from './dates.ts';
import type { SheetFacts } from './record.ts';
import { orderKind } from './row-kinds.ts';
import { splitProducts } from './split.ts';
import type { ColumnField, ListSubject, MappedColumn, ReadSheet, RowNote } from './types.ts';
import { findNumber, statedStars } from './values.ts';

/** Which columns somebody hid that are read all the same. */
export function hiddenNote(sheet: SheetCells, columns: readonly MappedColumn[]): RowNote | null {
  const hidden = columns.filter((column) => column.field !== null && sheet.hiddenColumns.has(column.index));
  if (hidden.length === 0) return null;
  return {
    code: 'hiddenColumn',
    text: `Cột ${hidden.map((column) => column.letter).join(', ')} đang bị ẩn trong tệp.`,
  };
}

/** Decision and stars of the titles, and which columns the sheet has. */
export function sheetFacts(sheet: SheetCells, read: ReadSheet, subject: ListSubject): SheetFacts {
  const has = (...fields: ColumnField[]) =>
    read.columns.some((column) => column.field !== null && fields.includes(column.field));
  const annex = read.titles.find((title) => /quyết định|\bqđ\b/iu.test(title)) ?? '';
  const found = findNumber(annex);
  const named = statedStars(sheet.name);
  const titled = read.titles.map(statedStars).find((stars) => stars !== null) ?? null;
  const product = read.columns.find((column) => column.field === 'product');
  const split = (row: RowCells): boolean => {
    const text = product === undefined ? '' : (row.cells[product.index]?.text ?? '');
    return text.includes('\n') && splitProducts(text, null).names.length > 1;
  };
  return {
    subject,
    decisionNumber: found.number,
    decisionDate: found.number === null ? null : findDate(found.rest).value,
    stars: named ?? titled,
    starsFrom: named === null ? 'tiêu đề' : 'tên trang tính',
    hasStars: has('stars', 'star3', 'star4', 'star5'),
    hasDates: has('decision', 'decisionDate'),
    severalLines: sheet.rows.filter(split).length >= 2,
  };
}

/** How the rows of a sheet are numbered. */
export interface Numbering {
  /** At all. */
  readonly orders: boolean;
  /** With points: 1.1. */
  readonly dotted: boolean;
  /** Most rows are a number and a name alone. */
  readonly lonely: boolean;
  /** The last row with a number. */
  readonly last: number;
}

/** Looks at the running numbers of all rows. */
export function usualOrders(sheet: SheetCells, columns: readonly MappedColumn[]): Numbering {
  const order = columns.find((column) => column.field === 'order');
  let [numbers, dotted, alone, last] = [0, 0, 0, 0];
  for (const row of sheet.rows) {
    const kind = order === undefined ? 'none' : orderKind(row.cells[order.index]?.text ?? '');
    if (kind !== 'number' && kind !== 'dotted') continue;
    last = row.number;
    if (kind === 'dotted') dotted += 1;
    else numbers += 1;
    if (kind === 'number' && row.cells.filter((cell) => cell !== undefined).length <= 2) alone += 1;
  }
  return { orders: numbers + dotted > 0, dotted: dotted >= 2, lonely: alone * 2 > numbers, last };
}
