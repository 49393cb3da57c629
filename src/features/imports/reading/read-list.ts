/** An office's list: bytes → what it says. The one door of the reading. */
import { buildRegister, type Register } from '#features/units';
import { FileProblem } from '#platform/files/problem';
import { LIST_LIMITS, type SheetCells } from './cells.ts';
import { lastDayOf } from './dates.ts';
import { DELIMITERS, notedDelimiter, parseDelimited } from './delimited.ts';
import { decodeText } from './encodings.ts';
import { findHeader } from './header.ts';
import { commonKind } from './kinds.ts';
import { Places } from './places.ts';
import { readSheet, type SheetRow } from './read-sheet.ts';
import { Repeats } from './repeats.ts';
import type { ListKind, ListSubject, ReadFile, ReadOptions, ReadRow, ReadSheet, RowNote, RowStatus } from './types.ts';
import { UnitIndex } from './unit-index.ts';
import { oneLine } from './words.ts';
import { readWorkbookCells } from './workbook.ts';

/** What the reading takes from outside; `register` in its stead when the database knows a newer one. */
export interface ReadContext {
  readonly today: string;
  readonly register?: Register;
}

/**
 * Reads a list of products, producers or units from an .xlsx, .csv or .txt file. Throws FileProblem (empty, too large,
 * broken, locked, with macros, not a list's kind of file); whatever stands in a readable file is told row by row.
 */
export async function readList(bytes: Uint8Array, options: ReadOptions, context: ReadContext): Promise<ReadFile> {
  const { sheets: cells, encoding, unsure } = await readCells(bytes, options);
  const { subject, map } = options;
  const sheets: ReadSheet[] = [];
  const read: { sheet: ReadSheet; rows: SheetRow[] }[] = [];
  for (const each of cells) {
    const mapping = map?.sheets?.[each.name] ?? map?.sheets?.['*'];
    if (mapping?.leaveOut) continue;
    const one = readSheet(each, subject, mapping);
    sheets.push(one.sheet);
    read.push(one);
  }
  const file: ListKind = map?.listKind ?? commonKind(kindsIn(read));
  const places = new Places(context.register === undefined ? ownIndex() : new UnitIndex(context.register));
  const finisher = new Finisher(options, context.today, file, places, unsure);
  const rows: ReadRow[] = [];
  for (const { sheet, rows: ofSheet } of read) for (const row of ofSheet) rows.push(finisher.finish(sheet, row));
  return { subject, encoding, listKind: file, sheets, rows };
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
  const progress = options.progress ?? (() => undefined);
  if (bytes.length === 0) throw new FileProblem('empty', 'Tệp rỗng. Hãy chọn tệp có danh sách.');
  if (bytes.length > LIST_LIMITS.fileBytes)
    throw new FileProblem('tooLarge', 'Tệp lớn hơn 50 MB. Hãy chia thành nhiều tệp.');
  refuseOtherKinds(bytes, options.fileName);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { ...(await readWorkbookCells(bytes, progress)), unsure: false };
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

/** The kinds a file's sheets and sections state; a sheet whose every row stands in a section speaks through these. */
function kindsIn(read: readonly { sheet: ReadSheet; rows: readonly SheetRow[] }[]): ListKind[] {
  const kinds = new Set<ListKind>();
  for (const { sheet, rows } of read) {
    for (const row of rows) if (row.draft !== null) kinds.add(row.kind ?? sheet.listKind);
  }
  return [...kinds];
}

class Finisher {
  readonly #options: ReadOptions;
  readonly #today: string;
  readonly #file: ListKind;
  readonly #places: Places;
  readonly #unsure: boolean;
  readonly #repeats = new Repeats();

  constructor(options: ReadOptions, today: string, file: ListKind, places: Places, unsure: boolean) {
    this.#options = options;
    this.#today = today;
    this.#file = file;
    this.#places = places;
    this.#unsure = unsure;
  }

  finish(sheet: ReadSheet, { row, draft, skipped, kind, place }: SheetRow): ReadRow {
    const source = Array.from(row.cells, (cell) => cell?.text ?? '');
    const listKind =
      this.#options.map?.listKind ?? kind ?? (sheet.listKind === 'unknown' ? this.#file : sheet.listKind);
    const at = { sheet: sheet.name, row: row.number, listKind, source };
    if (draft === null)
      return { ...EMPTY, ...at, part: 1, status: 'skipped', notes: [{ code: 'skipped', text: skipped }] };
    const { doubts: own, remarks: seen, ...facts } = draft;
    const placed = this.#place(sheet, draft, place);
    const repeat = this.#repeats.look({ ...at, ...facts });
    const doubts = [...own, ...placed.doubts, ...repeat.doubts, ...this.#doubtsOf(sheet, facts)];
    const refusal = doubts.some((note) => note.code === 'noName');
    const status: RowStatus = refusal
      ? 'refused'
      : repeat.of !== null
        ? 'repeat'
        : doubts.length > 0
          ? 'doubtful'
          : 'new';
    const repeated: RowNote[] =
      repeat.of === null ? [] : [{ code: 'repeat', text: `Lặp lại dòng ${repeat.of.row} (${repeat.of.sheet}).` }];
    const { communeCode, newCommuneCodes, provinceCode } = placed;
    return {
      ...{ ...at, ...facts, communeCode, newCommuneCodes, provinceCode, status },
      notes: [...repeated, ...doubts, ...seen, ...placed.remarks],
      repeats: repeat.of,
    };
  }

  #place(sheet: ReadSheet, draft: { address: string | null; decisionDate: string | null }, place: string | null) {
    const { asOf, province = null } = this.#options;
    const around = place === null ? [] : [place];
    const titles = sheet.titles.map(oneLine).join(' . ').slice(0, 2000);
    const years = [...titles.matchAll(/\b(20[12]\d)\b/g)].map((found) => found[1] ?? '');
    const told = draft.decisionDate ?? years.at(-1) ?? null;
    const districts = /huyện|quận|thị xã|(?:^|[\s,])(?:h|q|tx)\./iu.test(`${draft.address ?? ''} ${place ?? ''}`);
    const usual = districts ? [LAST_DAY_OF_DISTRICTS, FIRST_LIST] : [this.#today, LAST_DAY_OF_DISTRICTS, FIRST_LIST];
    const first = told === null ? [] : [min(lastDayOf(told), this.#today)];
    const days = asOf === undefined ? [...new Set([...first, ...usual])] : [asOf];
    return this.#places.find({ address: draft.address, days, province, around: [...around, titles] });
  }

  #doubtsOf(sheet: ReadSheet, facts: { product: string | null; producer: string | null }): RowNote[] {
    const doubts: RowNote[] = [];
    const guessed = sheet.columns.find(
      (column) => column.confidence > 0 && column.confidence <= 0.5 && column.field !== null,
    );
    if (guessed)
      doubts.push({
        code: 'columnGuessed',
        text: `Cột ${guessed.letter} không có tên cột: được hiểu theo nội dung các ô.`,
      });
    const text = `${facts.product ?? ''} ${facts.producer ?? ''}`;
    if (this.#unsure || text.includes('\ufffd'))
      doubts.push({ code: 'encoding', text: 'Chữ trong tệp có thể bị lỗi bảng mã.' });
    return doubts;
  }
}

const FIRST_LIST = '2021-11-01';
const LAST_DAY_OF_DISTRICTS = '2025-06-30';
const min = (a: string, b: string): string => (a < b ? a : b);

const EMPTY = {
  ...{
    product: null,
    producer: null,
    address: null,
    stars: null,
    score: null,
    decisionNumber: null,
    decisionDate: null,
  },
  ...{ communeCode: null, newCommuneCodes: [], provinceCode: null, more: {}, repeats: null },
} as const;
