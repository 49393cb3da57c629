import { sql } from 'kysely';
import {
  acceptDossier as acceptInput,
  reportAdvice as adviceInput,
  type DossierRow,
  dossierRow,
  dueAfter,
  giveSlip,
  holdDossier,
  lateOldDossier,
  scoringBegan,
  tellOffice,
  tellProducer,
} from '#features/dossiers';
import { addDays } from '#law/days';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { formatDay } from '#ui';

interface RoundRecord {
  readonly id: string;
  readonly year: number;
  readonly no: number;
  readonly proposedBefore: string;
  readonly completedBefore: string;
  readonly inclusive: boolean;
}

/**
 * The provincial office takes the dossier into a round, chosen by the day of the commune's proposal (R4.5); it gets the
 * province's slip (R3.10). A round whose cut-off the proposal missed is refused and the next one named.
 */
export const acceptDossier = action({
  name: 'dossier.accept',
  title: 'Đưa vào đợt đánh giá',
  input: acceptInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  run: acceptOne,
});

/** Takes one dossier into a round; the act on many does it to each. */
export async function acceptOne(ctx: ActionContext, given: { id: string; round: string }): Promise<DossierRow> {
  const dossier = await holdDossier(ctx.tx, given.id);
  const round = await roundOf(ctx.tx, given.round, dossier.province.id);
  const { year, no, proposedBefore, completedBefore, inclusive } = round;
  const shown: FactsOf<'dossier.accept'> = {
    round: { level: 'province', year, no, proposedBefore, completedBefore },
    proposedOn: dossier.proposedOn ?? '',
    kind: dossier.kind,
    filedOn: dossier.submittedOn ?? ctx.day,
    lateOldDossier: await lateOldDossier(ctx.tx, dossier, ctx.day),
    cutoffInclusive: inclusive,
  };
  const due = await dueAfter(ctx.tx, 'dossier.accept', dossier.kind, ctx.day);
  const slip = await giveSlip(ctx, dossier, 'province', ctx.actor.name);
  const moved = await carryOut(ctx.tx, ctx, {
    action: 'dossier.accept',
    subject: given.id,
    expect: ctx.expect,
    facts: { round: given.round, year, no, slip: slip.text },
    shown,
    next: { actor: 'province', dueOn: due?.day ?? addDays(completedBefore, -1) },
    effect: async (tx) => {
      await tx.updateTable('dossier').set({ round: given.round }).where('id', '=', given.id).execute();
      const words = {
        subject: `Hồ sơ ${dossier.product.name} vào đợt ${no} năm ${year}`,
        body: `Tỉnh đã nhận hồ sơ, phiếu số ${slip.text}. Đợt đánh giá xong trước ngày ${formatDay(completedBefore)}.`,
      };
      await tellProducer(tx, dossier, words);
      await tellOffice(tx, dossier, 'commune', words);
    },
  });
  return { id: given.id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
}

async function roundOf(tx: Tx, id: string, province: string): Promise<RoundRecord> {
  const { rows } = await sql<RoundRecord>`
    select id, year, no, proposed_before as "proposedBefore", completed_before as "completedBefore", inclusive
      from evaluation_round where id = ${id} and province = ${province} and level = 'province'`.execute(tx);
  if (!rows[0]) throw invalid('round', 'Chọn một đợt đánh giá của tỉnh');
  return rows[0];
}

/** Records the advisory team's report on a dossier: number, day, file. No session starts without it (Art. 7.3.c). */
export const reportAdvice = action({
  name: 'dossier.reportAdvice',
  title: 'Ghi báo cáo của Tổ tư vấn',
  input: adviceInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDossier(ctx.tx, given.id);
    const shown: FactsOf<'dossier.reportAdvice'> = {
      ...{ number: given.number, dated: given.dated },
      scoring: await scoringBegan(ctx.tx, given.id),
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.reportAdvice',
      subject: given.id,
      expect: ctx.expect,
      facts: { number: given.number, dated: given.dated },
      shown,
      effect: async (tx) => {
        if (given.file) await attachFiles(ctx, [given.file], { province: dossier.province.id });
        const columns = {
          number: given.number,
          dated: given.dated,
          file: given.file ?? null,
          summary: given.summary ?? null,
          proposal: given.proposal ?? null,
          recorded_by: ctx.actor.account,
        };
        await tx
          .insertInto('advisory_report')
          .values({ dossier: given.id, ...columns })
          .onConflict((on) => on.column('dossier').doUpdateSet(columns))
          .execute();
      },
    });
    return { id: given.id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
  },
});
