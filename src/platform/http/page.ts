import type { ComponentChildren, VNode } from 'preact';
import type { z } from 'zod';
import type { FormSource, PublicContext, ReadContext } from './context.ts';

/** An answer of `load` that leads elsewhere (303, local path). */
export class Redirect {
  readonly to: string;
  constructor(to: string) {
    this.to = to;
  }
}

/** Leads to another page of this site. Throws RangeError for anything but a local path (S23). */
export function redirect(to: string): Redirect {
  if (!to.startsWith('/') || to.startsWith('//') || to.includes('\\')) throw new RangeError(`not a local path: ${to}`);
  return new Redirect(to);
}

/** Schema of a path or query without names. */
export type Nothing = z.ZodObject<Record<never, never>>;

/** More a shell of the design kit may be told; wiring declares what (the council's tablet needs its agenda). */
export interface ShellParts {
  /** Key of the way or tab the page stands below. */
  here?: string;
  /** Leads back to what stands above. */
  up?: { href: string; words: string };
  /** The one or two acts of the page, for the bar at the bottom of a phone. */
  acts?: ComponentChildren;
}

/** What the frame around a page is told: the shell draws header, tabs and bottom bar from it. */
export interface PageHead extends ShellParts {
  /** Without the product's name; that is added. */
  title: string;
  description?: string;
  /** Keep search machines away. Private pages are always kept away. */
  noindex?: boolean;
  /** Path of the twin in the other language. */
  twin?: string;
  /** Path of a picture for sharing. */
  image?: string;
  /** The page says itself that there is nothing here: its content is shown, the answer is a 404 and never kept. */
  status?: 404;
}

export interface PageParts<Params extends z.ZodObject, Query extends z.ZodObject, Data, Ctx> {
  /** Every `:name` of the path, checked before `load`; wrong ones answer 404. `byId` of fields.ts for a lone `:id`. */
  params?: Params;
  /** Names after `?`; unknown ones are dropped, wrong ones answer 400 unless the schema uses `.catch`. */
  query?: Query;
  /** Reads; throws `notFound()`, or returns `redirect(…)`. */
  load(ctx: Ctx, params: z.output<Params>, query: z.output<Query>): Promise<Data | Redirect>;
  /** The content of the page without its shell. */
  view(data: Data, ctx: Ctx & FormSource): VNode;
  head(data: Data, ctx: Ctx): PageHead | string;
  /** Which frame stands around it; wiring.ts knows them. */
  shell: Shell;
}

/**
 * Frames known to the design kit. `auto`: producer's phone shell or officers' desk, by role. `council`: the member's
 * tablet (give `head.council`). `door`: sign-in. `plain`: the content alone.
 */
export type Shell = 'public' | 'auto' | 'phone' | 'desk' | 'council' | 'door' | 'plain';

export interface PublicPageDefinition<P extends z.ZodObject, Q extends z.ZodObject, Data>
  extends PageParts<P, Q, Data, PublicContext> {
  /** `public` (default): anonymous answers are kept some seconds for everybody. `private`: never kept (sign-in, forms). */
  cache?: 'public' | 'private';
  /**
   * The whole content as text, where the page keeps it drawn (`readyFrom` of #ui) and it is the same for everybody: the
   * same text in the same frame is the same page, which is not written anew. No form may stand in it. Null: drawn by `view`.
   */
  ready?(data: Data, ctx: PublicContext): string | null;
}

export interface PageDefinition<P extends z.ZodObject, Q extends z.ZodObject, Data>
  extends PageParts<P, Q, Data, ReadContext> {
  /** Row of the policy table; null: anyone signed in. */
  permission: string | null;
  /** The subject shown: permission is asked on its lifecycle row, and refused as 404 (S13). */
  subject?(params: z.output<P>, query: z.output<Q>): string;
  /** Set where an officer reads personal data: written to the access log with the subject (S35). */
  personal?(data: Data, params: z.output<P>): { subject: string | null; what: string };
}

export type Page<P extends z.ZodObject = z.ZodObject, Q extends z.ZodObject = z.ZodObject, Data = unknown> =
  | ({ readonly kind: 'page'; readonly open: true } & PublicPageDefinition<P, Q, Data>)
  | ({ readonly kind: 'page'; readonly open: false } & PageDefinition<P, Q, Data>);

/** Defines a page for those whose role the policy row lets in. */
export function page<Data, P extends z.ZodObject = Nothing, Q extends z.ZodObject = Nothing>(
  definition: PageDefinition<P, Q, Data>,
): Page<P, Q, Data> {
  return { kind: 'page', open: false, ...definition };
}

/** Defines a page anyone may open, signed in or not. */
export function publicPage<Data, P extends z.ZodObject = Nothing, Q extends z.ZodObject = Nothing>(
  definition: PublicPageDefinition<P, Q, Data>,
): Page<P, Q, Data> {
  return { kind: 'page', open: true, ...definition };
}
