import { Readable } from 'node:stream';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { WorkerProblem, workerQueue } from '../worker.ts';

/** A column: its Vietnamese header, what its cells are, its width in characters. */
export interface SheetColumn {
  header: string;
  /** `date` takes 'YYYY-MM-DD', `time` a Date (shown in Vietnam's time); the others take what they say. */
  kind: 'text' | 'integer' | 'decimal' | 'date' | 'time';
  width?: number;
}
export type SheetValue = string | number | Date | null;

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BATCH = 500;
const LONGEST_CELL = 32_767;
const VIETNAM_OFFSET = 7 * 60 * 60 * 1000;
const script = new URL('./sheet-worker.mjs', import.meta.url);

/** A list of 100,000 rows takes about ten seconds. */
const writer = workerQueue(script, { limitMs: 120_000 });
const reader = workerQueue(script, {
  limitMs: 20_000,
  idleMs: 60_000,
  worker: { resourceLimits: { maxOldGenerationSizeMb: 512 } },
});

/** A column of a list with what stands in it, side by side: header, kind, width, cell. */
export type SheetField<Row> = readonly [
  header: string,
  kind: SheetColumn['kind'],
  width: number,
  cell: (row: Row) => SheetValue | Promise<SheetValue>,
];

/** Rows of a long list, read page after page by its cursor; at most `most`. */
export async function* inPages<Row, Cursor>(
  read: (after: Cursor | null, limit: number) => Promise<readonly Row[]>,
  cursorOf: (row: Row) => Cursor,
  most: number,
): AsyncGenerator<Row> {
  let after: Cursor | null = null;
  for (let done = 0; done < most; done += BATCH) {
    const rows: readonly Row[] = await read(after, BATCH);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = cursorOf(last);
  }
}

/**
 * An Excel workbook of one sheet as a stream of bytes; rows are pulled only as fast as the bytes are read.
 * Text is always text, whatever it begins with (S22). The stream fails when the rows fail.
 */
export function writeSheet(
  name: string,
  columns: SheetColumn[],
  rows: Iterable<SheetValue[]> | AsyncIterable<SheetValue[]>,
): Readable {
  const { port1: port, port2 } = new MessageChannel();
  const source = toIterator(rows);
  let wanted = false;
  let started = false;
  /** The next rows, read while the thread writes those before. */
  let ahead: Promise<SheetValue[][]> | null = null;

  const stream = new Readable({
    read() {
      if (!started) {
        started = true;
        start();
      } else if (wanted) {
        wanted = false;
        void feed();
      }
    },
    destroy(error, done) {
      port.close();
      Promise.resolve(source.return?.()).then(
        () => done(error),
        () => done(error),
      );
    },
  });

  function start(): void {
    const request = { task: 'write', port: port2, name: sheetName(name), columns };
    writer.ask(request, undefined, [port2]).catch((error: unknown) => stream.destroy(asError(error)));
    port.on('message', (message: { wants?: string; bytes?: Uint8Array; end?: boolean; failed?: string }) => {
      if (message.failed !== undefined) stream.destroy(new Error(message.failed));
      else if (message.end) stream.push(null);
      else if (message.bytes) stream.push(message.bytes);
      else if (stream.readableLength < stream.readableHighWaterMark) void feed();
      else wanted = true;
    });
  }

  async function feed(): Promise<void> {
    try {
      const batch = await (ahead ?? take(source, columns));
      port.postMessage(batch.length > 0 ? { rows: batch } : { end: true });
      ahead = batch.length > 0 ? take(source, columns) : null;
      ahead?.catch(() => undefined); // told when the thread asks for them
    } catch (error) {
      closeWith(port, asError(error), stream);
    }
  }
  return stream;
}

/** What was read from a small list: every cell as trimmed text, dates as 'YYYY-MM-DD'. */
export interface SheetRows {
  rows: string[][];
  /** There are more rows than were asked for. */
  more: boolean;
}

/**
 * Reads the first sheet of an XLSX or CSV file that `inspect` has accepted (it has checked the unpacked size).
 * At most `maxRows` rows and a time limit; null when the file cannot be read.
 */
export async function readSheet(path: string, kind: 'xlsx' | 'csv', maxRows: number): Promise<SheetRows | null> {
  try {
    return asRows(await reader.ask({ task: 'read', path, kind, maxRows }));
  } catch (error) {
    if (error instanceof WorkerProblem && error.code !== 'closed') return null;
    throw error;
  }
}

/** Stops the spreadsheet threads; for a graceful end of the process. */
export async function closeSheets(): Promise<void> {
  await Promise.all([writer.close(), reader.close()]);
}

async function take(source: RowIterator, columns: SheetColumn[]): Promise<SheetValue[][]> {
  const batch: SheetValue[][] = [];
  while (batch.length < BATCH) {
    const { done, value } = await source.next();
    if (done) break;
    batch.push(columns.map((column, index) => cell(value[index] ?? null, column.kind)));
  }
  return batch;
}

function cell(value: SheetValue, kind: SheetColumn['kind']): SheetValue {
  if (value === null) return null;
  if (value instanceof Date) return new Date(value.getTime() + VIETNAM_OFFSET);
  if (typeof value === 'number') return value;
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`);
  return value.replace(/[^\P{C}\n\t]/gu, '').slice(0, LONGEST_CELL);
}

interface RowIterator {
  next(): Promise<IteratorResult<SheetValue[]>> | IteratorResult<SheetValue[]>;
  return?(): unknown;
}

function toIterator(rows: Iterable<SheetValue[]> | AsyncIterable<SheetValue[]>): RowIterator {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
}

/** A name Excel accepts: at most 31 characters, none of []:*?/\ */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, 31) || 'Trang 1'
  );
}

function closeWith(port: MessagePort, error: Error, stream: Readable): void {
  port.close();
  stream.destroy(error);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function asRows(answer: unknown): SheetRows {
  if (typeof answer !== 'object' || !answer || !('rows' in answer) || !('more' in answer)) throw new Error('no rows');
  if (!Array.isArray(answer.rows)) throw new Error('no rows');
  return {
    rows: answer.rows.map((row: unknown) => (Array.isArray(row) ? row.map(String) : [])),
    more: answer.more === true,
  };
}
