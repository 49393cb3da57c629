import { v7 } from 'uuid';
import { type DossierRecord, givenResult, holdDossier, tellOffice } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import { REVIEW_WISHES, type ReviewWish } from '#law/review';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { beget } from '#platform/ledger/ledger';
import { formatDay } from '#ui';
import { dueOn, reach } from './complain.ts';
import { request as input, type Moved, moved } from './schema.ts';

/** The Ministry asks a province to evaluate again, or to withdraw a recognition wrongly given (Art. 10.1.b). */
export const request = action({
  name: 'review.request',
  title: 'Đề nghị tỉnh xem xét lại kết quả',
  input,
  output: moved,
  publicData: false,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<Moved> {
    const dossier = await holdDossier(ctx.tx, given.id);
    return sendRequest(ctx, dossier, given);
  },
});

interface Asked {
  readonly wish: ReviewWish;
  readonly number: string;
  readonly dated: string;
  readonly reason: string;
  readonly file?: string | undefined;
}

/** Writes the request and tells the province; the dossier's row is locked by the caller. */
export async function sendRequest(ctx: ActionContext, dossier: DossierRecord, asked: Asked): Promise<Moved> {
  const result = await givenResult(ctx.tx, dossier.id);
  const { wish, number, dated, reason, file } = asked;
  const province = dossier.province.id;
  const shown: FactsOf<'review.request'> = {
    ...{ number, dated, reason, wish, state: dossier.state },
    level: result?.level ?? 'province',
    pending: typeof result?.pending === 'string',
  };
  const id = v7();
  const birth = await beget(ctx.tx, ctx, {
    process: 'review',
    id,
    action: 'review.request',
    reach: reach(dossier),
    facts: { dossier: dossier.id, wish, number, dated },
    reason,
    shown,
    next: { actor: 'province', dueOn: await dueOn(ctx.tx, 'requestAnswerDays', province, ctx.day) },
    effect: async (tx) => {
      if (file) await attachFiles(ctx, [file], { province });
      await tx
        .insertInto('review')
        .values({
          ...{
            id,
            dossier: dossier.id,
            kind: 'ministry',
            number,
            dated,
            instance: 'province',
            level: 'province',
            wish,
          },
          ...{ content: reason, file: file ?? null, entered_by: ctx.actor.account },
        })
        .execute();
      await tellOffice(tx, dossier, 'province', {
        subject: `Bộ đề nghị: ${REVIEW_WISHES[wish].toLocaleLowerCase('vi')}, ${dossier.product.name}`,
        body: `Văn bản số ${number} ngày ${formatDay(dated)}. ${reason}`,
      });
    },
  });
  return { id, state: birth.state, version: birth.version };
}
