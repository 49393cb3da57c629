import { type DossierRecord, dueAfter, givenResult, holdDossier, tellOffice, tellProducer } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import { REVIEW_OUTCOMES, type ReviewOutcome } from '#law/review';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { carryOut, type Moved as LedgerMoved } from '#platform/ledger/ledger';
import { notFound } from '#platform/refusal';
import { formatDay } from '#ui';
import { reach } from './complain.ts';
import { findReview, type Review } from './queries.ts';
import { sendRequest } from './request.ts';
import { answer as input, type Moved, moved } from './schema.ts';
import { officeOf } from './settle.ts';

/** The office answers in writing: the result stands, or the evaluation is done again, in the same transaction. */
export const answer = action({
  name: 'review.answer',
  title: 'Trả lời việc xem xét lại',
  input,
  output: moved,
  publicData: false,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<Moved> {
    const review = await findReview(ctx.tx, given.id);
    if (!review) throw notFound();
    const dossier = await holdDossier(ctx.tx, review.dossier);
    const done = await writeAnswer(ctx, review, dossier, given, ctx.expect);
    if (given.outcome === 'redo') await redo(ctx, review, dossier, given);
    return { id: given.id, state: done.state, version: done.version };
  },
});

interface Answer {
  readonly outcome: ReviewOutcome;
  readonly number: string;
  readonly dated: string;
  readonly reason: string;
  readonly file?: string | undefined;
}

/** Records the answer of a matter and tells the parties. */
export async function writeAnswer(
  ctx: ActionContext,
  review: Review,
  dossier: DossierRecord,
  { outcome, number, dated, reason, file }: Answer,
  expect?: ActionContext['expect'],
): Promise<LedgerMoved> {
  const shown: FactsOf<'review.answer'> = {
    ...{ office: officeOf(ctx.actor.role), instance: review.instance },
    ...{ outcome, number, dated, reason },
  };
  return carryOut(ctx.tx, ctx, {
    action: 'review.answer',
    subject: review.id,
    expect,
    reason,
    facts: { outcome, number, dated },
    shown,
    effect: async (tx) => {
      if (file) await attachFiles(ctx, [file], reach(dossier));
      await tx
        .updateTable('review')
        .set({
          ...{ outcome, answer_number: number, answer_dated: dated, answer: reason },
          ...(file ? { answer_file: file } : {}),
        })
        .where('id', '=', review.id)
        .execute();
      const words = {
        subject: `Trả lời ${review.kind === 'complaint' ? 'khiếu nại' : 'đề nghị của Bộ'} số ${review.number}: ${review.product}`,
        body: `${REVIEW_OUTCOMES[outcome]}, theo văn bản số ${number} ngày ${formatDay(dated)}. ${reason}`,
      };
      if (review.kind === 'complaint') {
        await tellProducer(tx, dossier, words);
        await tellOffice(tx, dossier, 'commune', words);
      } else await tellOffice(tx, dossier, 'ministry', words);
    },
  });
}

/** Back to where the evaluation went wrong. A province's result is its own: the Ministry asks for it (Art. 10.1.b). */
async function redo(ctx: ActionContext, review: Review, dossier: DossierRecord, given: Answer): Promise<void> {
  const { number, dated, reason } = given;
  const byMinistry = officeOf(ctx.actor.role) === 'ministry';
  if (byMinistry && review.level === 'province') {
    await sendRequest(ctx, dossier, { wish: 'redo', number, dated, reason });
    return;
  }
  const result = await givenResult(ctx.tx, dossier.id);
  const paper = { number, dated, reason };
  const facts = { number, dated, review: review.id };
  if (byMinistry) {
    const shown: FactsOf<'dossier.redoCentral'> = { ...paper, level: review.level };
    await carryOut(ctx.tx, ctx, { action: 'dossier.redoCentral', subject: dossier.id, reason, facts, shown });
  } else {
    const hadRound = result?.hadRound === true;
    const shown: FactsOf<'dossier.redo' | 'dossier.reopen'> = { ...paper, hadRound };
    const due = hadRound ? undefined : await dueAfter(ctx.tx, 'dossier.reopen', dossier.kind, ctx.day);
    await carryOut(ctx.tx, ctx, {
      ...(hadRound
        ? { action: 'dossier.redo' }
        : { action: 'dossier.reopen', next: { actor: 'commune', dueOn: due?.day ?? null } }),
      ...{ subject: dossier.id, reason, facts, shown },
    });
  }
  await tellProducer(ctx.tx, dossier, {
    subject: `Đánh giá lại: ${dossier.product.name}`,
    body: `Kết quả được xem xét lại theo văn bản số ${number} ngày ${formatDay(dated)}. Giấy chứng nhận đã cấp, nếu có, vẫn dùng đến khi có quyết định mới.`,
  });
}
