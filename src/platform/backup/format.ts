/**
 * A backup is one .tar.gz: `begin.json` (what release wrote it), the tables as COPY text in pieces, the stored files under
 * their hashes, `end.json` (counts and hashes of everything before it). It holds personal data and password hashes.
 */

export const FORMAT = 1;
/** A piece of a table is closed when it reaches this many bytes. */
export const PIECE_BYTES = 4 * 1024 * 1024;

export interface Begin {
  format: typeof FORMAT;
  product: 'saolang';
  createdAt: string;
  /** Migrations of the database it was taken from, in order; a restore applies exactly these before it loads rows. */
  migrations: { name: string; checksum: string }[];
  tables: { name: string; columns: string[] }[];
}

export interface End {
  tables: { name: string; rows: number; sha256: string }[];
  sequences: { name: string; value: string; called: boolean }[];
  files: { count: number; bytes: number };
  /** Hashes of files whose bytes were not there: uploads that were being taken away. */
  missing: string[];
}

export const BEGIN = 'begin.json';
export const END = 'end.json';
export const tablePiece = (name: string, piece: number) => `tables/${name}/${String(piece).padStart(6, '0')}.copy`;
export const fileEntry = (sha256: string) => `files/${sha256}`;
