/** The acts on payments. */
import { v7 } from 'uuid';
import { actsById } from '#features/legal-acts';
import { ACT_HOLDS } from '#law/act-validity';
import type { SupportGiven, SupportPolicy } from '#law/support';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { policyMeant } from './policies.ts';
import { findPayment, paidBefore, producerWithin, recognitionsOf } from './queries.ts';
import {
  correctSupport as correctInput,
  recordSupport as recordInput,
  type SupportInput,
  supportRow,
  withdrawSupport as withdrawInput,
} from './schema.ts';

/** Enters what was paid to a producer of the officer's own area. */
export const recordSupport = action({
  name: 'support.record',
  title: 'Ghi khoản hỗ trợ',
  input: recordInput,
  output: supportRow,
  publicData: false,
  async run(ctx, { producer, ...given }) {
    const maker = await producerWithin(ctx.tx, producer, ctx.within('producer.correct', 'l'), ctx.day);
    if (!maker) throw invalid('producer', 'Chọn chủ thể trong địa bàn của bạn.');
    const shown = await shownOf(ctx, producer, given, null);
    const id = v7();
    const { commune, formerUnit, province, earlierUnits } = maker;
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'support', id, action: 'support.record', reach: { producer, commune, province }, shown },
      facts: { ...factsOf(given), producer },
      effect: async (tx) => {
        await tx
          .insertInto('support_payment')
          .values({
            ...{ id, producer, commune, former_unit: formerUnit, province, earlier_units: [...earlierUnits] },
            ...columnsOf(given),
          })
          .execute();
      },
    });
    return { id, version };
  },
});

/** Puts a payment right; what it said before stays in the ledger. */
export const correctSupport = action({
  name: 'support.correct',
  title: 'Sửa khoản hỗ trợ',
  input: correctInput,
  output: supportRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason, ...given }) {
    const former = await findPayment(ctx.tx, id, ctx.day);
    const shown = { ...(await shownOf(ctx, former.producer, given, id)), reason };
    const { item, source, amount, paidOn, decision, policy, recognition } = former;
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'support.correct', subject: id, expect: ctx.expect, reason, shown },
      facts: { ...factsOf(given), before: { item, source, amount, paidOn, decision, policy, recognition } },
      effect: async (tx) => {
        await tx.updateTable('support_payment').set(columnsOf(given)).where('id', '=', id).execute();
      },
    });
    return { id, version };
  },
});

/** Takes a payment away that was entered by mistake; the ledger keeps it. */
export const withdrawSupport = action({
  name: 'support.withdraw',
  title: 'Rút khoản hỗ trợ',
  input: withdrawInput,
  output: supportRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason }) {
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'support.withdraw', subject: id, expect: ctx.expect, reason, shown: { reason } },
    });
    return { id, version };
  },
});

/** What the law judges: the policy as it stands on the day of the payment, the recognition, and whether it was paid before. */
async function shownOf(
  { tx, actor }: ActionContext,
  producer: string,
  given: SupportInput,
  but: string | null,
): Promise<SupportGiven> {
  const policy = given.policy === undefined ? null : await policyMeant(tx, given.policy, actor.area);
  if (policy !== null && policy.item !== given.item)
    throw invalid('item', 'Nội dung hỗ trợ khác với nội dung của chính sách đã chọn.');
  const recognition = given.recognition ?? null;
  const found = recognition === null ? null : (await recognitionsOf(tx, producer)).find(({ id }) => id === recognition);
  if (found === undefined) throw invalid('recognition', 'Chọn một lần công nhận của chủ thể này.');
  const before = await paidBefore(tx, { recognition, policy: policy?.id ?? null, but });
  let law: SupportPolicy | null = null;
  if (policy !== null) {
    const act = (await actsById(tx, [policy.act], given.paidOn)).get(policy.act);
    const state = act?.standing.state ?? 'unknown';
    const { from, to, rates, cap } = policy;
    law = { from, to, rates, cap, actHolds: state === 'unknown' || ACT_HOLDS.includes(state) };
  }
  const paidFor = found === null ? null : { kind: found.kind, star: found.star, issued: found.issued };
  return { amount: given.amount, paidOn: given.paidOn, policy: law, paidFor, before, again: given.again ?? null };
}

const factsOf = ({ item, source, amount, paidOn, decision, policy, recognition, again }: SupportInput) => ({
  ...{ item, source, amount, paidOn, decision },
  ...{ policy: policy ?? null, recognition: recognition ?? null, again: again ?? null },
});
const columnsOf = ({ item, source, amount, paidOn, decision, note, ...given }: SupportInput) => ({
  ...{ item, source, amount, paid_on: paidOn, decision, note: note ?? null },
  ...{ policy: given.policy ?? null, recognition: given.recognition ?? null, again: given.again ?? null },
});
