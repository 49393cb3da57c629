import { sql } from 'kysely';
import { v7 } from 'uuid';
import { endWithUnits } from '#features/bodies';
import { basisText } from '#law/answers';
import { mayChangeUnits } from '#law/unit-change';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut, type MoveContext, system } from '#platform/ledger/ledger';
import { notFound, Refusal, refused } from '#platform/refusal';
import { applyChange } from './apply.ts';
import { type ChangeRecord, factsOf, findChange } from './read.ts';
import { type ChangePlan, type ChangeState, changeAct, changeRow, draftChange as draftInput } from './schema.ts';

/** The whole register of units is one subject of the ledger. */
export async function registerOf(tx: Tx): Promise<string> {
  const kept = await tx.selectFrom('lifecycle').select('id').where('process', '=', 'unitRegister').executeTakeFirst();
  if (!kept) throw refused('Danh mục đơn vị hành chính chưa được nạp.');
  return kept.id;
}

/** The units of a change the law allows, and its communes. Throws its refusal in words. */
async function allowed(tx: Tx, plan: ChangePlan, day: Day, except: string | null = null) {
  const { change, units, communes } = await factsOf(tx, plan, except);
  if (units.length < plan.units.length) throw notFound();
  const law = mayChangeUnits(change, day);
  if (!law.ok) throw new Refusal({ status: 409, code: law.code, message: law.message, basis: basisText(law.basis) });
  return { units, communes };
}

/** What the ledger keeps of a change. */
const factsIn = ({ id, plan: { communes, codes, ...plan } }: { id: string; plan: ChangePlan }) => ({
  change: id,
  ...plan,
  ...(communes === undefined ? {} : { communes }),
  ...(codes === undefined ? {} : { codes }),
  made: plan.made.map((one) => ({ ...one })),
});

/** Writes a change down; nothing follows from it until it is recorded. */
export const draftChange = action({
  name: 'unitRegister.draft',
  title: 'Soạn thay đổi đơn vị hành chính',
  input: draftInput,
  output: changeRow,
  async run(ctx, plan) {
    return { id: await writeDraft(ctx, plan), state: 'drafted' };
  },
});

/** Writes one draft the law allows; answers its id. Throws the law's refusal in words. */
export async function writeDraft(ctx: ActionContext, plan: ChangePlan): Promise<string> {
  await allowed(ctx.tx, plan, ctx.day);
  const id = v7();
  await carryOut(ctx.tx, ctx, {
    action: 'unitRegister.draft',
    subject: await registerOf(ctx.tx),
    facts: factsIn({ id, plan }),
    effect: async (tx) => {
      const { kind, number: act, dated: act_date, effectiveOn: effective_on, units } = plan;
      await tx
        .insertInto('unit_change')
        .values({ id, kind, act, act_date, effective_on, units, plan: JSON.stringify(plan) })
        .execute();
    },
  });
  return id;
}

/** A change in one of these states, held for this act. */
async function held(tx: Tx, id: string, states: readonly ChangeState[]): Promise<ChangeRecord> {
  const change = await findChange(tx, id, true);
  if (!change) throw notFound();
  if (!states.includes(change.state)) throw refused('Thay đổi này đã được xử lý. Tải lại trang để xem tình trạng.');
  return change;
}

async function setState(tx: Tx, id: string, state: ChangeState): Promise<void> {
  await tx.updateTable('unit_change').set({ state, problem: null }).where('id', '=', id).execute();
}

/** Records a change of a later day: it waits, and can be taken back until then. */
export const planChange = action({
  name: 'unitRegister.plan',
  title: 'Ghi thay đổi đơn vị hành chính chờ ngày hiệu lực',
  input: changeAct,
  output: changeRow,
  unversioned: true,
  async run(ctx, { id }) {
    const change = await held(ctx.tx, id, ['drafted']);
    if (change.effectiveOn <= ctx.day) throw refused('Ngày có hiệu lực đã đến; bấm “Thực hiện thay đổi”.');
    await allowed(ctx.tx, change.plan, ctx.day);
    await carryOut(ctx.tx, ctx, {
      action: 'unitRegister.plan',
      subject: await registerOf(ctx.tx),
      facts: factsIn(change),
      effect: (tx) => setState(tx, id, 'planned'),
    });
    return { id, state: 'planned' };
  },
});

/** Puts a change of today or before into the register, with all that follows. */
export const carryOutChange = action({
  name: 'unitRegister.change',
  title: 'Thực hiện thay đổi đơn vị hành chính',
  input: changeAct,
  output: changeRow,
  unversioned: true,
  async run(ctx, { id }) {
    const change = await held(ctx.tx, id, ['drafted', 'planned']);
    if (change.effectiveOn > ctx.day) throw refused('Chưa đến ngày có hiệu lực.');
    await takeEffect(ctx.tx, ctx, change);
    return { id, state: 'effective' };
  },
});

/** Everything of a province in one transaction takes longer than an everyday statement may. */
const WHOLE_PROVINCE_MS = '300000';

async function takeEffect(tx: Tx, hand: MoveContext, change: ChangeRecord): Promise<void> {
  const found = await allowed(tx, change.plan, hand.day, change.id);
  await sql`select set_config('statement_timeout', ${WHOLE_PROVINCE_MS}, true)`.execute(tx);
  await carryOut(tx, hand, {
    action: 'unitRegister.change',
    subject: await registerOf(tx),
    facts: factsIn(change),
    effect: async (inner) => {
      await applyChange(inner, { id: change.id, plan: change.plan, ...found });
      await setState(inner, change.id, 'effective');
    },
  });
  const { units: touched, number: act, effectiveOn } = change.plan;
  await endWithUnits(tx, { units: touched, act, effectiveOn, day: hand.day });
}

/** Takes back a change that is not in effect. */
export const cancelChange = action({
  name: 'unitRegister.cancel',
  title: 'Bỏ thay đổi đơn vị hành chính',
  input: changeAct,
  output: changeRow,
  unversioned: true,
  async run(ctx, { id }) {
    const change = await held(ctx.tx, id, ['drafted', 'planned']);
    await carryOut(ctx.tx, ctx, {
      action: 'unitRegister.cancel',
      subject: await registerOf(ctx.tx),
      facts: factsIn(change),
      effect: (tx) => setState(tx, id, 'cancelled'),
    });
    return { id, state: 'cancelled' };
  },
});

/**
 * Puts every change whose day has come into the register, each in its own transaction. One the register no longer allows
 * stays waiting and says why. Answers how many took effect.
 */
export async function applyDueChanges(db: Database, day: Day): Promise<number> {
  const due = await db.app
    .selectFrom('unit_change')
    .select('id')
    .where('state', '=', 'planned')
    .where('effective_on', '<=', day)
    .orderBy('effective_on')
    .orderBy('id')
    .execute();
  const hand = {
    actor: system('unit-changes', 'Thay đổi đơn vị hành chính đến ngày hiệu lực'),
    day,
    requestId: 'unit-changes',
  };
  let done = 0;
  for (const { id } of due) {
    try {
      await db.transaction(async (tx) => takeEffect(tx, hand, await held(tx, id, ['planned'])));
      done += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await db.app.updateTable('unit_change').set({ problem: error.message }).where('id', '=', id).execute();
    }
  }
  return done;
}
