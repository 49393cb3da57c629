import { holdDossier, tellOffice, tellProducer } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import { meanText } from '#law/stars';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { refused } from '#platform/refusal';
import { formatDay } from '#ui';
import { centralResult } from './queries.ts';
import { evaluateAgain as againInput, type MovedRow, movedRow, returnResult as returnInput } from './schema.ts';

/** The Ministry tells the province a result below five stars; the province goes on from there (Art. 7.4.g). */
export const returnResult = action({
  name: 'dossier.returnResult',
  title: 'Thông báo kết quả chưa đạt 5 sao cho tỉnh',
  input: returnInput,
  output: movedRow,
  publicData: false,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<MovedRow> {
    const dossier = await holdDossier(ctx.tx, given.id);
    const result = await centralResult(ctx.tx, given.id);
    if (!result) throw refused('Hội đồng cấp trung ương chưa có kết quả cho hồ sơ này.');
    const shown: FactsOf<'dossier.returnResult'> = { number: given.number, dated: given.dated, star: result.star };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.returnResult',
      subject: given.id,
      expect: ctx.expect,
      facts: { number: given.number, dated: given.dated, star: result.star, text: meanText(result) },
      shown,
      effect: async (tx) => {
        if (given.file) await attachFiles(ctx, [given.file], { province: dossier.province.id });
        await tx
          .insertInto('central_notice')
          .values({
            dossier: given.id,
            session: result.session,
            number: given.number,
            dated: given.dated,
            file: given.file ?? null,
            recorded_by: ctx.actor.account,
          })
          .execute();
        const words = {
          subject: `Bộ trả kết quả: ${dossier.product.name}`,
          body: `Hội đồng cấp trung ương chấm ${meanText(result)} điểm, chưa đạt 5 sao (thông báo số ${given.number} ngày ${formatDay(given.dated)}). Tỉnh xem xét công nhận 3 sao, 4 sao hoặc tổ chức đánh giá lại.`,
        };
        await tellOffice(tx, dossier, 'province', words);
        await tellProducer(tx, dossier, words);
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

/** The province evaluates again within its own competence instead of following the central result (Art. 7.4.g). */
export const evaluateAgain = action({
  name: 'dossier.evaluateAgain',
  title: 'Tổ chức đánh giá lại ở tỉnh',
  input: againInput,
  output: movedRow,
  publicData: false,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, { id, reason }): Promise<MovedRow> {
    const dossier = await holdDossier(ctx.tx, id);
    const shown: FactsOf<'dossier.evaluateAgain'> = { reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.evaluateAgain',
      subject: id,
      expect: ctx.expect,
      reason,
      facts: {},
      shown,
      effect: (tx) =>
        tellProducer(tx, dossier, {
          subject: `Tỉnh đánh giá lại: ${dossier.product.name}`,
          body: `Hồ sơ trở lại đợt đánh giá của tỉnh, theo Điều 7 khoản 4 điểm g. Lý do: ${reason}`,
        }),
    });
    return { id, state: moved.state, version: moved.version };
  },
});
