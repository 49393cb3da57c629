/**
 * An .xlsx file → sheets of cells. Read part by part with saxes, because merged ranges, hidden rows and columns, struck
 * texts and the fonts of legacy encodings are what offices' lists are made of, and a stream of plain values has none.
 */
import { FileProblem } from '#platform/files/problem';
import { Archive } from './archive.ts';
import {
  type Cell,
  cellText,
  columnIndex,
  fillMerged,
  LIST_LIMITS,
  type Merge,
  type RowCells,
  type SheetCells,
} from './cells.ts';
import { fromLegacy, inFont, type Legacy, legacyOf, mayBeLegacy } from './legacy.ts';
import {
  type Attributes,
  ownText,
  readSharedTexts,
  readStyles,
  readWorkbook,
  readXml,
  type SharedText,
  type Style,
  TextCollector,
} from './workbook-parts.ts';

interface Context {
  readonly styles: readonly Style[];
  readonly shared: readonly SharedText[];
  readonly from1904: boolean;
  readonly progress: (rows: number) => void;
  rows: number;
  cells: number;
  legacy: Legacy | null;
  /** Texts of cells, each once: a list says the same producer and decision a thousand times. */
  readonly texts: Map<string, string>;
}
const TEXTS_KEPT = 100_000;
const PLAIN = {};
type Draft = { -readonly [Key in keyof Cell]: Cell[Key] };

/** Reads a workbook. Throws FileProblem for what cannot be read or is more than may be (LIST_LIMITS). */
export async function readWorkbookCells(
  bytes: Uint8Array,
  progress: (rows: number) => void,
): Promise<{ sheets: SheetCells[]; encoding: string }> {
  const archive = await Archive.open(bytes);
  try {
    const { sheets: parts, from1904 } = await readWorkbook(archive);
    const styles = await readStyles(archive);
    const shared = await readSharedTexts(archive);
    const context: Context = { styles, shared, from1904, progress, rows: 0, cells: 0, legacy: null, texts: new Map() };
    const sheets: SheetCells[] = [];
    for (const { name, part, hidden } of parts) {
      sheets.push({ name, hidden, ...(await readSheet(archive, part, context)) });
    }
    return { sheets, encoding: context.legacy ?? 'utf-8' };
  } finally {
    archive.close();
  }
}

async function readSheet(
  archive: Archive,
  part: string,
  context: Context,
): Promise<Omit<SheetCells, 'name' | 'hidden'>> {
  const reader = new SheetReader(context);
  await readXml(archive, part, reader);
  const rows = finish(reader.rows, context);
  fillMerged(rows, reader.merges);
  return { rows, merges: reader.merges, hiddenColumns: reader.hiddenColumns };
}

class SheetReader {
  readonly rows: { number: number; hidden: boolean; cells: (Draft | undefined)[] }[] = [];
  readonly merges: Merge[] = [];
  readonly hiddenColumns = new Set<number>();
  readonly #context: Context;
  readonly #inline = new TextCollector();
  #row: (typeof this.rows)[number] = { number: 0, hidden: false, cells: [] };
  #column = -1;
  #cell: Attributes = {};
  #value: string | null = null;
  #formula = '';
  #within: 'v' | 'f' | 'is' | null = null;

  constructor(context: Context) {
    this.#context = context;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'c') {
      this.#cell = attributes;
      this.#column = columnOf(attributes.r) ?? this.#column + 1;
      this.#value = null;
      this.#formula = '';
    } else if (name === 'row') this.#beginRow(attributes);
    else if (name === 'v' || name === 'f' || name === 'is') this.#within = name;
    else if (this.#within === 'is') this.#inline.open(name, attributes);
    else if (name === 'col') this.#hide(attributes);
    else if (name === 'mergeCell') this.#merge(attributes.ref ?? '');
  };

  readonly text = (text: string): void => {
    if (this.#within === 'v') this.#value = (this.#value ?? '') + text;
    else if (this.#within === 'f') this.#formula += text;
    else if (this.#within === 'is') this.#inline.text(text);
  };

  readonly close = (name: string): void => {
    if (name === 'is' || name === 'v' || name === 'f') this.#within = null;
    else if (this.#within === 'is') this.#inline.close(name);
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
  };

  #beginRow(attributes: Attributes): void {
    const number = Number(attributes.r);
    const hidden = attributes.hidden === '1' || attributes.hidden === 'true';
    this.#row = { number: Number.isInteger(number) && number > 0 ? number : this.#row.number + 1, hidden, cells: [] };
    this.#column = -1;
  }

  #endRow(): void {
    if (this.#row.cells.length === 0) return;
    this.rows.push(this.#row);
    this.#context.rows += 1;
    if (this.#context.rows > LIST_LIMITS.rows) {
      throw new FileProblem(
        'tooLarge',
        'Danh sách dài quá 200.000 dòng có chữ. Hãy chia thành nhiều tệp rồi gửi từng tệp.',
      );
    }
    if (this.#context.rows % 1000 === 0) this.#context.progress(this.#context.rows);
  }

  #endCell(): void {
    const draft = this.#draft();
    if (draft === null || this.#column >= LIST_LIMITS.columns) return;
    this.#context.cells += 1;
    if (this.#context.cells > LIST_LIMITS.cells) {
      throw new FileProblem('tooLarge', 'Bảng có quá 4 triệu ô có chữ. Hãy chia thành nhiều tệp rồi gửi từng tệp.');
    }
    this.#row.cells[this.#column] = draft;
  }

  /** The cell with its text still uncleaned: invisible characters are letters in TCVN3. */
  #draft(): Draft | null {
    const style = this.#context.styles[Number(this.#cell.s ?? '0')];
    const marked = style?.struck || style?.bold;
    const marks = marked ? { ...(style.struck && { struck: true }), ...(style.bold && { bold: true }) } : PLAIN;
    const type = this.#cell.t ?? 'n';
    if (type === 'inlineStr') return this.#textCell(this.#inline.take(), style, marks);
    if (this.#value === null || this.#value === '') {
      const formula = this.#formula.trim();
      return formula === '' ? null : { text: `=${formula}`, unreliable: true, ...marks };
    }
    if (type === 's') return this.#textCell(this.#context.shared[Number(this.#value)] ?? '', style, marks);
    if (type === 'str') return this.#textCell(this.#value, style, marks);
    if (type === 'e') return { text: this.#value, unreliable: true, ...marks };
    if (type === 'b') return { text: this.#value === '1' ? 'x' : '', ...marks };
    if (type === 'd') return { text: this.#value.slice(0, 10), date: this.#value.slice(0, 10), ...marks };
    return { ...numberCell(this.#value, style, this.#context.from1904), ...marks };
  }

  #textCell(shared: SharedText, style: Style | undefined, marks: Partial<Draft>): Draft | null {
    const runs = typeof shared === 'string' ? [{ text: shared, font: null, struck: false }] : shared;
    let text = '';
    let struck = false;
    for (const run of runs) {
      const read = inFont(run.text, run.font ?? style?.font ?? '');
      if (read.legacy !== null) this.#context.legacy = read.legacy;
      text += read.text;
      struck ||= run.struck && run.text.trim() !== '';
    }
    if (text.trim() === '') return null;
    const kept = this.#kept(text);
    if (struck) return { text: kept, ...marks, struck };
    return marks === PLAIN ? { text: kept } : { text: kept, ...marks };
  }

  #kept(text: string): string {
    const { texts } = this.#context;
    const known = texts.get(text);
    if (known !== undefined) return known;
    const own = ownText(text);
    if (texts.size < TEXTS_KEPT) texts.set(own, own);
    return own;
  }

  #hide(attributes: Attributes): void {
    if (attributes.hidden !== '1' && attributes.hidden !== 'true') return;
    const last = Math.min(Number(attributes.max), LIST_LIMITS.columns);
    for (let column = Number(attributes.min); column <= last; column += 1) this.hiddenColumns.add(column - 1);
  }

  #merge(ref: string): void {
    const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref);
    if (found === null || this.merges.length >= LIST_LIMITS.rows) return;
    const [, left = '', top = '', right = '', bottom = ''] = found;
    const columns = [columnIndex(left) ?? 0, columnIndex(right) ?? 0];
    this.merges.push({
      left: columns[0] ?? 0,
      right: columns[1] ?? 0,
      top: Number(top) - 1,
      bottom: Number(bottom) - 1,
    });
  }
}

/** Decides about texts no font speaks for, cleans every text, and drops rows in which nothing is left. */
function finish(rows: SheetReader['rows'], context: Context): RowCells[] {
  let sample = '';
  for (const row of rows) {
    if (sample.length > 100_000) break;
    for (const cell of row.cells) if (cell !== undefined && mayBeLegacy(cell.text)) sample += `${cell.text}\n`;
  }
  const legacy = legacyOf(sample);
  if (legacy !== null) context.legacy = legacy;
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell === undefined) continue;
      cell.text = cellText(legacy !== null && mayBeLegacy(cell.text) ? fromLegacy(cell.text, legacy) : cell.text);
    }
  }
  return rows.filter((row) => row.cells.some((cell) => cell !== undefined && cell.text !== ''));
}

function columnOf(reference: string | undefined): number | null {
  return reference === undefined ? null : columnIndex(reference.replace(/\d+$/, ''));
}

const DAY = 86_400_000;

/** A number as the cell shows it: without the noise of binary fractions, or the date it stands for. */
function numberCell(value: string, style: Style | undefined, from1904: boolean): Draft {
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value };
  if (style?.date && number >= 1 && number < 110_000) {
    const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    const iso = new Date(epoch + Math.floor(number) * DAY).toISOString().slice(0, 10);
    const date = style.date === 'year' ? iso.slice(0, 4) : style.date === 'month' ? iso.slice(0, 7) : iso;
    return { text: date, date };
  }
  return { text: String(Number(number.toPrecision(12))), number };
}
