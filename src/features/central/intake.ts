import { dueAfter, holdDossier, lastPackage, scoringBegan, tellOffice, tellProducer } from '#features/dossiers';
import { addDays } from '#law/days';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { formatDay } from '#ui';
import { centralRounds } from './queries.ts';
import { reportCentralAdvice as adviceInput, type MovedRow, movedRow, takeIn as takeInInput } from './schema.ts';

/** The Ministry's office receives the package into a round, chosen by the day of the province's letter (Art. 5.2, 7.4.a). */
export const takeIn = action({
  name: 'dossier.takeIn',
  title: 'Bộ tiếp nhận hồ sơ vào đợt',
  input: takeInInput,
  output: movedRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, given): Promise<MovedRow> {
    const dossier = await holdDossier(ctx.tx, given.id);
    const round = (await centralRounds(ctx.tx)).find((one) => one.id === given.round);
    if (!round) throw invalid('round', 'Chọn một đợt đánh giá của Bộ');
    const letter = await lastPackage(ctx.tx, given.id);
    if (!letter) throw refused('Tỉnh chưa gửi hồ sơ này.');
    const { year, no, proposedBefore, completedBefore, inclusive } = round;
    const shown: FactsOf<'dossier.takeIn'> = {
      round: { level: 'central', year, no, proposedBefore, completedBefore },
      sentOn: letter.letterDate,
      cutoffInclusive: inclusive,
    };
    const due = await dueAfter(ctx.tx, 'dossier.takeIn', dossier.kind, ctx.day);
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.takeIn',
      subject: given.id,
      expect: ctx.expect,
      facts: { round: given.round, year, no },
      shown,
      next: { actor: 'ministry', dueOn: due?.day ?? addDays(completedBefore, -1) },
      effect: async (tx) => {
        await tx.updateTable('dossier').set({ central_round: given.round }).where('id', '=', given.id).execute();
        const words = {
          subject: `Bộ tiếp nhận hồ sơ ${dossier.product.name}, đợt ${no} năm ${year}`,
          body: `Đợt đánh giá của Bộ xong trước ngày ${formatDay(completedBefore)}.`,
        };
        await tellOffice(tx, dossier, 'province', words);
        await tellProducer(tx, dossier, words);
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

/** Records the report of the central advisory team: number, day, file (Art. 7.4.c). No central session starts without it. */
export const reportCentralAdvice = action({
  name: 'dossier.reportCentralAdvice',
  title: 'Ghi báo cáo của Tổ tư vấn trung ương',
  input: adviceInput,
  output: movedRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, given): Promise<MovedRow> {
    await holdDossier(ctx.tx, given.id);
    const shown: FactsOf<'dossier.reportCentralAdvice'> = {
      ...{ number: given.number, dated: given.dated },
      scoring: await scoringBegan(ctx.tx, given.id),
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.reportCentralAdvice',
      subject: given.id,
      expect: ctx.expect,
      facts: { number: given.number, dated: given.dated },
      shown,
      effect: async (tx) => {
        if (given.file) await attachFiles(ctx, [given.file], {});
        const columns = {
          number: given.number,
          dated: given.dated,
          file: given.file ?? null,
          summary: given.summary ?? null,
          proposal: given.proposal ?? null,
          recorded_by: ctx.actor.account,
        };
        await tx
          .insertInto('central_advice')
          .values({ dossier: given.id, ...columns })
          .onConflict((on) => on.column('dossier').doUpdateSet(columns))
          .execute();
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});
