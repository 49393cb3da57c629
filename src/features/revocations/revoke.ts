import { holdDossier, tellOffice, tellProducer } from '#features/dossiers';
import { LEVEL_WORDS } from '#law/competence';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import { formatDay } from '#ui';
import { revocable, revokingLevel } from './queries.ts';
import { GROUNDS, revoke as input, type Revoked, revoked } from './schema.ts';

/**
 * Takes a certificate back on a ground of Art. 8.1: the signed decision with its number and day, and the conclusion or the
 * commune's confirmation it rests on. Refused: no such ground or proof, a decision of a day to come, a star that is another
 * authority's to take back (Art. 8.2: the province five stars, the Ministry three and four).
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
    const { ground, proofNumber, proofDated, number, dated, signatory, signedFile } = given;
    if (proofDated > dated) throw invalid('proofDated', 'Kết luận, xác nhận phải có trước quyết định thu hồi');
    const level = revokingLevel(ctx.actor);
    const shown: FactsOf<'recognition.revoke'> = {
      ...{ ground, star: found.star ?? 0, level, proofNumber, proofDated },
      ...{ decisionNumber: number, decisionDated: dated, recognisedOn: found.issuedEarliest },
    };
    const words = GROUNDS[ground] ?? ground;
    const dossier = found.dossier === null ? undefined : await holdDossier(ctx.tx, found.dossier);
    const done = await carryOut(ctx.tx, ctx, {
      action: 'recognition.revoke',
      subject: given.id,
      expect: ctx.expect,
      reason: words,
      facts: { ground, proofNumber, proofDated, number, dated, signatory, level, star: found.star, file: signedFile },
      shown,
      effect: async (tx) => {
        await attachFiles(ctx, [signedFile], {
          ...(dossier ? { producer: dossier.producer.id, commune: dossier.commune.id } : {}),
          province: found.province,
        });
        await tx
          .insertInto('revocation')
          .values({
            ...{ recognition: given.id, level, ground, proof_number: proofNumber, proof_dated: proofDated },
            ...{ proof_by: given.proofBy ?? null, number, dated, signatory, file: signedFile },
            recorded_by: ctx.actor.account,
          })
          .execute();
        await tx
          .updateTable('recognition')
          .set({ ended_on: dated, end_decision: number, end_text_date: dated })
          .where('id', '=', given.id)
          .execute();
      },
    });
    if (dossier) {
      const note = {
        subject: `Thu hồi giấy chứng nhận: ${found.product}`,
        body: [
          `Quyết định số ${number} ngày ${formatDay(dated)} của ${LEVEL_WORDS[level].signatory}, theo ${proofNumber} ngày ${formatDay(proofDated)}. ${words}.`,
          'Không dùng sao OCOP cho sản phẩm này nữa.',
        ].join('\n'),
      };
      await tellProducer(ctx.tx, dossier, note);
      await tellOffice(ctx.tx, dossier, 'commune', note);
      if (level === 'central') await tellOffice(ctx.tx, dossier, 'province', note);
    }
    return { id: given.id, state: done.state, version: done.version };
  },
});
