import { holdDossier, tellOffice, tellProducer } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { notFound } from '#platform/refusal';
import { formatDay } from '#ui';
import { writeAnswer } from './answer.ts';
import { annullable, findReview } from './queries.ts';
import { formerOf, giveBack } from './return.ts';
import { annul as input, type Moved, moved } from './schema.ts';

/**
 * Withdraws a recognition that was not given by the rules: its certificate is worth nothing from the day of the decision,
 * a complaint or request that waits for it is answered with it (Art. 10.1.b), and the certificate it had replaced stands again
 * where the office's setting says so. Another ending than revoking (Art. 8).
 */
export const annul = action({
  name: 'recognition.annul',
  title: 'Thu hồi quyết định công nhận',
  input,
  output: moved,
  fresh: true,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<Moved> {
    const found = await annullable(ctx.tx, given.id);
    if (!found) throw notFound();
    const dossier = found.dossier === null ? null : await holdDossier(ctx.tx, found.dossier);
    const { number, dated, reason } = given;
    const shown: FactsOf<'recognition.annul'> = {
      ...{ number, dated, reason, star: found.star, level: 'province', issuedOn: found.issuedOn },
    };
    const former = await formerOf(ctx.tx, { id: given.id, province: ctx.actor.area }, dated);
    const done = await carryOut(ctx.tx, ctx, {
      action: 'recognition.annul',
      subject: given.id,
      expect: ctx.expect,
      reason,
      facts: {
        ...{ number, dated, star: found.star, signatory: given.signatory },
        ...(former ? { former: former.id, formerStands: former.stands } : {}),
      },
      shown,
      effect: async (tx) => {
        if (given.file)
          await attachFiles(ctx, [given.file], {
            ...(dossier ? { producer: dossier.producer.id, commune: dossier.commune.id } : {}),
            province: ctx.actor.area,
          });
        await tx
          .insertInto('annulment')
          .values({
            ...{ recognition: given.id, review: found.review, number, dated, signatory: given.signatory, reason },
            ...{ file: given.file ?? null, recorded_by: ctx.actor.account },
          })
          .execute();
        await tx
          .updateTable('recognition')
          .set({ ended_on: dated, end_decision: number, end_text_date: dated })
          .where('id', '=', given.id)
          .execute();
      },
    });
    if (former?.stands) await giveBack(ctx, former, { later: given.id, product: found.productId, number, dated });
    if (dossier?.state === 'recognised')
      await carryOut(ctx.tx, ctx, { action: 'dossier.annul', subject: dossier.id, facts: { number, dated } });
    const review = found.review === null ? undefined : await findReview(ctx.tx, found.review);
    if (dossier && review) await writeAnswer(ctx, review, dossier, { outcome: 'annul', number, dated, reason });
    if (dossier) {
      const words = {
        subject: `Thu hồi quyết định công nhận: ${found.product}`,
        body: [
          `Quyết định số ${number} ngày ${formatDay(dated)}. Lý do: ${reason}`,
          former
            ? `Không dùng sao OCOP theo lần công nhận này nữa. Giấy chứng nhận số ${former.code}: ${former.words}`
            : 'Không dùng sao OCOP cho sản phẩm này nữa.',
        ].join('\n'),
      };
      await tellProducer(ctx.tx, dossier, words);
      await tellOffice(ctx.tx, dossier, 'commune', words);
    }
    return { id: given.id, state: done.state, version: done.version };
  },
});
