/** What `saolang import … --json` prints of a list read. Fixed members in a fixed order. */
import { type ListKind, type ListSubject, type ReadRow, type ReadSheet, ROW_STATUSES } from './types.ts';

const AT_ONCE = 500;

/** Prints a list row by row; what is printed waits as bytes, so that a long list is no burden. */
export class ListPrinter {
  readonly #pieces: Buffer[] = [];
  #waiting: string[] = [];
  readonly #counts: Record<string, number> = { rows: 0, ...Object.fromEntries(ROW_STATUSES.map((one) => [one, 0])) };
  readonly #open: string[] = [];
  readonly #units: boolean;

  constructor(subject: ListSubject) {
    this.#units = subject === 'units';
  }

  add(row: ReadRow): void {
    const printed = printedRow(row);
    this.#counts.rows = (this.#counts.rows ?? 0) + 1;
    this.#counts[row.status] = (this.#counts[row.status] ?? 0) + 1;
    this.#waiting.push(JSON.stringify(this.#units ? { ...printed, unit: row.more } : printed));
    if (this.#waiting.length === AT_ONCE) this.#lay();
    if (row.status !== 'doubtful' && row.status !== 'refused') return;
    this.#open.push(
      `${row.sheet}, dòng ${row.row}: ${row.product ?? row.producer ?? ''} – ${printed.messages.join(' ')}`,
    );
  }

  #lay(): void {
    if (this.#waiting.length === 0) return;
    this.#pieces.push(Buffer.from(`${this.#pieces.length > 0 ? ',' : ''}${this.#waiting.join(',')}`));
    this.#waiting = [];
  }

  /** The one JSON object, in pieces. `comparedWith`: 'database' when the statuses are those of a comparison with a registry. */
  *json(
    head: { file: string; encoding: string; comparedWith: 'database' | 'nothing'; listKind: ListKind },
    sheets: readonly ReadSheet[],
  ) {
    this.#lay();
    const { file, encoding, comparedWith, listKind } = head;
    const shown = JSON.stringify({ file, encoding, comparedWith, listKind, sheets: sheets.map(printedSheet) });
    yield Buffer.from(`${shown.slice(0, -1)},"rows":[`);
    yield* this.#pieces;
    yield Buffer.from(`],"counts":${JSON.stringify(this.#counts)}}`);
  }

  /** The figures and the rows to look at, in words. */
  inWords(file: string): string {
    const { new: fresh, doubtful, refused, repeat, skipped } = this.#counts;
    const figures = `mới ${fresh}, cần xem ${doubtful}, từ chối ${refused}, lặp lại ${repeat}, bỏ qua ${skipped}`;
    return [`${file}: ${figures}.`, ...this.#open].join('\n');
  }
}

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
