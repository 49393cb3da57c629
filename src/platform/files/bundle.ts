/**
 * A bundle: one ZIP with a list of its files and their SHA-256, written as a stream and read again without the system.
 * The list stands in `ban-ke.json`; every other file of the ZIP stands in it, once.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';
import { z } from 'zod';

export const LIST_NAME = 'ban-ke.json';
/** JSON of a bundle is read whole; longer is none of ours. */
const LONGEST_TEXT = 64 * 1024 * 1024;
const MOST_ENTRIES = 20_000;

const listedFile = z.object({
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[\w./-]{1,200}$/),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What it is, in words for people. */
  words: z.string(),
});
/** A file of the bundle as its list names it. */
export type ListedFile = z.output<typeof listedFile>;
const list = z.looseObject({ files: z.array(listedFile).max(MOST_ENTRIES) });

/** Where its bytes come from: ready, or opened when their turn comes. */
export type BundledFile = ListedFile & { readonly bytes: Uint8Array | (() => Promise<Readable>) };

/** A file of ready bytes, with its size and hash. */
export function readyFile(path: string, words: string, content: Uint8Array | string): BundledFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return { path, words, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex'), bytes };
}

/**
 * The ZIP as a stream: nothing but the file on its way is in memory. `head` stands in the list before the files, `at` is the
 * time of every entry. The stream fails when a file cannot be read to its end.
 */
export function writeBundle(
  head: Readonly<Record<string, unknown>>,
  files: readonly BundledFile[],
  at: Date,
): Readable {
  const zip = new ZipWriter();
  const out = new Readable().wrap(zip.outputStream);
  zip.on('error', (error: Error) => out.destroy(error));
  const options = { mtime: at, mode: 0o100644 };
  const listed = files.map(({ path, size, sha256, words }) => ({ path, size, sha256, words }));
  zip.addBuffer(Buffer.from(`${JSON.stringify({ ...head, files: listed }, null, 2)}\n`), LIST_NAME, options);
  for (const { path, size, bytes } of files) {
    if (typeof bytes !== 'function') {
      zip.addBuffer(Buffer.from(bytes), path, options);
      continue;
    }
    zip.addReadStreamLazy(path, { ...options, size, compress: false }, (give) => {
      bytes().then(
        (stream) => give(null, stream),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  return out;
}

/** What a ZIP holds: its list, what is really there, and the letters of its JSON files. */
export interface OpenedBundle {
  readonly head: Readonly<Record<string, unknown>>;
  readonly listed: readonly ListedFile[];
  readonly found: ReadonlyMap<string, { readonly size: number; readonly sha256: string }>;
  readonly texts: ReadonlyMap<string, string>;
}

/** The file is no bundle; `message` says why in Vietnamese. */
export class NoBundle extends Error {
  override readonly name = 'NoBundle';
}

/** Reads a bundle from disk, every byte once. Throws NoBundle. */
export async function readBundle(path: string): Promise<OpenedBundle> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
  } catch {
    throw new NoBundle('Tệp không phải ZIP, hoặc đã hỏng. Tải lại bộ hồ sơ từ hệ thống.');
  }
  const found = new Map<string, { size: number; sha256: string }>();
  const texts = new Map<string, string>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (found.has(entry.fileName)) throw new NoBundle(`Trong ZIP có hai tệp cùng tên ${entry.fileName}.`);
      if (found.size > MOST_ENTRIES) throw new NoBundle('Trong ZIP có quá nhiều tệp, không phải bộ hồ sơ.');
      found.set(entry.fileName, await readEntry(zip, entry, texts));
    }
  } catch (error) {
    if (error instanceof NoBundle) throw error;
    throw new NoBundle('ZIP bị hỏng hoặc bị cắt ngang nên không đọc hết được. Tải lại bộ hồ sơ từ hệ thống.');
  } finally {
    zip.close();
  }
  const { files, ...head } = listIn(texts.get(LIST_NAME));
  return { head, listed: files, found, texts };
}

async function readEntry(zip: ZipFile, entry: Entry, texts: Map<string, string>) {
  const keep = entry.fileName.endsWith('.json') && entry.uncompressedSize <= LONGEST_TEXT;
  const hash = createHash('sha256');
  const parts: Buffer[] = [];
  let size = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
    if (keep) parts.push(chunk);
  }
  if (keep) texts.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
  return { size, sha256: hash.digest('hex') };
}

function listIn(text: string | undefined): z.output<typeof list> {
  if (text === undefined) throw new NoBundle(`Trong ZIP không có ${LIST_NAME} nên không phải bộ hồ sơ của hệ thống.`);
  try {
    return list.parse(JSON.parse(text));
  } catch {
    throw new NoBundle(`${LIST_NAME} không đọc được nên không kiểm tra được bộ hồ sơ.`);
  }
}
