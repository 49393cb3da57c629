import { adviceWork, citedPapers, holdDossier, otherPapers, putInWallet, tellOffice } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import { type AdviceRow, adviceRow, answerRequest as answerInput } from './schema.ts';

/** Sends the team what it asked for: papers of the wallet, a new one put into it, or words. What was filed stays as it was. */
export const answerRequest = action({
  name: 'dossier.answerRequest',
  title: 'Gửi giấy tờ Tổ tư vấn đề nghị',
  input: answerInput,
  output: adviceRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, request: wanted, ...given }): Promise<AdviceRow> {
    const dossier = await holdDossier(ctx.tx, id);
    const request = (await adviceWork(ctx.tx, id)).requests.find((one) => one.id === wanted);
    if (!request) throw notFound();
    const wallet = [...(await citedPapers(ctx.tx, id)), ...(await otherPapers(ctx.tx, dossier.producer.id, id))];
    const papers = [...new Set(given.papers)];
    if (!papers.every((one) => wallet.some((paper) => paper.id === one)))
      throw invalid('papers', 'Chọn giấy tờ trong kho của chủ thể');
    if (given.file !== undefined && given.title === undefined) throw invalid('title', 'Ghi tên giấy tờ mới');
    const count = papers.length + (given.file === undefined ? 0 : 1);
    const shown: FactsOf<'dossier.answerRequest'> = {
      answered: request.answeredOn !== null,
      papers: count,
      answer: given.answer ?? '',
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.answerRequest',
      subject: id,
      expect: ctx.expect,
      facts: { request: request.id, papers: count },
      shown,
      effect: async (tx) => {
        const { file, title } = given;
        if (file !== undefined && title !== undefined) {
          const kind = given.kind ?? (request.kind === 'test' ? TEST_RESULT : '');
          papers.push(await putInWallet(ctx, dossier, { kind, title, file }));
        }
        for (const paper of papers)
          await tx.insertInto('advice_request_paper').values({ request: request.id, paper }).execute();
        await tx
          .updateTable('advice_request')
          .set({ answer: given.answer ?? null, answered_on: ctx.day, answered_by: ctx.actor.account })
          .where('id', '=', request.id)
          .execute();
        await tellOffice(tx, dossier, request.level === 'central' ? 'ministry' : 'province', {
          subject: `Đã có giấy tờ bổ sung của hồ sơ ${dossier.product.name}`,
          body: `${dossier.producer.name} gửi ${count} giấy tờ theo đề nghị của Tổ tư vấn.`,
        });
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** Kind of evidence of a test report (Form 02). */
const TEST_RESULT = 'E12';
