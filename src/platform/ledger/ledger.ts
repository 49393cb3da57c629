/**
 * The only way to move anything: `carryOut` locks the subject, finds the step, asks policy and law, writes one row of the
 * ledger (the row is the move: the database makes the change of state from it) and runs the effect, in the caller's
 * transaction. `beget` does the same for a subject that is born.
 */
import { sql } from 'kysely';
import { handlerOf, type Pass, type Subject, seatsOf } from '../access/access.ts';
import type { Actor } from '../actor.ts';
import type { Day } from '../clock.ts';
import { codeOf } from '../db/connect.ts';
import type { Tx } from '../db/database.ts';
import { type Json, notFound, Refusal, stale } from '../refusal.ts';
import type { InPlaceOf } from './read.ts';
import { type RuleStep, rules } from './rules.ts';

/** A command of the system instead of a person; policy is not asked, the law is. */
export interface SystemActor {
  readonly account: `system:${string}`;
  readonly name: string;
  readonly capacity: string;
}

/** Who moves, on which legal day; an ActionContext is one. */
export interface MoveContext {
  readonly actor: Actor | SystemActor;
  readonly day: Day;
  readonly requestId: string;
  readonly address?: string;
}

export interface Next {
  /** The office that must act now; null: nobody. */
  actor: string | null;
  dueOn: Day | null;
}

export interface Moved {
  state: string;
  /** Number of the ledger row. */
  no: number;
  /** Moves of the subject so far. */
  version: number;
}

interface MoveParts {
  action: string;
  reason?: string;
  /** Kept in the ledger for ever: what was decided, before and after, hashes. Never a secret. */
  facts?: Json;
  /** Facts of the case the law judges by; the kept facts when left out. */
  shown?: object;
  /** Who acts next and by when; what the law's table says when left out, and the usual term of the state where no day is named. */
  next?: Next;
  /** What follows in the tables; its failure undoes the move. */
  effect?: (tx: Tx, moved: Moved) => Promise<void>;
}

export interface Move extends MoveParts {
  subject: string;
  /** The version the caller has seen: refused as stale when there is a newer one (Q5). */
  expect?: { version?: number } | undefined;
}

export interface Birth extends MoveParts {
  process: string;
  id: string;
  /** Whose it is: reach of the policy table. */
  reach: { producer?: string | null; commune?: string | null; province?: string | null };
}

/** The actor of a command: `system('loadUnits', 'Nạp danh mục đơn vị')`. */
export function system(command: string, capacity: string): SystemActor {
  return { account: `system:${command}`, name: 'Hệ thống', capacity };
}

/**
 * Moves a subject. Never tried again by itself.
 * @throws Refusal notFound (404: no such subject, or not within reach), `moved` (409: somebody else was first; says who and
 *   when), stale (409: newer version), or the law's refusal (409 with its basis)
 */
export async function carryOut(tx: Tx, ctx: MoveContext, move: Move): Promise<Moved> {
  const held = await hold(tx, ctx.actor, move.subject);
  if (held === null) throw notFound();
  const pass = askPolicy(ctx.actor, move.action, held);
  const step = rules().findStep(move.action, held.state);
  if (step === undefined || step.process !== held.process) throw await wasMoved(tx, ctx.actor, held.id);
  const expected = move.expect?.version;
  if (expected !== undefined && expected !== held.version) throw stale(held.version);
  return write(tx, ctx, move, step, held, pass);
}

/** Lets a subject be born in the state `new` and makes its first move. Throws Refusals as `carryOut` does. */
export async function beget(tx: Tx, ctx: MoveContext, birth: Birth): Promise<Moved> {
  const { producer = null, commune = null, province = null } = birth.reach;
  const newborn = { id: birth.id, process: birth.process, state: 'new', producer, commune, province };
  const pass = askPolicy(ctx.actor, birth.action, { ...newborn, seats: [] });
  const step = rules().findStep(birth.action, newborn.state);
  if (step === undefined || step.process !== birth.process)
    throw new Error(`${birth.action} is no birth of ${birth.process}`);
  await tx
    .insertInto('lifecycle')
    .values({ id: birth.id, process: birth.process, producer, commune, province })
    .execute();
  return write(tx, ctx, birth, step, { ...newborn, nextActor: null, dueOn: null }, pass);
}

interface Held extends Subject {
  process: string;
  version: number;
  nextActor: string | null;
  dueOn: Day | null;
}

async function hold(tx: Tx, actor: MoveContext['actor'], id: string): Promise<Held | null> {
  const person = isSystem(actor) ? null : actor;
  const { rows } = await sql<Held>`
    select l.id, l.process, l.state, l.version, l.producer, l.commune, l.province, ${seatsOf(person)} as seats,
           ${handlerOf(person, 'l')} as handler, l.next_actor as "nextActor", l.due_on as "dueOn"
      from hold_subject(${id}) l`.execute(tx);
  return rows[0] ?? null;
}

function askPolicy(actor: MoveContext['actor'], action: string, subject: Subject): Pass {
  if (isSystem(actor)) return 'own';
  const pass = rules().passOf(actor, action, subject);
  if (pass === null) throw notFound();
  return pass;
}

type Before = Pick<Held, 'id' | 'process' | 'state' | 'province' | 'nextActor' | 'dueOn'>;

async function write(
  tx: Tx,
  ctx: MoveContext,
  parts: MoveParts,
  step: RuleStep,
  before: Before,
  pass: Pass,
): Promise<Moved> {
  const law = rules().needs(parts.action, parts.shown ?? objectOf(parts.facts), ctx.day);
  if (!law.ok) {
    const { code, message, basis, missing } = law;
    throw new Refusal({ status: 409, code, message, basis, ...(missing ? { details: { missing } } : {}) });
  }
  refuseSecrets(parts.facts ?? null);
  const next = await withTerm(
    tx,
    ctx.day,
    { action: parts.action, ...(parts.next ?? nextOf(step, before)) },
    step,
    before,
  );
  try {
    const { no, version } = await tx
      .insertInto('ledger')
      .values({
        subject: before.id,
        process: before.process,
        action: parts.action,
        from_state: before.state,
        to_state: step.to,
        actor: ctx.actor.account,
        actor_name: ctx.actor.name,
        capacity: ctx.actor.capacity,
        in_place_of: pass === 'own' ? null : JSON.stringify(placeOf(pass)),
        day: ctx.day,
        request_id: ctx.requestId,
        address: ctx.address ?? null,
        reason: parts.reason ?? null,
        facts: JSON.stringify(parts.facts ?? {}),
        next_actor: next.actor,
        due_on: next.dueOn,
      })
      .returning(['no', 'version'])
      .executeTakeFirstOrThrow();
    const moved = { state: step.to, no, version };
    await parts.effect?.(tx, moved);
    return moved;
  } catch (error) {
    if (codeOf(error) === 'OC001')
      throw movedRefusal('Nội dung này đã có người khác xử lý. Tải lại trang để xem bước hiện tại.');
    throw error;
  }
}

/** What the row keeps of the colleague in whose place somebody acted, and of the paper that orders it. */
function placeOf({ account, name, capacity, delegation, paper }: Exclude<Pass, 'own'>): InPlaceOf {
  return { account, name, capacity, delegation, paper };
}

function nextOf(step: RuleStep, before: Before): Next {
  return step.next === 'same' ? { actor: before.nextActor, dueOn: before.dueOn } : { actor: step.next, dueOn: null };
}

/** Gives who acts next the usual term of the state, when the move leads to another one and names no day itself. */
async function withTerm(
  tx: Tx,
  day: Day,
  { action, ...next }: Next & { action: string },
  { process, to }: RuleStep,
  before: Before,
): Promise<Next> {
  if (next.actor === null || next.dueOn !== null || to === before.state) return next;
  const led = { action, process, state: to, province: before.province, kept: before.dueOn };
  return { actor: next.actor, dueOn: await rules().dueOn(tx, led, day) };
}

const vietnamTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** Says in words who was first and when; the subject is not in a state this act starts from. */
async function wasMoved(tx: Tx, actor: MoveContext['actor'], subject: string): Promise<Refusal> {
  const last = await tx
    .selectFrom('ledger')
    .select(['at', 'actor', 'capacity', 'action', 'to_state'])
    .where('subject', '=', subject)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return movedRefusal('Nội dung này chưa được lập xong. Tải lại trang rồi thử lại.');
  const part = Object.fromEntries(vietnamTime.formatToParts(last.at).map(({ type, value }) => [type, value]));
  const when = `lúc ${part.hour}:${part.minute} ngày ${part.day}/${part.month}/${part.year}`;
  const message =
    last.actor === actor.account
      ? `Bạn đã xử lý nội dung này ${when}. Tải lại trang để xem bước hiện tại.`
      : `Nội dung này đã có người khác xử lý: ${last.capacity}, ${when}. Tải lại trang để xem bước hiện tại.`;
  return movedRefusal(message, {
    state: last.to_state,
    action: last.action,
    at: last.at.toISOString(),
    by: last.capacity,
  });
}

function movedRefusal(message: string, details: Json = {}): Refusal {
  return new Refusal({ status: 409, code: 'moved', message, details });
}

const SECRET_NAME = /password|secret|token|totp|recovery.?code|private.?key/i;

/** The ledger is for ever and widely read: a text under a name like these is a mistake of ours, not of the user. */
function refuseSecrets(facts: Json, name = ''): void {
  if (typeof facts === 'string' && SECRET_NAME.test(name)) throw new Error(`The fact "${name}" looks like a secret`);
  if (facts === null || typeof facts !== 'object') return;
  for (const [key, value] of Object.entries(facts)) {
    if (value !== undefined) refuseSecrets(value, Array.isArray(facts) ? name : key);
  }
}

function objectOf(facts: Json | undefined): object {
  return facts !== null && typeof facts === 'object' ? facts : {};
}

function isSystem(actor: MoveContext['actor']): actor is SystemActor {
  return actor.account.startsWith('system:');
}
