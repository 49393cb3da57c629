import { Readable } from 'node:stream';
import { formatCsvValue, writeCsv } from 'hucre/csv';
import { localMoment } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { renderPdf } from './pdf.ts';
import { type SheetColumn, type SheetField, type SheetValue, writeSheet, XLSX_TYPE } from './sheet.ts';

/** The forms in which every list of a screen may be taken away. */
export const LIST_FORMS = ['xlsx', 'csv', 'json', 'pdf'] as const;
export type ListForm = (typeof LIST_FORMS)[number];

/** A list to take away, before somebody said in which form. */
export interface ListToTake {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly lines: AsyncIterable<SheetValue[]>;
  /** More that stands at the head of the JSON file. */
  readonly about?: object;
  /** How many rows it has when it is too long to be made while somebody waits, else null; left out: never too long. */
  readonly long?: () => Promise<number | null>;
}

/** Where a list is asked for that is made in the background. */
export const MADE_LATER = '/tep-danh-sach';

/** The form a list is asked for in: `?dang=csv`; Excel when nothing or nothing known is asked. */
export function listFormOf(query: unknown): ListForm {
  const wanted = query !== null && typeof query === 'object' && 'dang' in query ? query.dang : undefined;
  return LIST_FORMS.find((form) => form === wanted) ?? 'xlsx';
}

/** A list with its columns, each beside what stands in it: the answer of a download. */
export function listFile<Row>(
  name: string,
  title: string,
  rows: Iterable<Row> | AsyncIterable<Row>,
  fields: readonly SheetField<Row>[],
): ListToTake {
  const columns = fields.map(([header, kind, width]) => ({ header, kind, width }));
  return { name, title, columns, lines: linesOf(rows, fields) };
}

async function* linesOf<Row>(rows: Iterable<Row> | AsyncIterable<Row>, fields: readonly SheetField<Row>[]) {
  for await (const row of rows) yield await Promise.all(fields.map(([, , , cell]) => cell(row)));
}

/** The file in the form asked for. Throws the refusal 422 when it is too long to print. */
export async function takenAs(
  { name, title, columns, lines, about = {} }: ListToTake,
  form: ListForm,
  at: Date,
): Promise<{ name: string; type: string; body: Readable | Uint8Array }> {
  const file = `${name}.${form}`;
  switch (form) {
    case 'xlsx':
      return { name: file, type: XLSX_TYPE, body: writeSheet(title, [...columns], lines) };
    case 'csv':
      return { name: file, type: 'text/csv', body: Readable.from(csvOf(columns, lines)) };
    case 'json':
      return { name: file, type: 'application/json', body: Readable.from(jsonOf(title, columns, lines, at, about)) };
    case 'pdf':
      return { name: file, type: 'application/pdf', body: await pdfOf(title, columns, lines, at) };
  }
}

const BOM = '\uFEFF';

/** RFC 4180 with a mark for Excel; text that could be taken for a formula is made text (S22). Days as YYYY-MM-DD, moments in Vietnam's time. */
async function* csvOf(columns: readonly SheetColumn[], lines: AsyncIterable<SheetValue[]>) {
  yield `${BOM}${columns.map(({ header }) => formatCsvValue(header)).join(',')}\r\n`;
  for await (const line of lines) {
    const cells = line.map((value) => (value instanceof Date ? localMoment(value) : value));
    yield `${writeCsv([cells], { escapeFormulae: true })}\r\n`;
  }
}

/** One object: what it is, when it was made, its columns, and its rows by column. */
async function* jsonOf(
  title: string,
  columns: readonly SheetColumn[],
  lines: AsyncIterable<SheetValue[]>,
  at: Date,
  about: object,
) {
  const head = {
    title,
    made: at.toISOString(),
    ...about,
    columns: columns.map(({ header, kind }) => ({ name: header, kind })),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let first = true;
  for await (const line of lines) {
    const row = Object.fromEntries(columns.map(({ header }, place) => [header, line[place] ?? null]));
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
    first = false;
  }
  yield ']}\n';
}

/** Longer tables are nobody's paper. */
const MOST_PRINTED = 2000;
const TEMPLATE = new URL('./typst/list.typ', import.meta.url);

async function pdfOf(title: string, columns: readonly SheetColumn[], lines: AsyncIterable<SheetValue[]>, at: Date) {
  const rows: string[][] = [];
  for await (const line of lines) {
    if (rows.length === MOST_PRINTED) throw tooLong();
    rows.push(columns.map(({ kind }, place) => printed(line[place] ?? null, kind)));
  }
  const made = `${wholeNumber.format(rows.length)} dòng, lập lúc ${moment.format(at)}`;
  const shown = columns.map(({ header, kind, width = 12 }) => ({ header, width, right: isNumber(kind) }));
  const { bytes } = await renderPdf(TEMPLATE, { title, made, columns: shown, rows }, { createdAt: at });
  return bytes;
}

function tooLong(): Refusal {
  return new Refusal({
    status: 422,
    code: 'tooLong',
    message: `Danh sách có hơn ${wholeNumber.format(MOST_PRINTED)} dòng nên không in ra PDF. Lọc bớt rồi in lại, hoặc lấy tệp Excel.`,
  });
}

const isNumber = (kind: SheetColumn['kind']) => kind === 'integer' || kind === 'decimal';
const wholeNumber = new Intl.NumberFormat('vi-VN');
const moment = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' },
});

function printed(value: SheetValue, kind: SheetColumn['kind']): string {
  if (value === null) return '';
  if (value instanceof Date) return moment.format(value);
  if (typeof value === 'number') return wholeNumber.format(value);
  return kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split('-').reverse().join('/') : value;
}
