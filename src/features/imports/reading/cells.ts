/** A file as sheets of cells, before anybody asks what they mean. */

export interface Cell {
  /** NFC, line breaks kept as \n, blanks of a line collapsed, trimmed. */
  readonly text: string;
  /** A date the program stored as one: 'YYYY-MM-DD', or as much of it as the cell shows. */
  readonly date?: string;
  readonly number?: number;
  /** Struck through, wholly or in part. */
  readonly struck?: boolean;
  readonly bold?: boolean;
  /** The cell is a formula without a kept value, or holds an error: the text is the formula or the error. */
  readonly unreliable?: boolean;
}

export interface RowCells {
  /** From 1, as in the file. */
  readonly number: number;
  readonly hidden: boolean;
  /** By column, from 0; holes are empty cells. */
  readonly cells: (Cell | undefined)[];
  /** The row is one cell merged across several columns. */
  across?: boolean;
}

export interface SheetCells {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold some text, in order. */
  readonly rows: readonly RowCells[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** Ranges from 0, inclusive. */
  readonly merges: readonly Merge[];
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a file may hold; beyond it the file is refused in words, not read in part. */
export const LIST_LIMITS = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 400 * 1024 * 1024,
  parts: 2000,
  rows: 200_000,
  cells: 4_000_000,
  columns: 256,
  cellText: 32_767,
} as const;

const BLANKS = /[^\S\n]+/g;
/** Invisible characters and controls (never letters); line breaks are turned into \n before. */
const INVISIBLE = /[^\P{Cc}\n]|\p{Cf}/gu;

/** The text of a cell: NFC, `Ð` (U+00D0) as the letter Đ it stands for, single blanks, no invisible characters. */
export function cellText(raw: string): string {
  return raw
    .slice(0, LIST_LIMITS.cellText)
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\x85/g, '\n')
    .replaceAll('\u00d0', 'Đ')
    .replace(BLANKS, ' ')
    .replace(INVISIBLE, '')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** 0 → 'A', 27 → 'AB'. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** 'AB' → 27; null when it is no column. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** The cell above, for rows a merged cell spans: text of the first row in the others, in its left column. */
export function fillMerged(rows: readonly RowCells[], merges: readonly Merge[]): void {
  const byNumber = new Map(rows.map((row, at) => [row.number, at]));
  for (const merge of merges) {
    const firstAt = byNumber.get(merge.top + 1);
    const first = firstAt === undefined ? undefined : rows[firstAt];
    if (first === undefined || firstAt === undefined) continue;
    if (merge.top === merge.bottom && merge.right > merge.left) {
      const others = first.cells.filter((cell, column) => cell !== undefined && column !== merge.left);
      if (others.every((cell) => cell?.text.length === 0 || (cell?.text.length ?? 0) <= 4)) first.across = true;
      continue;
    }
    const source = first.cells[merge.left];
    if (source === undefined) continue;
    for (let at = firstAt + 1; at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined || row.number > merge.bottom + 1) break;
      row.cells[merge.left] ??= source;
    }
  }
}
