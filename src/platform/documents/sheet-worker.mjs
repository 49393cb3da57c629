// Writes and reads spreadsheets apart from the web process. Plain JavaScript, see pdf-worker.mjs.
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { parseCsv } from 'hucre/csv';
import { streamXlsxRows, writeXlsxStream } from 'hucre/xlsx';

// '@' keeps a text a text, also when someone edits the cell later (S22).
const FORMATS = { text: '@', integer: '#,##0', decimal: '#,##0.00', date: 'dd/mm/yyyy', time: 'dd/mm/yyyy hh:mm' };

/**
 * Rows come in batches over `port`, one for each time the worker asks; the workbook goes back in pieces.
 * A string is written as an inline string, so it can never be a formula.
 */
async function write({ port, name, columns }) {
  const waiting = [];
  let wake = null;
  const arrived = (message) => {
    waiting.push(message);
    wake?.();
  };
  port.on('message', arrived);
  port.on('close', () => arrived({ failed: 'the reader went away' }));
  const next = async () => {
    while (waiting.length === 0) {
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
    return waiting.shift();
  };
  async function* rows() {
    for (;;) {
      port.postMessage({ wants: 'rows' });
      const message = await next();
      if (message.failed) throw new Error(message.failed);
      if (message.end) return;
      yield* message.rows;
    }
  }
  const stream = writeXlsxStream(rows(), {
    name,
    freezePane: { rows: 1 },
    columns: columns.map(({ header, kind, width }) => ({
      header,
      width,
      ...(FORMATS[kind] && { numFmt: FORMATS[kind] }),
    })),
  });
  try {
    for await (const bytes of stream) port.postMessage({ bytes }, [bytes.buffer]);
    port.postMessage({ end: true });
  } catch (error) {
    port.postMessage({ failed: String(error?.message ?? error) });
  } finally {
    port.close();
  }
}

/** Reads the first sheet up to a number of rows; every cell as text, dates as YYYY-MM-DD. */
async function read({ path, kind, maxRows }) {
  const bytes = await readFile(path);
  const rows = [];
  if (kind === 'csv') {
    for (const row of parseCsv(bytes.toString('utf8'), { maxRows: maxRows + 1 })) rows.push(row.map(text));
  } else {
    for await (const { index, values } of streamXlsxRows(new Uint8Array(bytes), { sheet: 0, maxRows: maxRows + 1 })) {
      while (rows.length < index && rows.length <= maxRows) rows.push([]);
      rows.push(values.map(text));
      if (rows.length > maxRows) break;
    }
  }
  return { rows: rows.slice(0, maxRows), more: rows.length > maxRows };
}

function text(value) {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).normalize('NFC').trim();
}

parentPort.on('message', async ({ id, request }) => {
  try {
    if (request.task === 'write') {
      parentPort.postMessage({ id, value: null });
      await write(request);
    } else {
      parentPort.postMessage({ id, value: await read(request) });
    }
  } catch (error) {
    parentPort.postMessage({ id, error: { code: 'broken', message: String(error?.message ?? error) } });
  }
});
