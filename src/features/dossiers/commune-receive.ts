import { sql } from 'kysely';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { formatDay } from '#ui';
import { dueAfter } from './calendar-years.ts';
import { checkPaper as checkInput, receiveDossier as receiveInput } from './commune-schema.ts';
import { tellProducer } from './letters.ts';
import { holdDossier } from './record.ts';
import { type DossierRow, dossierRow } from './schema.ts';

/** The commune takes the dossier in: its term of 15 working days begins (Art. 7.2). Not by who entered it (S17). */
export const receiveDossier = action({
  name: 'dossier.receive',
  title: 'Tiếp nhận hồ sơ',
  input: receiveInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  run: receiveOne,
});

/** Receives one dossier; the act on many does it to each. */
export async function receiveOne(ctx: ActionContext, given: { id: string }): Promise<DossierRow> {
  const dossier = await holdDossier(ctx.tx, given.id);
  const slip = await newestSlip(ctx.tx, given.id);
  const shown: FactsOf<'dossier.receive'> = { enteredBy: dossier.enteredBy, receiver: ctx.actor.account, slip };
  const due = await dueAfter(ctx.tx, 'dossier.receive', dossier.kind, ctx.day);
  const moved = await carryOut(ctx.tx, ctx, {
    action: 'dossier.receive',
    subject: given.id,
    expect: ctx.expect,
    facts: { slip, dueOn: due?.day ?? null, tentative: due?.tentative ?? false },
    shown,
    next: { actor: 'commune', dueOn: due?.day ?? null },
    effect: async (tx) => {
      await tx
        .updateTable('dossier')
        .set({ received_on: ctx.day, received_by: ctx.actor.account })
        .where('id', '=', given.id)
        .execute();
      await tellProducer(tx, dossier, {
        subject: `Xã đã tiếp nhận hồ sơ ${dossier.product.name}`,
        body: `Phiếu số ${slip}.${due ? ` Xã kiểm tra xong trước hết ngày ${formatDay(due.day)}${due.tentative ? ' (tạm tính)' : ''}.` : ''}`,
      });
    },
  });
  return { id: given.id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
}

async function newestSlip(tx: Tx, dossier: string): Promise<string> {
  const row = await tx
    .selectFrom('receipt_slip')
    .select('text')
    .where('dossier', '=', dossier)
    .where('body', '=', 'commune')
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.text ?? '';
}

/** Checks one paper of the composition: passes, or does not with the reason. A later check replaces it; the ledger keeps all. */
export const checkPaper = action({
  name: 'dossier.checkPaper',
  title: 'Kiểm tra giấy tờ',
  input: checkInput,
  output: dossierRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, given): Promise<DossierRow> {
    const dossier = await holdDossier(ctx.tx, given.id);
    const reason = given.verdict === 'fail' ? (given.reason ?? '') : '';
    const shown: FactsOf<'dossier.checkPaper'> = { paper: given.paper, verdict: given.verdict, reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.checkPaper',
      subject: given.id,
      expect: ctx.expect,
      ...(reason ? { reason } : {}),
      facts: { paper: given.paper, verdict: given.verdict },
      shown,
      effect: async (tx) => {
        const { numAffectedRows } = await sql`
          update dossier_paper set verdict = ${given.verdict}, verdict_reason = ${reason || null},
                 verdict_by = ${ctx.actor.account}, verdict_at = ${ctx.now}
           where dossier = ${given.id} and paper = ${given.paper}`.execute(tx);
        if (numAffectedRows !== 1n) throw invalid('paper', 'Chọn một giấy tờ của hồ sơ này');
      },
    });
    return { id: given.id, state: moved.state, version: moved.version, draftVersion: dossier.draftVersion };
  },
});
