/** An office's list: bytes → what it says. The one door of the reading. */
import { buildRegister } from '#features/units';
import { systemClock } from '#platform/clock';
import { FileProblem } from '#platform/files/problem';
import { LIST_LIMITS, type SheetCells } from './cells.ts';
import { DELIMITERS, notedDelimiter, parseDelimited } from './delimited.ts';
import { decodeText } from './encodings.ts';
import { Finisher } from './finish.ts';
import { findHeader } from './header.ts';
import { commonKind } from './kinds.ts';
import { Places } from './places.ts';
import { type OpenSheet, openSheet, type SheetRow } from './read-sheet.ts';
import type { ListKind, ListSubject, ReadFile, ReadOptions, ReadRow, ReadSheet } from './types.ts';
import { UnitIndex } from './unit-index.ts';
import { readWorkbookCells } from './workbook.ts';

/** A list whose sheets are known and whose rows are still to come: a long one never stands in memory as a whole. */
export interface OpenList extends Pick<ReadFile, 'subject' | 'encoding' | 'sheets'> {
  /** Every row in the order of the file; to be gone through once. */
  readonly rows: Iterable<ReadRow>;
  /** What the list says happened; known when all rows were seen. */
  readonly listKind: () => ListKind;
}

/**
 * Opens a list of products, producers or units: an .xlsx, .csv or .txt file. Throws FileProblem (empty, too large,
 * broken, locked, with macros, not a list's kind of file); whatever stands in a readable file is told row by row.
 */
export async function openList(bytes: Uint8Array, options: ReadOptions): Promise<OpenList> {
  const { sheets: cells, encoding, unsure } = await readCells(bytes, options);
  const { subject, map } = options;
  const open = cells.flatMap((each) => {
    const mapping = map?.sheets?.[each.name] ?? map?.sheets?.['*'];
    return mapping?.leaveOut ? [] : [openSheet(each, subject, mapping)];
  });
  const kinds = new Set<ListKind>();
  const listKind = () => map?.listKind ?? commonKind([...kinds]);
  // Only a sheet that states no kind needs to know what the rest of the file says before its rows are read.
  if (open.some(({ sheet }) => sheet.listKind === 'unknown'))
    for (const { sheet, rows } of open) for (const row of rows(false)) addKind(kinds, sheet, row);
  const { today = systemClock.today(), register } = options;
  const places = new Places(register === undefined ? ownIndex() : new UnitIndex(register));
  const finisher = new Finisher(options, today, listKind(), places, unsure);
  return { subject, encoding, sheets: open.map(({ sheet }) => sheet), rows: rowsOf(open, finisher, kinds), listKind };
}

function* rowsOf(open: readonly OpenSheet[], finisher: Finisher, kinds: Set<ListKind>): Generator<ReadRow> {
  for (const { sheet, rows } of open) {
    for (const row of rows(true)) {
      addKind(kinds, sheet, row);
      yield finisher.finish(sheet, row);
    }
  }
}

/** A sheet whose every row stands in a section speaks through these. */
function addKind(kinds: Set<ListKind>, sheet: ReadSheet, row: SheetRow): void {
  if (row.draft !== null) kinds.add(row.kind ?? sheet.listKind);
}

/** Reads a list as a whole; throws as `openList` does. */
export async function readList(bytes: Uint8Array, options: ReadOptions): Promise<ReadFile> {
  const { rows, listKind, ...list } = await openList(bytes, options);
  const read = [...rows];
  return { ...list, listKind: listKind(), rows: read };
}

let carried: UnitIndex | undefined;
/** The register the repository carries, read once. */
function ownIndex(): UnitIndex {
  carried ??= new UnitIndex(buildRegister());
  return carried;
}

async function readCells(
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<{ sheets: SheetCells[]; encoding: string; unsure: boolean }> {
  let stopped: { readonly why: unknown } | undefined;
  const progress = (rows: number): void => {
    try {
      options.progress?.(rows);
    } catch (why) {
      stopped = { why };
      throw why;
    }
  };
  if (bytes.length === 0) throw new FileProblem('empty', 'Tệp rỗng. Hãy chọn tệp có danh sách.');
  if (bytes.length > LIST_LIMITS.fileBytes)
    throw new FileProblem('tooLarge', 'Tệp lớn hơn 50 MB. Hãy chia thành nhiều tệp.');
  refuseOtherKinds(bytes, options.fileName);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const workbook = await readWorkbookCells(bytes, progress).catch((error: unknown) => {
      throw stopped === undefined ? error : stopped.why;
    });
    return { ...workbook, unsure: false };
  }
  const { text, encoding, unsure } = decodeText(bytes);
  if (text.trim() === '') throw new FileProblem('empty', 'Tệp không có chữ nào. Hãy chọn tệp có danh sách.');
  const rows = parseDelimited(text, delimiterOf(text, options.subject), undefined, progress);
  const noted = notedDelimiter(text) === null ? rows : rows.slice(1);
  const name = options.fileName.split(/[\\/]/).at(-1) ?? options.fileName;
  return { sheets: [{ name, hidden: false, rows: noted, hiddenColumns: new Set(), merges: [] }], encoding, unsure };
}

const OTHER_KINDS: readonly (readonly [signature: readonly number[], what: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'Tệp là Excel đời cũ (.xls) hoặc đang khóa bằng mật khẩu'],
  [[0x25, 0x50, 0x44, 0x46], 'Tệp là PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'Tệp là ảnh'],
  [[0xff, 0xd8, 0xff], 'Tệp là ảnh'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'Tệp là văn bản RTF'],
];

/** The content decides what a file is; the ending only when it promises macros. */
function refuseOtherKinds(bytes: Uint8Array, fileName: string): void {
  const other = OTHER_KINDS.find(([signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (other)
    throw new FileProblem('kind', `${other[1]} nên không đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại.`);
  if (/\.(?:xlsm|xltm|xlam)$/i.test(fileName)) {
    throw new FileProblem('macro', 'Tệp có lệnh tự chạy (macro) nên không nhận. Hãy lưu lại dạng .xlsx rồi gửi lại.');
  }
}

const SAMPLE = 60_000;

/** The delimiter with which the text is most of a table: the best heading, then the most regular rows. */
function delimiterOf(text: string, subject: ListSubject): string {
  const noted = notedDelimiter(text);
  if (noted !== null) return noted;
  const sample = text.slice(0, SAMPLE);
  const scored = DELIMITERS.map((delimiter) => {
    const rows = parseDelimited(sample, delimiter, 150);
    const header = findHeader(rows, subject)?.score ?? 0;
    const widths = rows.map((row) => row.cells.length);
    const usual = widths.filter((width) => width > 1).length / Math.max(1, widths.length);
    return { delimiter, score: header * 10 + usual };
  });
  return scored.reduce((a, b) => (b.score > a.score ? b : a)).delimiter;
}
