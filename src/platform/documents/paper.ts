/** A piece of text: plain, stressed, a box to be ticked, or a bar of a share of its cell (0 to 1). Empty text is a dotted line to be filled in by hand. */
export type Run =
  | string
  | null
  | { text: string; bold?: boolean; italic?: boolean }
  | { tick: boolean }
  | { bar: number };
export type Inline = Run | Run[];

export interface Signer {
  placeDate?: string;
  /** Lines set in capitals: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH". */
  capacity: string[];
  /** "(Ký, đóng dấu)" */
  note?: string;
  name?: string | null;
}

export interface Field {
  label: string;
  value: Inline;
}

export interface Column {
  header: string;
  /** Share of the width. */
  width: number;
  align?: 'left' | 'center' | 'right';
}

/** A cell over several columns or rows, stressed or placed otherwise than its column. */
export interface WideCell {
  cell: Inline;
  span?: number;
  rows?: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
}
export type Cell = Inline | WideCell;

export interface Table {
  kind: 'table';
  columns: Column[];
  /** Rows of the head when one row of column names does not do; repeated on every page. */
  head?: Cell[][];
  rows: Cell[][];
  /** Letter size in points; default 12. */
  size?: number;
}

/** What a paper is made of, from top to bottom. `keep` holds a text on the same page as what follows. */
export type Block =
  | { kind: 'head'; superior?: string; issuer: string; number?: string; about?: string; placeDate?: string }
  | { kind: 'nation'; placeDate?: string }
  | { kind: 'title'; type?: string; summary?: string; note?: string }
  | { kind: 'authority'; text: string }
  | { kind: 'bases'; items: string[] }
  | { kind: 'text'; text: Inline; align?: 'left' | 'center' | 'right'; indent?: boolean; keep?: boolean }
  | { kind: 'heading'; text: string; align?: 'center' }
  | { kind: 'item'; text: Inline; depth?: number }
  | ({ kind: 'field'; indent?: number } & Field)
  | { kind: 'fields'; fields: Field[] }
  | Table
  | { kind: 'closing'; recipients?: string[]; signers: Signer[] }
  | { kind: 'note'; text: Inline }
  | { kind: 'seal'; title: string; lines: Inline[] }
  | { kind: 'qr'; svg: string; alt: string; text: Inline }
  | { kind: 'space'; points?: number }
  | { kind: 'break' };

/** The paper itself and each annex; pages are counted in each from 1. */
export interface Section {
  landscape?: boolean;
  blocks: Block[];
}

/** An official paper in the layout of Decree 30/2020, not yet set: one content, printed as PDF or as Word. */
export interface Paper {
  /** Title in the file's properties. */
  title: string;
  sections: Section[];
}
