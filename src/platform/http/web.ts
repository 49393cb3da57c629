import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { VNode } from 'preact';
import type { Access } from '../access/access.ts';
import type { Actor, PresumedActor } from '../actor.ts';
import type { Clock, Day } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { DB } from '../db/schema.generated.ts';
import type { FileStore } from '../files/store.ts';
import type { Asker } from './asker.ts';
import type { Lang } from './context.ts';
import type { PageHead, Shell } from './page.ts';
import type { PageCache } from './page-cache.ts';
import type { Limits } from './rate-limits.ts';
import type { Route } from './routes.ts';
import type { SlowCounts } from './slow-counts.ts';
import type { WholePages } from './whole-pages.ts';

/** What the frame around a page knows. */
export interface Frame {
  readonly shell: Shell;
  readonly head: PageHead;
  readonly lang: Lang;
  readonly actor: Actor | null;
  readonly demo: boolean;
  /** Path without query. */
  readonly path: string;
  readonly baseUrl: string;
  /** A form on the page was refused: the title begins with "Lỗi:". */
  readonly errors: boolean;
  /** A refusal whose form is no longer on the page. */
  readonly notice?: Notice;
  /** What was just done, said once on the next page. */
  readonly done: string | null;
  readonly theme: Theme;
  /** Notes nobody has read yet. */
  readonly unread: number;
  /** The mark shown around public pages; null: none. */
  readonly logo: FrameLogo | null;
}

/** A picture by its address, in pixels. */
export interface FrameLogo {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

export type Theme = 'day' | 'night' | 'device';

export interface Notice {
  readonly message: string;
  /** What the person had written, so that it is not lost. */
  readonly texts: readonly string[];
}

/** What an error page says. */
export interface ErrorView {
  readonly status: number;
  readonly message: string;
  readonly basis: string | undefined;
  readonly errorId: string;
  /** Where the sign-in page is, when signing in would help. */
  readonly signIn: string | undefined;
}

/** The design, handed in by wiring.ts: the machinery has no look of its own. */
export interface Views {
  document(frame: Frame, content: VNode): VNode;
  error(frame: Frame, error: ErrorView): VNode;
}

/** Everything the web layer is made of. */
export interface WebParts {
  readonly config: Config;
  readonly secret: string;
  readonly clock: Clock;
  readonly db: Database;
  readonly files: FileStore;
  readonly access: Access;
  readonly views: Views;
  readonly routes: readonly Route[];
  readonly log: Logger;
  readonly slowCounts: SlowCounts;
  /** Version of this release, for the API document. */
  readonly release: string;
  /** Who stands behind a session token now; null when it may not act. */
  findActor(db: Kysely<DB>, token: string, now: Date): Promise<Actor | null>;
  /** Who stood behind it a moment ago, for an act whose one statement asks whether that still holds; null: ask. */
  presumeActor(token: string, now: Date): PresumedActor | null;
  /** The mark to show around public pages on a day. */
  logo(db: Kysely<DB>, day: Day): Promise<FrameLogo | null>;
  /** Paths of the pages that ask for a (renewed) sign-in; they read `?tiep=` and lead back there. */
  readonly paths: { readonly signIn: string; readonly reauthenticate: string; readonly theme: string };
  /** Folder of the built style sheets and scripts. */
  readonly assets: string;
}

/** A request that has been answered: for the log and the figures. The route is its pattern, never the address (S38). */
export interface Answered {
  readonly id: string;
  readonly method: string;
  readonly route: string | undefined;
  readonly status: number;
  readonly ms: number;
  readonly actor: Asker['actor'];
}

/** The parts, and what the web layer itself keeps while it runs. */
export interface Web extends WebParts {
  readonly cache: PageCache;
  readonly wholePages: WholePages;
  readonly limits: Limits;
  /** Headers of an answer to one person that passes no hook: name, value, name, value … */
  readonly privateHeaders: readonly string[];
  /** Told of every answer that was not kept. */
  answered(answer: Answered): void;
  /** Others who want to be told. */
  readonly watchers: ((answer: Answered) => void)[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who acts, found before the handler of every route that is not a plain file. */
    actor: Actor | null;
    /** `actor` is only presumed so far: nothing but a statement under its condition may be done or told. */
    presumed: PresumedActor | null;
    sessionToken: string | null;
    deviceToken: string | null;
  }
}

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
