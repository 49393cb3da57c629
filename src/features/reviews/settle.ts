import { holdDossier, tellOffice, tellProducer } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { notFound } from '#platform/refusal';
import { formatDay } from '#ui';
import { dueOn } from './complain.ts';
import { findReview } from './queries.ts';
import {
  accept as acceptInput,
  decline as declineInput,
  type Moved,
  moved,
  withdraw as withdrawInput,
} from './schema.ts';

/** The office an actor answers for. */
export const officeOf = (role: string) => (role === 'ministry' ? 'ministry' : 'province');

/** The office takes a complaint up: from this day it has its term for the answer. */
export const accept = action({
  name: 'review.accept',
  title: 'Thụ lý khiếu nại',
  input: acceptInput,
  output: moved,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id }): Promise<Moved> {
    const review = await findReview(ctx.tx, id);
    if (!review) throw notFound();
    const shown: FactsOf<'review.accept'> = { office: officeOf(ctx.actor.role), instance: review.instance };
    const until = await dueOn(ctx.tx, 'complaintAnswerDays', review.provinceId, ctx.day);
    const done = await carryOut(ctx.tx, ctx, {
      action: 'review.accept',
      subject: id,
      expect: ctx.expect,
      facts: { number: review.number },
      shown,
      next: { actor: review.instance, dueOn: until },
      effect: async (tx) => {
        await tx.updateTable('review').set({ accepted_on: ctx.day }).where('id', '=', id).execute();
        await tellProducer(tx, await holdDossier(tx, review.dossier), {
          subject: `Đã thụ lý khiếu nại ${review.number}`,
          body: `Khiếu nại về ${review.product} được thụ lý ngày ${formatDay(ctx.day)}, trả lời chậm nhất ngày ${formatDay(until)}.`,
        });
      },
    });
    return { id, state: done.state, version: done.version };
  },
});

/** The office does not take a complaint up, and says why. */
export const decline = action({
  name: 'review.decline',
  title: 'Không thụ lý khiếu nại',
  input: declineInput,
  output: moved,
  publicData: false,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, { id, reason }): Promise<Moved> {
    const review = await findReview(ctx.tx, id);
    if (!review) throw notFound();
    const shown: FactsOf<'review.decline'> = { office: officeOf(ctx.actor.role), instance: review.instance, reason };
    const done = await carryOut(ctx.tx, ctx, {
      action: 'review.decline',
      subject: id,
      expect: ctx.expect,
      reason,
      facts: { number: review.number },
      shown,
      effect: async (tx) =>
        tellProducer(tx, await holdDossier(tx, review.dossier), {
          subject: `Không thụ lý khiếu nại ${review.number}`,
          body: `Khiếu nại về ${review.product} không được thụ lý. Lý do: ${reason}`,
        }),
    });
    return { id, state: done.state, version: done.version };
  },
});

/** The producer takes its complaint back before it is answered. */
export const withdraw = action({
  name: 'review.withdraw',
  title: 'Rút khiếu nại',
  input: withdrawInput,
  output: moved,
  publicData: false,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, { id }): Promise<Moved> {
    const review = await findReview(ctx.tx, id);
    if (!review) throw notFound();
    const done = await carryOut(ctx.tx, ctx, {
      action: 'review.withdraw',
      subject: id,
      expect: ctx.expect,
      facts: { number: review.number },
      effect: async (tx) =>
        tellOffice(tx, await holdDossier(tx, review.dossier), review.instance, {
          subject: `Chủ thể rút khiếu nại ${review.number}`,
          body: `${review.producer} rút khiếu nại về ${review.product}.`,
        }),
    });
    return { id, state: done.state, version: done.version };
  },
});
