import type { Readable } from 'node:stream';
import type { Declared, Inspected } from './inspect.ts';
import type { Accepted } from './kinds.ts';
import type { Parts } from './parts.ts';

/** A file that is kept: what the `file` table holds, except who sent it and whose it is. */
export interface StoredFile extends Inspected {
  /** Random public id; says nothing about content or sender. */
  id: string;
  /** Hash of the bytes, 64 hex digits: the key under which they are kept. */
  sha256: string;
  size: number;
}

/** What goes into the store: bytes as they come from the network, or ready in memory. */
export type FileSource = Readable | AsyncIterable<Uint8Array> | Uint8Array;

/** Of a kept file, what is needed to show it; `pages` as the table holds it. */
export interface ShownFile {
  sha256: string;
  type: string;
  pages?: number | null;
}

export interface SweepOptions {
  /** Of these hashes, which are still referred to by a record? */
  referred(hashes: string[]): Promise<Set<string>>;
  /** Younger files are left alone, since their record may not be written yet. Default 24 hours. */
  minAgeMs?: number;
}

/**
 * Keeps files by the hash of their content (S27). A folder today; an object store can follow behind the same face.
 * Refusals and failures are thrown as `FileProblem`.
 */
export interface FileStore {
  /**
   * Takes a file in: counts, hashes, writes aside, inspects, and only then moves it to its place. Whatever goes wrong
   * leaves nothing visible (Q7, Q8). Throws `FileProblem` (413, 415, 422, 507).
   */
  put(source: FileSource, declared: Declared, accepted: Accepted): Promise<StoredFile>;
  /** Files that come in parts, until they are whole (Q7). */
  readonly parts: Pick<Parts, 'write' | 'same' | 'drop'>;
  /**
   * Takes in a file whose parts have all come, with the checks of `put`; its hash must be `sha256`. The parts stay until
   * they are dropped. Throws `FileProblem`; `interrupted` when parts are gone or the hash does not agree.
   */
  putParts(upload: string, sha256: string, declared: Declared, accepted: Accepted): Promise<StoredFile>;
  /** Takes a document the system made itself, already known to be right. */
  putOwn(bytes: Uint8Array, facts: Inspected): Promise<StoredFile>;
  /** The bytes as a stream that fails before its end if the hash does not agree. Throws `missing` at once if gone. */
  open(sha256: string): Promise<{ size: number; stream: Readable }>;
  /** All bytes in memory, hash checked. Throws `missing` or `damaged`. */
  read(sha256: string): Promise<Buffer>;
  /**
   * A WebP picture of a kept file without metadata (S27): of a photograph, or of page `page` (from 1) of a PDF; no side
   * longer than `edge` pixels (default 1400). Throws `FileProblem`: 415 for kinds that are not shown, 404 when file or
   * page do not exist. Kept for a month and made again when needed.
   */
  show(file: ShownFile, page?: number, edge?: number): Promise<Buffer>;
  /** A path of the bytes for tools that need one; the file there must not be changed. */
  path(sha256: string): Promise<string>;
  /** Every kept hash, in no order; for the nightly check. */
  list(): AsyncIterable<string>;
  /** Removes left-over parts and files no record refers to; answers how many of each. Old previews go too. */
  sweep(options: SweepOptions): Promise<{ parts: number; files: number }>;
  /** Free bytes where files lie, for the health page. */
  free(): Promise<number>;
}
