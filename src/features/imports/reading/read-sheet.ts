/** A sheet of cells → rows with a kind: what each row is, and what the rows of data say. */
import type { RowCells, SheetCells } from './cells.ts';
import { fingerprintOf, mapColumns } from './columns.ts';
import { askedHeader, findHeader, type Header, headerAt, isData, MAIN_FIELDS, titlesOf } from './header.ts';
import { kindOfSheet } from './kinds.ts';
import { type Draft, draftsOf, type Facts, resolveDittos, type SheetFacts } from './record.ts';
import {
  isColumnNumbers,
  isEmpty,
  isGroup,
  isSignature,
  isTotal,
  isTotalText,
  orderKind,
  type RowLook,
} from './row-kinds.ts';
import { Sections } from './sections.ts';
import { hiddenNote, type Numbering, sheetFacts, usualOrders } from './sheet-facts.ts';
import type { ColumnField, ListKind, ListSubject, MappedColumn, ReadSheet, RowNote, SheetMapping } from './types.ts';
import { oneLine } from './words.ts';

/** A row as read, before places are found and repeats are told. */
export interface SheetRow {
  readonly row: RowCells;
  readonly draft: Draft | null;
  /** Why a row without a draft is none, in words. */
  readonly skipped: string;
  readonly kind: ListKind | null;
  readonly place: string | null;
}

const FACT_FIELDS: readonly ColumnField[] = [
  ...(['producer', 'producerAndAddress', 'address', 'commune', 'district', 'province'] as const),
  ...(['stars', 'star3', 'star4', 'star5', 'score', 'decision', 'decisionNumber', 'decisionDate'] as const),
];
const PRODUCER_FIELDS: readonly ColumnField[] = ['producer', 'producerAndAddress'];

/** A sheet whose columns are known, and its rows. */
export interface OpenSheet {
  readonly sheet: ReadSheet;
  /** The rows in their order. `last`: nobody asks again, so each row's cells are let go once the next one is read. */
  readonly rows: (last: boolean) => Generator<SheetRow>;
}

/** Opens one sheet. A sheet in which no list can be found has only skipped rows. */
export function openSheet(sheet: SheetCells, subject: ListSubject, mapping: SheetMapping | undefined): OpenSheet {
  const header =
    mapping?.headerRow === undefined ? findHeader(sheet.rows, subject) : askedHeader(sheet, mapping.headerRow, subject);
  const columns = mapColumns(sheet, header, subject, mapping);
  const titles = titlesOf(sheet, header);
  const headings = columns.map((column) => column.heading);
  const read: ReadSheet = {
    ...{ name: sheet.name, hidden: sheet.hidden, columns, titles },
    headerRow: header === null ? null : (sheet.rows[header.at]?.number ?? null),
    headerRows: header?.rows ?? 0,
    listKind: kindOfSheet(titles, sheet.name, headings),
    fingerprint: fingerprintOf(columns),
  };
  return { sheet: read, rows: (last) => new SheetWalker(sheet, subject, read, header).walk(last) };
}

class SheetWalker {
  readonly #sheet: SheetCells;
  readonly #subject: ListSubject;
  readonly #header: Header | null;
  readonly #facts: SheetFacts;
  readonly #usual: Numbering;
  #columns: readonly MappedColumn[];
  readonly #hidden: RowNote | null;
  #sections = new Sections();
  #above: Facts | null = null;
  #ended = false;
  #totalled = false;

  constructor(sheet: SheetCells, subject: ListSubject, read: ReadSheet, header: Header | null) {
    this.#sheet = sheet;
    this.#subject = subject;
    this.#columns = read.columns;
    this.#header = header;
    this.#facts = sheetFacts(sheet, read, subject);
    this.#usual = usualOrders(sheet, read.columns);
    this.#hidden = hiddenNote(sheet, read.columns);
  }

  *walk(last: boolean): Generator<SheetRow> {
    const first = this.#header === null ? 0 : this.#header.at + this.#header.rows;
    const main = this.#mainColumn();
    for (let at = 0; at < this.#sheet.rows.length; at += 1) {
      const row = this.#sheet.rows[at];
      if (row === undefined) continue;
      if (at < first) yield skip(row, at < (this.#header?.at ?? 0) ? 'Dòng tiêu đề.' : 'Dòng tên cột.');
      else if (main === null) yield skip(row, 'Không tìm thấy danh sách trong trang tính này.');
      else {
        const again = this.#headingAgain(at);
        for (let depth = 0; depth < again; depth += 1) {
          const each = this.#sheet.rows[at + depth];
          if (each !== undefined) yield skip(each, 'Dòng tên cột lặp lại.');
        }
        if (again > 0) at += again - 1;
        else yield* this.#read(row, this.#sheet.rows[at - 1]);
      }
      const done = this.#sheet.rows[at - 1];
      if (last && at > first && done) done.cells.length = 0;
    }
  }

  #read(row: RowCells, before: RowCells | undefined): SheetRow[] {
    const look = this.#look(row, before);
    if (look.own.length === 0 || isEmpty(look)) return [skip(row, 'Dòng không có nội dung.')];
    if (this.#ended) return [skip(row, 'Phần ký, nơi nhận ở cuối.')];
    if (isColumnNumbers(look)) return [skip(row, 'Dòng đánh số cột.')];
    if (isTotal(look)) {
      this.#totalled = true;
      return [skip(row, 'Dòng tổng cộng.')];
    }
    if (isSignature(look)) {
      this.#ended = true;
      return [skip(row, 'Phần ký, nơi nhận ở cuối.')];
    }
    if (isGroup(look, this.#usual)) return [this.#enter(look)];
    const ordered = /^(?:number|dotted)$/.test(orderKind(look.order));
    if (look.main === '') {
      if (look.own.length === 1 || !ordered || look.facts === 0) return [this.#loneText(look)];
      const draft = this.#drafts(row)[0];
      const problem = { code: 'noName', text: `Dòng không có ${NAMES[this.#subject]}.` };
      return draft ? [{ ...this.#entry(row), draft: { ...draft, doubts: [...draft.doubts, problem] } }] : [];
    }
    const alone = look.facts === 0 && !ordered && this.#usual.orders;
    const gap = before !== undefined && row.number > before.number + 1;
    if (
      (alone || (look.own.length <= 3 && !ordered && this.#usual.orders)) &&
      (this.#totalled || gap) &&
      this.#isLast(row)
    ) {
      this.#ended = true;
      return [skip(row, 'Phần ký, nơi nhận ở cuối.')];
    }
    return this.#drafts(row).map((draft) => {
      const doubts = alone ? [...draft.doubts, LONE_NAME] : draft.doubts;
      return { ...this.#entry(row), draft: { ...draft, doubts } };
    });
  }

  #entry(row: RowCells): Omit<SheetRow, 'draft'> {
    return { row, skipped: '', kind: this.#sections.get('kind'), place: this.#sections.get('place') };
  }

  #enter(look: RowLook): SheetRow {
    const text = rowTitle(look);
    this.#sections.enter(text, look.order === text ? '' : look.order);
    return skip(look.row, 'Dòng nhóm.');
  }

  /** A text outside the main column: the name of a group, or a remark. */
  #loneText(look: RowLook): SheetRow {
    const [only] = look.own;
    if (look.own.length === 1 && only !== undefined && /\p{L}{2}/u.test(only.text)) return this.#enter(look);
    return skip(look.row, `Dòng không có ${NAMES[this.#subject]}.`);
  }

  #drafts(row: RowCells): Draft[] {
    const cells = this.#cellsOf(row);
    const { facts, doubts, remarks } = resolveDittos(cells, this.#above);
    const continued = this.#continue(facts);
    this.#above = continued.facts;
    const struck = row.cells.some((cell, column) => cell?.struck && this.#columns[column]?.field);
    const unreliable = row.cells.some((cell, column) => cell?.unreliable && this.#columns[column]?.field);
    const more: RowNote[] = [...doubts, ...continued.doubts];
    if (struck) more.push({ code: 'struck', text: 'Dòng có chữ bị gạch ngang.' });
    if (unreliable) more.push({ code: 'formula', text: 'Có ô là công thức không có kết quả, hoặc báo lỗi.' });
    const hidden: RowNote[] = this.#hidden === null ? [] : [this.#hidden];
    if (row.hidden) hidden.push({ code: 'hiddenRow', text: 'Dòng đang bị ẩn trong tệp.' });
    if (this.#sheet.hidden) hidden.push({ code: 'hiddenSheet', text: 'Trang tính đang bị ẩn trong tệp.' });
    return draftsOf(continued.facts, this.#facts, this.#sections).map((draft) => ({
      ...draft,
      doubts: [...more, ...draft.doubts],
      remarks: [...hidden, ...remarks, ...draft.remarks],
    }));
  }

  /** A row without number and producer below one that has them goes on with its producer (a merge that got lost). */
  #continue(facts: Facts): { facts: Facts; doubts: RowNote[] } {
    const above = this.#above;
    const field = PRODUCER_FIELDS.find((each) => this.#columns.some((column) => column.field === each));
    if (this.#subject !== 'products' || !this.#usual.orders || above === null || field === undefined)
      return { facts, doubts: [] };
    const source = above.get(field);
    if (source === undefined || facts.has('order') || PRODUCER_FIELDS.some((each) => facts.has(each)))
      return { facts, doubts: [] };
    const filled = new Map(facts).set(field, source);
    const address = above.get('address');
    if (address !== undefined && !facts.has('address')) filled.set('address', address);
    return {
      facts: filled,
      doubts: [{ code: 'producerFromAbove', text: 'Ô số thứ tự và chủ thể để trống: chủ thể lấy theo dòng trên.' }],
    };
  }

  #cellsOf(row: RowCells): Facts {
    const facts = new Map<ColumnField, { text: string; date?: string }>();
    for (const { field, index } of this.#columns) {
      const cell = row.cells[index];
      if (field !== null && cell !== undefined && cell.text !== '') facts.set(field, cell);
    }
    return facts;
  }

  #look(row: RowCells, before: RowCells | undefined): RowLook {
    const own: { column: number; text: string; bold: boolean }[] = [];
    for (const [column, cell] of row.cells.entries()) {
      if (cell !== undefined && cell.text !== '' && cell !== before?.cells[column])
        own.push({ column, text: cell.text, bold: cell.bold === true });
    }
    const textOf = (fields: readonly ColumnField[]): string => {
      const columns = fields.flatMap((field) => this.#columns.find((column) => column.field === field) ?? []);
      return columns.map(({ index }) => row.cells[index]?.text ?? '').find((text) => text !== '') ?? '';
    };
    const named = textOf(MAIN_FIELDS[this.#subject]);
    const main = /^[\d.,\s]+$/.test(named) ? '' : named;
    const facts = own.filter(({ column }) => FACT_FIELDS.includes(this.#columns[column]?.field ?? 'order'));
    const producers = facts.filter(
      ({ column, text }) =>
        PRODUCER_FIELDS.includes(this.#columns[column]?.field ?? 'order') &&
        text !== main &&
        /\p{L}{2}/u.test(text) &&
        !isTotalText(text),
    );
    const [first] = own;
    const order =
      textOf(['order']) ||
      (first !== undefined && first.text !== main && orderKind(first.text) !== 'none' ? first.text : '');
    return {
      row,
      order,
      main,
      own,
      facts: facts.filter(({ text }) => text !== main).length,
      hasProducer: producers.length > 0,
    };
  }

  /** Has no row from here on a running number? */
  #isLast(row: RowCells): boolean {
    return row.number > this.#usual.last;
  }

  /** How many rows of a repeated heading begin here; its columns hold from here on. */
  #headingAgain(at: number): number {
    const header = this.#header;
    const row = this.#sheet.rows[at];
    if (header === null || row === undefined || row.cells.some((cell) => isData(cell?.text ?? ''))) return 0;
    const same = row.cells.filter(
      (cell, column) => cell !== undefined && this.#isHeadingText(column, cell.text),
    ).length;
    const filled = row.cells.filter((cell) => cell !== undefined && cell.text !== '').length;
    if (filled < 2 || filled > 40) return 0;
    const again = headerAt(this.#sheet.rows, at, this.#subject);
    if (again?.rows === 2 && same === 0) return 0;
    if (again === null) return same >= 2 && same === filled ? 1 : 0;
    if (same < 2 && (again.score < 4.5 || row.cells.some((cell) => (cell?.text.length ?? 0) > 40))) return 0;
    const below: SheetCells = { ...this.#sheet, rows: this.#sheet.rows.slice(at) };
    const moved = same * 2 < filled;
    if (moved) this.#columns = mapColumns(below, { ...again, at: 0 }, this.#subject, undefined);
    this.#ended = false;
    this.#totalled = false;
    return again.rows;
  }

  #isHeadingText(column: number, text: string): boolean {
    return (this.#header?.headings[column]?.text ?? '').split(' / ').includes(oneLine(text));
  }

  #mainColumn(): MappedColumn | null {
    return (
      this.#columns.find((column) => column.field !== null && MAIN_FIELDS[this.#subject].includes(column.field)) ?? null
    );
  }
}

const NAMES: Readonly<Record<ListSubject, string>> = {
  products: 'tên sản phẩm',
  producers: 'tên chủ thể',
  units: 'tên đơn vị',
};
const LONE_NAME: RowNote = {
  code: 'loneName',
  text: 'Dòng chỉ có tên, không có số thứ tự và chủ thể: xem lại có phải sản phẩm không.',
};

const skip = (row: RowCells, why: string): SheetRow => ({ row, draft: null, skipped: why, kind: null, place: null });

function rowTitle(look: RowLook): string {
  const texts = look.own
    .filter((each) => orderKind(each.text) === 'none' && !/^\d+$/.test(each.text))
    .map((each) => oneLine(each.text));
  return look.main !== '' ? oneLine(look.main) : texts.join(' ');
}
