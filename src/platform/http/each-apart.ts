/** Acts on many things in one request, each by itself: what one refuses undoes nothing of the others (U25). */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { once } from '../idempotency/idempotency.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { ActionContext } from './context.ts';
import { integer, uuid } from './fields.ts';
import { staleSince } from './perform.ts';

/** What stands for each thing in the input: which one, the version seen, and the key of this one act (Q4, Q5). */
export const oneOfMany = z.strictObject({
  id: uuid({ label: 'Hồ sơ' }),
  version: integer({ label: 'Phiên bản', min: 0, max: 999_999_999 }),
  key: z
    .string()
    .regex(/^[\w.:-]{8,200}$/)
    .meta({ label: 'Mã của việc' }),
});
type OneOfMany = z.output<typeof oneOfMany>;

/** What became of one: what the act answered, or why it was refused. */
export type Outcome<Item, Out> =
  | { readonly item: Item; readonly done: true; readonly out: Out }
  | { readonly item: Item; readonly done: false; readonly refusal: Refusal };

/**
 * Does an act to each item in the caller's transaction, behind a savepoint of its own: permission, key, version, then `run`
 * with the version as `expect`. Refusals are collected in the order given; any other error undoes everything.
 */
export async function eachApart<Item extends OneOfMany, Out>(
  ctx: ActionContext,
  action: string,
  items: readonly Item[],
  run: (ctx: ActionContext, item: Item) => Promise<Out>,
): Promise<Outcome<Item, Out>[]> {
  const outcomes = new Map<string, Outcome<Item, Out>>();
  const inOrderOfLocks = [...items].sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const item of inOrderOfLocks) {
    await sql`savepoint one_of_many`.execute(ctx.tx);
    try {
      const { key, ...rest } = item;
      const hash = createHmac('sha256', ctx.secret)
        .update(JSON.stringify([action, rest]))
        .digest('hex');
      const ask = { account: ctx.actor.account, key, action, hash };
      const out = await once(ctx.tx, ask, () => runOne(ctx, action, item, run));
      outcomes.set(item.id, { item, done: true, out });
      await sql`release savepoint one_of_many`.execute(ctx.tx);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await sql`rollback to savepoint one_of_many`.execute(ctx.tx);
      if (error.status === 404) await logRefused(ctx, action, item.id);
      outcomes.set(item.id, { item, done: false, refusal: error });
    }
  }
  return items.flatMap(({ id }) => outcomes.get(id) ?? []);
}

async function runOne<Item extends OneOfMany, Out>(
  ctx: ActionContext,
  action: string,
  item: Item,
  run: (ctx: ActionContext, item: Item) => Promise<Out>,
): Promise<Out> {
  if (!(await ctx.may(action, item.id))) throw notFound('Không tìm thấy hồ sơ này trong địa bàn của bạn.');
  const { rows } = await sql<{ version: number }>`select version from hold_subject(${item.id})`.execute(ctx.tx);
  const current = rows[0]?.version ?? 0;
  if (current !== item.version) throw await staleSince(ctx.tx, item.id, current);
  return run({ ...ctx, expect: { version: item.version } }, item);
}

/** Somebody else's thing among the many: known to the auditor like every other try (S13). */
async function logRefused({ tx, actor, address, requestId }: ActionContext, verb: string, subject: string) {
  await tx
    .insertInto('access_log')
    .values({
      kind: 'refused',
      account: actor.account,
      actor_name: actor.name,
      capacity: actor.capacity,
      address,
      request_id: requestId,
      subject,
      facts: JSON.stringify({ verb }),
    })
    .execute();
}
