import type { Kysely, RawBuilder } from 'kysely';
import type { WayIn } from '../access/access.ts';
import type { Actor } from '../actor.ts';
import type { Day } from '../clock.ts';
import type { Tx } from '../db/database.ts';
import type { DB } from '../db/schema.generated.ts';
import type { FileStore } from '../files/store.ts';
import type { Ask } from '../idempotency/idempotency.ts';
import type { FieldProblem } from '../refusal.ts';
import type { Counted } from './slow-counts.ts';

export type Lang = 'vi' | 'en';

/** What every reader and doer knows about the request. */
export interface RequestContext {
  readonly day: Day;
  readonly now: Date;
  readonly requestId: string;
  /** Address of the caller. */
  readonly address: string;
  /** The browser's name for itself, cut to 200 characters. */
  readonly device: string;
  /** The name this browser is known by, a second cookie that outlives sessions; null when it has none (S3, S4). */
  readonly knownDevice: string | null;
  readonly files: FileStore;
  /** BASE_URL without a slash at the end, for links in letters and QR codes. */
  readonly baseUrl: string;
  /** The demonstration programme runs here. */
  readonly demo: boolean;
  /** SECRET: what is locked or keyed by the server is derived from it, each purpose its own way. */
  readonly secret: string;
  /** Where weaknesses are reported: `mailto:…` or an https address; null when the setting is empty. */
  readonly securityContact: string | null;
  /** RATE_LIMITS: off only in the demonstration programme. */
  readonly rateLimits: boolean;
  /** The session token sent along, if any; also while the sign-in is not complete and there is no actor. */
  readonly session: string | null;
}

/** Context of pages, API reads and downloads that anyone may open. */
export interface PublicContext extends RequestContext {
  /** For reading; nothing is written through it. */
  readonly db: Kysely<DB>;
  readonly actor: Actor | null;
  readonly lang: Lang;
  /** Path with query, as asked. */
  readonly url: string;
  /** A value that is the same for everybody who asks, kept a few seconds or until something public changes; see PageCache. */
  kept<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** A count over a whole register that is the same for everybody who asks: kept for a while where it takes long; see SlowCounts. */
  counted<T>(key: string, count: () => Promise<T>): Promise<Counted<T>>;
  /** May the present actor do this (to this subject of the lifecycle)? For showing a button or saying why not. */
  may(verb: string, subject?: string): Promise<boolean>;
  /**
   * The same for lists, as an SQL condition on a row of lifecycle (or of a table with columns id, state, producer, commune,
   * province) known in the query as `alias`: `.where(ctx.within('dossier.read', 'l'))`.
   */
  within(verb: string, alias: string): RawBuilder<boolean>;
}

/** The same where somebody is signed in and the policy row lets them come. */
export interface ReadContext extends PublicContext {
  readonly actor: Actor;
  /** The ways `within` joins, apart: in one's own right, then in the place of each colleague somebody stands in for. */
  ways(verb: string, alias: string): readonly WayIn[];
}

/** What a form must carry and show again; `<Form state={…}>` in #ui knows it. */
export interface FormState {
  /** Hidden field `_key`: the same act sent twice has one effect (Q4). */
  readonly key: string;
  /** What was typed and is shown again; empty on a fresh page. Names as in the schema, `a.b` for nested ones. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: readonly FieldProblem[];
  /** One sentence above the form when it was refused as a whole. */
  readonly message?: string;
  /** Somebody else changed the record: show the kept value beside the typed one (Q5). */
  readonly stale: boolean;
  /** The text comes back after a new sign-in (S7): say that nothing was sent yet. */
  readonly kept: boolean;
  /** Nothing was sent: a button named `_again` asks for the page with more rows. */
  readonly again?: boolean;
}

/** Adds to any page context the state of its forms. */
export interface FormSource {
  /** State of the form of this action on this page; with several forms of one action, `subject` tells them apart. */
  form(action: string, subject?: string): FormState;
}

/** Context of what an act does before its transaction begins. */
export interface PreparingContext extends RequestContext {
  readonly actor: Actor | null;
  /**
   * The database outside the act's transaction: what must stay when the act is refused, such as counted tries and the
   * log of failed sign-ins (S4, S38). Never for the act itself, and not from within `run`, which holds a connection.
   */
  readonly outside: Kysely<DB>;
}

/** Context of an act without sign-in, or that begins one. */
export interface PublicActionContext extends RequestContext {
  /** The one transaction: idempotency key, version, move, effect and letters are in it. */
  readonly tx: Tx;
  readonly actor: Actor | null;
  /** Starts, changes or (null) ends the browser's session; sent only if the act succeeds. `seconds` is the cookie's age. */
  setSession(token: string | null, seconds?: number): void;
  /** Gives this browser the name it is known by, for a year unless told. */
  setKnownDevice(token: string, seconds?: number): void;
  /** Runs after the commit, before the answer; for wake-ups, never for what must happen. */
  afterCommit(work: () => void): void;
}

/** Context of an act done as one statement, which is its own transaction. */
export interface AtOnceContext extends RequestContext {
  readonly db: Kysely<DB>;
  readonly actor: Actor;
  /** The version the caller has seen: a condition of the statement. */
  readonly version: number;
  /** The key it came with: a condition of the statement, and kept with the answer by it. */
  readonly ask: Ask;
  within(verb: string, alias: string): RawBuilder<boolean>;
}

/** Context of an act by somebody signed in. It is a MoveContext of the ledger too. */
export interface ActionContext extends PublicActionContext {
  readonly actor: Actor;
  /** May the actor also do this, to this subject? */
  may(verb: string, subject?: string): Promise<boolean>;
  /** The same as an SQL condition, as in PublicContext. */
  within(verb: string, alias: string): RawBuilder<boolean>;
  /** Version the caller has seen, already compared with the record; hand it on as `expect` where the ledger wants it. */
  readonly expect?: { readonly version: number };
}
