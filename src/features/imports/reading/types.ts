/**
 * What a file of an office says once it is read, before anybody compares it with the registry.
 *
 * `readList(bytes, options)` (read-list.ts) turns the bytes of an .xlsx, .csv or .txt file into a `ReadFile`. Texts are
 * NFC with single spaces, otherwise as in the file. Nothing is guessed silently: whatever was concluded from elsewhere
 * (a title, the row above, a sheet's name) is said in the row's `messages`, in Vietnamese.
 */

import type { Register } from '#features/units';

/** What one row of the list is about. */
export type ListSubject = 'products' | 'producers' | 'units';

/** What the list says happened; a person confirms it before anything is written. `unknown` also for a mixed file. */
export const LIST_KINDS = ['recognised', 'revoked', 'proposed', 'registered', 'voted', 'unknown'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/**
 * What a row is. Reading alone gives `new`, `doubtful`, `refused`, `repeat`, `skipped`; the comparison with the
 * registry turns `new` into `same`, `change`, or `doubtful`.
 */
export const ROW_STATUSES = ['new', 'same', 'change', 'doubtful', 'refused', 'repeat', 'skipped'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

/** What a column holds. `producerAndAddress` and `decision` (number and date) are cells with two facts in them. */
export const COLUMN_FIELDS = [
  'order',
  'product',
  'producer',
  'producerAndAddress',
  'address',
  'commune',
  'district',
  'province',
  'stars',
  'star3',
  'star4',
  'star5',
  'score',
  'decision',
  'decisionNumber',
  'decisionDate',
  'year',
  'group',
  'note',
  'phone',
  'productCount',
  'productCode',
  'taxCode',
  'representative',
  'unit',
  'unitCode',
  'unitType',
  'unitParent',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** A column of a sheet and what it was taken for. */
export interface MappedColumn {
  /** Null: nothing is read from this column. */
  readonly field: ColumnField | null;
  /** From 0 (column A). */
  readonly index: number;
  /** 'A', 'B' … 'AA'. */
  readonly letter: string;
  /** Heading as in the file; of a two-row heading both, with ' / ' between. Empty: the column has none. */
  readonly heading: string;
  /** 0–1: 1 = a person said so; ≥ 0.9 = the heading is known; below 0.7 = concluded from what stands in the cells. */
  readonly confidence: number;
  readonly hidden: boolean;
}

export interface ReadSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Row of the (first) heading, from 1 as in the file; the upper one of two. Null: the sheet has no heading row. */
  readonly headerRow: number | null;
  /** 0, 1 or 2. */
  readonly headerRows: number;
  readonly columns: readonly MappedColumn[];
  /** Texts above the heading. */
  readonly titles: readonly string[];
  readonly listKind: ListKind;
  /** The same for every sheet with the same headings in the same places: a mapping is remembered under it. */
  readonly fingerprint: string;
}

/** A thing that a person must look at, or that the officer should know; `code` is stable, `text` is Vietnamese. */
export interface RowNote {
  readonly code: string;
  readonly text: string;
}

/** One product (producer, unit) of the list, or a row that is none (`skipped`). */
export interface ReadRow {
  readonly sheet: string;
  /** Row in the file, from 1; in a text file the record's number. Several products of one cell share it. */
  readonly row: number;
  /** Which product of the row, from 1. */
  readonly part: number;
  readonly status: RowStatus;
  /** Kind of the section the row stands in; the file's kind when all agree. */
  readonly listKind: ListKind;
  readonly product: string | null;
  /** Never contains the address. */
  readonly producer: string | null;
  readonly address: string | null;
  /** 3–5 (1–2 where the list says so), or null: the list does not say. */
  readonly stars: number | null;
  readonly score: number | null;
  readonly decisionNumber: string | null;
  /** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD': never more precise than the file. */
  readonly decisionDate: string | null;
  /** Code of the commune in the register of the day, e.g. '07462'; null when the address does not name one surely. */
  readonly communeCode: string | null;
  /** Today's codes of that commune: several when it was divided, none when it is not known what became of it. */
  readonly newCommuneCodes: readonly string[];
  /** Code of the province in the register of the day, when the address or the title names one. */
  readonly provinceCode: string | null;
  /** Other mapped columns of the row, as text: group, note, phone, taxCode, productCode, representative, unit …. */
  readonly more: Readonly<Partial<Record<ColumnField, string>>>;
  /** Why the row is doubtful, refused, a repeat or skipped, and what was concluded from where. */
  readonly notes: readonly RowNote[];
  /** The row that this one repeats (`repeat` only). */
  readonly repeats: { readonly sheet: string; readonly row: number } | null;
  /** Cells of the row as in the file (converted from legacy encodings), in the order of the columns. */
  readonly source: readonly string[];
}

export interface ReadFile {
  readonly subject: ListSubject;
  /** 'utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni'. A workbook is 'utf-8' unless it holds legacy text. */
  readonly encoding: string;
  readonly listKind: ListKind;
  readonly sheets: readonly ReadSheet[];
  readonly rows: readonly ReadRow[];
}

/** The mapping of one sheet as a person wants it; what is left out is found as usual. */
export interface SheetMapping {
  /** Row of the heading from 1; null = the sheet has none. */
  readonly headerRow?: number | null;
  /** Field → column letter ('B') or heading text. Columns named here take no other field; others stay as found. */
  readonly columns?: Readonly<Partial<Record<ColumnField, string>>>;
  /** Columns nothing is read from, by letter or heading. */
  readonly notRead?: readonly string[];
  /** The sheet is not read. */
  readonly leaveOut?: boolean;
}

/** Mapping of a file (`--map`, or what the officer corrected). `sheets` by name; `'*'` for every other sheet. */
export interface MappingSpec {
  readonly listKind?: ListKind;
  readonly sheets?: Readonly<Record<string, SheetMapping>>;
}

export interface ReadOptions {
  readonly subject: ListSubject;
  /** Name of the file: its ending is one sign of its kind, never the only one. */
  readonly fileName: string;
  /** Code of the province (of the register of 63 or of 34) all places lie in. */
  readonly province?: string;
  /** Day 'YYYY-MM-DD' whose register of units decides; without it the row's own date, else the title's year, else today's. */
  readonly asOf?: string;
  readonly map?: MappingSpec;
  /** Day of the reading; today's by default. */
  readonly today?: string;
  /** The register of units to find places in; the one the repository carries by default. */
  readonly register?: Register;
  /** Told now and then how many rows were read; throwing in it stops the reading. */
  readonly progress?: (rows: number) => void;
}
