import { holdDossier, tellOffice, tellProducer } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import { formatDay } from '#ui';
import { revocable } from './queries.ts';
import { GROUNDS, revoke as input, type Revoked, revoked } from './schema.ts';

/**
 * Takes a certificate back on a ground of Art. 8.1: the decision with its number and day, and the conclusion or the
 * commune's confirmation it rests on. Refused: no such ground or proof, a decision of a day to come, five stars (Art. 8.2.b).
 */
export const revoke = action({
  name: 'recognition.revoke',
  title: 'Thu hồi giấy chứng nhận',
  input,
  output: revoked,
  fresh: true,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given): Promise<Revoked> {
    const found = await revocable(ctx.tx, given.id);
    if (!found) throw notFound();
    const { ground, proofNumber, proofDated, number, dated, signatory } = given;
    if (proofDated > dated) throw invalid('proofDated', 'Kết luận, xác nhận phải có trước quyết định thu hồi');
    const shown: FactsOf<'recognition.revoke'> = {
      ...{ ground, star: found.star ?? 0, level: 'province', proofNumber, proofDated },
      ...{ decisionNumber: number, decisionDated: dated },
    };
    const words = GROUNDS[ground] ?? ground;
    const done = await carryOut(ctx.tx, ctx, {
      action: 'recognition.revoke',
      subject: given.id,
      expect: ctx.expect,
      reason: words,
      facts: { ground, proofNumber, proofDated, number, dated, signatory, star: found.star },
      shown,
      effect: async (tx) => {
        await tx
          .updateTable('recognition')
          .set({ ended_on: dated, end_decision: number, end_text_date: dated })
          .where('id', '=', given.id)
          .execute();
      },
    });
    if (found.dossier !== null) {
      const dossier = await holdDossier(ctx.tx, found.dossier);
      const note = {
        subject: `Thu hồi giấy chứng nhận: ${found.product}`,
        body: [
          `Quyết định số ${number} ngày ${formatDay(dated)}, theo ${proofNumber} ngày ${formatDay(proofDated)}. ${words}.`,
          'Không dùng sao OCOP cho sản phẩm này nữa.',
        ].join('\n'),
      };
      await tellProducer(ctx.tx, dossier, note);
      await tellOffice(ctx.tx, dossier, 'commune', note);
    }
    return { id: given.id, state: done.state, version: done.version };
  },
});
