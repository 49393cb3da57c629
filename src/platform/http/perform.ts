import { createHmac } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { loadSubject } from '../access/access.ts';
import type { Actor } from '../actor.ts';
import type { Tx } from '../db/database.ts';
import { type Ask, once } from '../idempotency/idempotency.ts';
import { historyOf } from '../ledger/read.ts';
import {
  type FieldProblem,
  invalidFields,
  notFound,
  Refusal,
  reauthenticate,
  signInNeeded,
  stale,
} from '../refusal.ts';
import { checkKinds } from './accepted-files.ts';
import type { Action } from './action.ts';
import { doneAtOnce } from './at-once.ts';
import type { ActionContext, PublicActionContext } from './context.ts';
import { writeToken } from './cookies.ts';
import { readInput } from './explain.ts';
import { logAccess, refusedAsMissing, writeAccess } from './refused-access.ts';
import { mayDo, requestContext } from './requests.ts';
import type { Web } from './web.ts';

/** One call of an act, from a form or from the API. */
export interface Call {
  readonly action: Action;
  /** What came in, already shaped for the schema; path parameters included. */
  readonly input: unknown;
  /** Idempotency key; null where the act asks for none. */
  readonly key: string | null;
  /** Version the caller has seen; null where none is asked. */
  readonly version: number | null;
  /** Refusals of files found while the form was read. */
  readonly problems?: readonly FieldProblem[];
  /** Hashes behind the ids of files that came with this form. */
  readonly hashes?: ReadonlyMap<string, string>;
}

export interface Performed {
  readonly out: unknown;
  readonly input: Record<string, unknown>;
}

/** May this act be tried at all? Asked before the body is looked at. Throws 401 or 404; 429 at a counted door. */
export async function admit(web: Web, request: FastifyRequest, action: Action): Promise<void> {
  if (action.open) {
    return action.before?.({ ...requestContext(web, request), actor: request.actor, outside: web.db.app });
  }
  const { actor } = request;
  if (actor === null) throw signInNeeded();
  const verb = action.permission ?? action.name;
  if (!web.access.mayEver(actor, verb)) throw await refusedAsMissing(web, request, verb, undefined);
  if (action.fresh && !actor.fresh) throw reauthenticate();
}

/** Does an act on an existing record need the version the caller has seen? */
export function asksVersion(action: Action): boolean {
  return !action.open && !action.unversioned && (action.subject !== undefined || action.version !== undefined);
}

/** Values of an act's path, checked by its own schema: a wrong one is an address that does not exist. */
export function pathInput(action: Action, request: FastifyRequest): Record<string, string> {
  const values = { ...(request.params as Record<string, string>) };
  for (const [name, value] of Object.entries(values)) {
    if (action.input.shape[name]?.safeParse(value).success !== true) throw notFound();
  }
  return values;
}

/**
 * Performs an act: schema, kinds of files, preparation, then one transaction of idempotency key, permission on the subject, version and
 * `run`. Cookies and after-work happen only when it has committed. Throws what was thrown; nothing is left then.
 */
export async function perform(web: Web, request: FastifyRequest, reply: FastifyReply, call: Call): Promise<Performed> {
  const { action } = call;
  const input = readCall(call);
  if (action.open || !action.grave) return carry(web, request, reply, call, input);
  const subject = action.subject?.(input) ?? null;
  const outcome = (facts: Record<string, string>) =>
    logAccess(web, request, 'outcome', { action: action.name, ...facts }, subject);
  await writeAccess(web, request, 'intent', { action: action.name }, subject); // no row, no act
  try {
    const done = await carry(web, request, reply, call, input);
    await outcome({ outcome: 'done' });
    return done;
  } catch (error) {
    await outcome(error instanceof Refusal ? { outcome: 'refused', code: error.code } : { outcome: 'failed' });
    throw error;
  }
}

/**
 * Performs an act as one statement by whom the session belonged to a moment ago, if the statement finds that this still
 * holds. Null when it changed nothing, or something stands against it: then it is asked who acts, and all goes its usual way.
 */
export async function performPresumed(web: Web, request: FastifyRequest, call: Call): Promise<unknown> {
  const { action, version, key } = call;
  const { presumed } = request;
  if (action.open || presumed === null || key === null) return null;
  if (!web.access.mayEver(presumed.actor, action.permission ?? action.name)) return null;
  const input = readCall(call);
  const out = await doneAtOnce(web, request, action, { ask: askOf(web, request, call, key, input), version }, input);
  return out === null ? null : shaped(action, out);
}

async function carry(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
  call: Call,
  input: Record<string, unknown>,
): Promise<Performed> {
  const { action } = call;
  const base = requestContext(web, request);
  await checkKinds(web.db.app, request.actor?.account ?? null, action.input, input);
  const ready = await action.prepare?.({ ...base, actor: request.actor, outside: web.db.app }, input);
  const ask: Ask | null = call.key === null ? null : askOf(web, request, call, call.key, input);
  const short = action.open ? null : await doneAtOnce(web, request, action, { ask, version: call.version }, input);
  if (short !== null) return { out: shaped(action, short), input };
  const effects = new Effects(web, reply);
  const result = await web.db
    .transaction(async (tx) => {
      effects.forget();
      const run = async () => {
        const context = { ...base, tx, actor: request.actor, ...effects.doors() };
        return shaped(action, await runAs(web, call, context, input, ready));
      };
      return { out: ask === null ? await run() : await once(tx, ask, run) };
    })
    .catch(async (error: unknown) => {
      if (error instanceof NotAllowed) throw await refusedAsMissing(web, request, error.verb, error.subject);
      throw error;
    });
  if (action.publicData !== false) web.cache.changed();
  effects.happen();
  return { out: result.out, input };
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

function askOf(web: Web, request: FastifyRequest, call: Call, key: string, input: unknown): Ask {
  const account = request.actor?.account ?? NOBODY;
  return { account, key, action: call.action.name, hash: hashOf(web, call, input) };
}

function readCall(call: Call): Record<string, unknown> {
  if (!call.problems || call.problems.length === 0) return readInput(call.action.input, call.input);
  const refusedFiles = new Set(call.problems.map(({ field }) => field));
  let others: readonly FieldProblem[] = [];
  try {
    readInput(call.action.input, call.input);
  } catch (error) {
    others = error instanceof Error && 'errors' in error ? (error.errors as readonly FieldProblem[]) : [];
  }
  throw invalidFields([...call.problems, ...others.filter(({ field }) => !refusedFiles.has(field))]);
}

/** Thrown inside the transaction and turned into the 404 (with its row in the access log) outside of it. */
class NotAllowed extends Error {
  readonly verb: string;
  readonly subject: string | undefined;
  constructor(verb: string, subject: string | undefined) {
    super(`not allowed: ${verb}`);
    this.verb = verb;
    this.subject = subject;
  }
}

async function runAs(
  web: Web,
  { action, version }: Call,
  context: PublicActionContext,
  input: Record<string, unknown>,
  ready: unknown,
): Promise<unknown> {
  if (action.open) return action.run(context, input, ready);
  const { actor, tx } = context;
  if (actor === null) throw signInNeeded();
  const subject = action.subject?.(input);
  if (subject !== undefined) await allowOn(web, tx, actor, action.permission ?? action.name, subject);
  const acting: ActionContext = {
    ...context,
    actor,
    may: (verb, other) => mayDo(web, tx, actor, verb, other),
    within: (verb, alias) => web.access.within(actor, verb, alias),
  };
  if (!asksVersion(action) || version === null) return action.run(acting, input, ready);
  const current = action.version ? await action.version(tx, input) : await lifeVersion(tx, subject);
  if (current !== version) throw action.version ? stale(current) : await staleSince(tx, subject, current);
  return action.run({ ...acting, expect: { version } }, input, ready);
}

async function allowOn(web: Web, tx: Tx, actor: Actor, verb: string, subject: string): Promise<void> {
  const found = await loadSubject(tx, actor, subject);
  if (found === null || !web.access.may(actor, verb, found)) throw new NotAllowed(verb, subject);
}

async function lifeVersion(tx: Tx, subject: string | undefined): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from hold_subject(${subject})`.execute(tx);
  const [row] = rows;
  if (!row) throw notFound();
  return row.version;
}

const vietnamTime = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * The refusal of an old version, with who was first and when, where the ledger knows. Not for records with a version of
 * their own: saving a draft is no move, so the ledger's last row is of somebody else.
 */
export async function staleSince(tx: Tx, subject: string | undefined, current: number): Promise<Refusal> {
  const [last] = subject === undefined ? [] : await historyOf(tx, subject, { limit: 1 });
  const refusal = stale(current);
  if (!last) return refusal;
  const when = `lúc ${vietnamTime.format(last.at)} ngày ${last.day.split('-').reverse().join('/')}`;
  return new Refusal({
    status: refusal.status,
    code: refusal.code,
    message: `${last.capacity} đã xử lý nội dung này ${when}. So lại với bản đang lưu rồi gửi lần nữa.`,
    ...(refusal.details === undefined ? {} : { details: refusal.details }),
  });
}

/** What goes out, by allowlist: fields the output schema does not name are left out (S15). */
function shaped(action: Action, out: unknown): unknown {
  return action.output ? action.output.parse(out) : (out ?? null);
}

/** Keyed with SECRET, since inputs may hold what nobody should guess from a table. Files count by content. */
function hashOf(web: Web, call: Call, input: unknown): string {
  const text = JSON.stringify(input, (_key, value) => {
    return typeof value === 'string' ? (call.hashes?.get(value) ?? value) : value;
  });
  return createHmac('sha256', web.secret).update(`${call.action.name}\n${text}`).digest('hex');
}

/** Cookies and after-work that wait for the commit; a transaction run again begins with none. */
class Effects {
  readonly #web: Web;
  readonly #reply: FastifyReply;
  #waiting: (() => void)[] = [];

  constructor(web: Web, reply: FastifyReply) {
    this.#web = web;
    this.#reply = reply;
  }

  forget(): void {
    this.#waiting = [];
  }

  doors(): Pick<PublicActionContext, 'setSession' | 'setKnownDevice' | 'afterCommit'> {
    const { config } = this.#web;
    return {
      setSession: (token, seconds) =>
        this.#waiting.push(() => writeToken(this.#reply, config, 'session', token, seconds)),
      setKnownDevice: (token, seconds) =>
        this.#waiting.push(() => writeToken(this.#reply, config, 'device', token, seconds)),
      afterCommit: (work) => this.#waiting.push(work),
    };
  }

  happen(): void {
    for (const effect of this.#waiting) effect();
  }
}
