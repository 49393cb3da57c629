import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { ListToTake } from '../documents/list-file.ts';
import type { PublicContext, ReadContext } from './context.ts';
import type { Nothing } from './page.ts';

/** JSON already written by the database (`json_agg`): sent as it is, never parsed again. */
export class RawJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A page of a list: the rows, or the JSON array of them as text, and where the next page begins. */
export interface ListPage<Item> {
  items: readonly Item[] | RawJson;
  /** Values of the last row that the order is by; they come back checked by the list's `cursor` schema. Null: no more. */
  next: readonly (string | number | null)[] | null;
  /** How many rows all pages have together, where somebody counts on it. */
  total?: number;
}

/** What `run` of a list is told besides its filters. */
export interface ListAsk<Cursor> {
  /** 1–100, default 20. */
  limit: number;
  /** Where the last page ended, or null for the first one. */
  after: Cursor | null;
}

interface ReadParts<P extends z.ZodObject, Q extends z.ZodObject> {
  /** operationId: 'product.read', 'product.list'. */
  name: string;
  title: string;
  /** Every `:name` of the path. */
  params?: P;
  /** Filters after `?`, each optional; unknown ones are refused with 400. */
  query?: Q;
}
interface Open {
  permission: 'public';
}
interface Closed<P extends z.ZodObject> {
  /** Row of the policy table; null: anyone signed in. */
  permission: string | null;
  subject?(params: z.output<P>): string;
}
interface One<P extends z.ZodObject, Q extends z.ZodObject, Out, Ctx> extends ReadParts<P, Q> {
  output: z.ZodType<Out>;
  /** Version for the ETag, to be sent back as If-Match. Left out: the ETag is the hash of the answer. */
  version?(out: Out): number;
  run(ctx: Ctx, params: z.output<P>, query: z.output<Q>): Promise<Out | RawJson>;
}
interface Many<P extends z.ZodObject, Q extends z.ZodObject, Item, Cursor, Ctx> extends ReadParts<P, Q> {
  /** One row. */
  item: z.ZodType<Item>;
  /** Tuple of the values the order is by; a cursor that does not fit is refused. */
  cursor: z.ZodType<Cursor>;
  run(ctx: Ctx, params: z.output<P>, query: z.output<Q>, ask: ListAsk<Cursor>): Promise<ListPage<Item>>;
}

export type Read<P extends z.ZodObject = z.ZodObject, Q extends z.ZodObject = z.ZodObject, Out = unknown> = {
  readonly kind: 'read';
} & (
  | (One<P, Q, Out, PublicContext> & Open & { readonly open: true })
  | (One<P, Q, Out, ReadContext> & Closed<P> & { readonly open: false })
);
export type List<
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  Item = unknown,
  Cursor = unknown,
> = {
  readonly kind: 'list';
} & (
  | (Many<P, Q, Item, Cursor, PublicContext> & Open & { readonly open: true })
  | (Many<P, Q, Item, Cursor, ReadContext> & Closed<P> & { readonly open: false })
);

/** A thing read through the public API: no sign-in, CORS `*`, ETag, kept some seconds. */
export function publicRead<Out, P extends z.ZodObject = Nothing, Q extends z.ZodObject = Nothing>(
  definition: One<P, Q, Out, PublicContext>,
): Read<P, Q, Out> {
  return { kind: 'read', open: true, permission: 'public', ...definition };
}

/** A thing read through the API by those the policy row lets in. */
export function read<Out, P extends z.ZodObject = Nothing, Q extends z.ZodObject = Nothing>(
  definition: One<P, Q, Out, ReadContext> & Closed<P>,
): Read<P, Q, Out> {
  return { kind: 'read', open: false, ...definition };
}

/** A public list: `{"items":[…],"next":string|null}`, `limit`, `cursor`, filters. */
export function publicList<Item, Cursor, P extends z.ZodObject = Nothing, Q extends z.ZodObject = Nothing>(
  definition: Many<P, Q, Item, Cursor, PublicContext>,
): List<P, Q, Item, Cursor> {
  return { kind: 'list', open: true, permission: 'public', ...definition };
}

/** A list for those the policy row lets in; `run` narrows it with `within()`. */
export function list<Item, Cursor, P extends z.ZodObject = Nothing, Q extends z.ZodObject = Nothing>(
  definition: Many<P, Q, Item, Cursor, ReadContext> & Closed<P>,
): List<P, Q, Item, Cursor> {
  return { kind: 'list', open: false, ...definition };
}

/** A file that goes out. `name` is cleaned for the header; a stream needs no `size`. */
export interface FileAnswer {
  name: string;
  type: string;
  body: Buffer | Uint8Array | string | Readable;
  size?: number;
  /** Shown in the browser: only for PDFs and pictures the system made itself. */
  inline?: boolean;
  /** Holds as long as the content; whoever names it is answered 304, and the body is never read. */
  etag?: string;
  /** Of one person, though nobody signed in: kept by no one on the way. */
  personal?: boolean;
}

interface DownloadParts<P extends z.ZodObject, Q extends z.ZodObject, Ctx> extends ReadParts<P, Q> {
  /** Counted more strictly than a public read: an address that carries a secret, or a table whole. */
  rate?: 'signIn' | 'bulk';
  /** A file, or a list that goes out as Excel, CSV, JSON or PDF (`?dang=`). */
  run(ctx: Ctx, params: z.output<P>, query: z.output<Q>): Promise<FileAnswer | ListToTake>;
}
export type Download<P extends z.ZodObject = z.ZodObject, Q extends z.ZodObject = z.ZodObject> = {
  readonly kind: 'download';
} & (
  | (DownloadParts<P, Q, PublicContext> & Open & { readonly open: true })
  | (DownloadParts<P, Q, ReadContext> & DownloadClosed<P> & { readonly open: false })
);
interface DownloadClosed<P extends z.ZodObject> extends Closed<P> {
  /** Exports of personal data need a fresh sign-in (S9). */
  fresh?: boolean;
  /** Written to the access log as `export` (S38) or `read`. */
  logged?: 'export' | 'read';
}

/** A file for those the policy row lets in: evidence, PDF, XLSX. */
export function download<P extends z.ZodObject = Nothing, Q extends z.ZodObject = Nothing>(
  definition: DownloadParts<P, Q, ReadContext> & DownloadClosed<P>,
): Download<P, Q> {
  return { kind: 'download', open: false, ...definition };
}

/** A file for anyone: open data, public pictures, QR codes. */
export function publicDownload<P extends z.ZodObject = Nothing, Q extends z.ZodObject = Nothing>(
  definition: DownloadParts<P, Q, PublicContext>,
): Download<P, Q> {
  return { kind: 'download', open: true, permission: 'public', ...definition };
}
