import type { z } from 'zod';
import type { Tx } from '../db/database.ts';
import type { ActionContext, AtOnceContext, PreparingContext, PublicActionContext } from './context.ts';

export type RateClass = 'signIn' | 'report' | 'write' | 'upload' | 'read' | 'public' | 'bulk';

interface Common<In extends z.ZodObject, Out, Ready> {
  /** Row of the policy table and operationId: 'dossier.submit'. */
  name: string;
  /** What it does, in Vietnamese: button, page of errors, API document. */
  title: string;
  /** Every field that may come in, by allowlist; path parameters included. Unknown fields are refused (S16). */
  input: In;
  /** What goes out, for the API document. Left out: the API answers 204. */
  output?: z.ZodType<Out>;
  /** `false` only for acts that may be repeated at will (signing in and out): no idempotency key is asked. */
  once?: boolean;
  rate?: RateClass;
  /** `false`: nothing public changes, the cached public pages stay (autosave). */
  publicData?: boolean;
  /**
   * Runs after the schema and before the transaction: slow work that must not hold a connection (hashing a password) and
   * counting that must stay when the act is refused. May throw a Refusal. Its answer is the third argument of `run`.
   */
  prepare?(ctx: PreparingContext, input: z.output<In>): Promise<Ready>;
}

export interface ActionDefinition<In extends z.ZodObject, Out, Ready = unknown> extends Common<In, Out, Ready> {
  /** Another row of the policy table than `name`. */
  permission?: string;
  /** Needs a sign-in or re-authentication not older than ten minutes (S9). */
  fresh?: boolean;
  /** Its intent stands in the access log before it is tried, and its outcome after, whatever that is (S37). */
  grave?: true;
  /** The existing subject (lifecycle row) acted on. Permission is asked on it, and a version is required (Q5). */
  subject?(input: z.output<In>): string;
  /** Where the version stands, if not in lifecycle.version of the subject (drafts, sheets, records without a life). Lock the row. */
  version?(tx: Tx, input: z.output<In>): Promise<number>;
  /** An addition that can overwrite nothing: no version is asked. */
  unversioned?: true;
  /**
   * The whole act as one statement, for what is done every few seconds and is no move (autosave): it changes nothing
   * unless permission, version, key and everything `run` asks for hold. Null when it changed nothing: then the act goes
   * its usual way, which does it or says what stands against it.
   */
  atOnce?(ctx: AtOnceContext, input: z.output<In>): Promise<Out | null>;
  run(ctx: ActionContext, input: z.output<In>, ready: Ready): Promise<Out>;
}

export interface PublicActionDefinition<In extends z.ZodObject, Out, Ready = unknown> extends Common<In, Out, Ready> {
  /** Runs before a file of the body is kept: counting at a door that stands open to everybody. May throw a Refusal. */
  before?(ctx: PreparingContext): Promise<void>;
  run(ctx: PublicActionContext, input: z.output<In>, ready: Ready): Promise<Out>;
}

/** An act, defined once: the machinery makes it a form post and an API operation. */
export type Action<In extends z.ZodObject = z.ZodObject, Out = unknown> =
  | ({ readonly kind: 'action'; readonly open: false } & ActionDefinition<In, Out>)
  | ({ readonly kind: 'action'; readonly open: true } & PublicActionDefinition<In, Out>);

/**
 * Defines an act by somebody signed in. Before `run`, in this order: session, Origin, rate, permission, freshness,
 * schema, idempotency key, version; `run` and all of it are one transaction. `run` refuses by throwing a Refusal.
 */
export function action<In extends z.ZodObject, Out, Ready>(
  definition: ActionDefinition<In, Out, Ready>,
): Action<In, Out> {
  return { kind: 'action', open: false, ...definition };
}

/** Defines an act anyone may do: signing in, reporting misuse. Same order without session, permission and version. */
export function publicAction<In extends z.ZodObject, Out, Ready>(
  definition: PublicActionDefinition<In, Out, Ready>,
): Action<In, Out> {
  return { kind: 'action', open: true, ...definition };
}
