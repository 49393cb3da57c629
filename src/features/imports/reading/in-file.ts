/** Rows of a list on their way from the reading thread to the database: a file of one JSON text a line, read in pieces. */
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { openList } from './read-list.ts';
import type { ReadFile, ReadOptions, ReadRow } from './types.ts';

/** A list whose rows stand in a file. */
export interface ListInFile extends Omit<ReadFile, 'rows'> {
  readonly count: number;
}

const AT_ONCE = 500;
const PIECE_BYTES = 512 * 1024;

/** Reads a list and writes its rows to the file `into`, which only its owner can read. Throws as `openList` does. */
export async function readIntoFile(bytes: Uint8Array, options: ReadOptions, into: string): Promise<ListInFile> {
  const { rows, listKind, ...list } = await openList(bytes, options);
  const file = openSync(into, 'w', 0o600);
  try {
    let count = 0;
    let lines = '';
    for (const row of rows) {
      lines += `${JSON.stringify(row)}\n`;
      count += 1;
      if (count % AT_ONCE > 0) continue;
      writeSync(file, lines);
      lines = '';
    }
    writeSync(file, lines);
    return { ...list, listKind: listKind(), count };
  } finally {
    closeSync(file);
  }
}

/** The rows of such a file, some hundreds at a time. */
export async function* rowsIn(path: string): AsyncGenerator<ReadRow[]> {
  let rest = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: PIECE_BYTES })) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map((line): ReadRow => JSON.parse(line));
  }
}
