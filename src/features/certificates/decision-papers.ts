/** Submission, decision and notice, each at its address: PDF in the common form, Word in the office's own where it has one. */
import { printed } from '#features/councils';
import { ownWord } from '#features/papers';
import type { ReadContext } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { download, type FileAnswer } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { approvalValues, noticeValues, recognitionValues, submissionValues } from './form-values.ts';
import { noticeData, noticeFacts } from './notice.ts';
import { resultNotice } from './papers/notice.ts';
import { decisionData, printDecision, submissionData } from './printing.ts';
import { findDecision } from './record.ts';

type Form = 'pdf' | 'docx';

/** Submission or decision; numbers are blank until the office gives them (R18.8). */
export const decisionPaperAt = (paper: 'to-trinh' | 'quyet-dinh', form: Form) =>
  download({
    name: `decision.print.${paper}.${form}`,
    title: 'Tải tờ trình hoặc quyết định',
    permission: 'decision.read',
    params: byId,
    subject: ({ id }) => id,
    run: async (ctx, { id }) =>
      (await ownDecision(ctx, form, id, paper)) ?? printDecision(ctx.db, id, paper, form, ctx.now),
  });

/** The office's own form of the paper, filled in; null where it has none. */
async function ownDecision(
  ctx: ReadContext,
  form: Form,
  id: string,
  paper: 'to-trinh' | 'quyet-dinh',
): Promise<FileAnswer | null> {
  const decision = await findDecision(ctx.db, id);
  if (!decision) throw notFound();
  const { province, kind } = decision;
  if (paper === 'to-trinh')
    return ownWord(ctx, form, province, 'to-trinh', async () =>
      submissionValues(await submissionData(ctx.db, decision, ctx.now)),
    );
  if (kind === 'approval')
    return ownWord(ctx, form, province, 'phe-duyet', async () =>
      approvalValues((await decisionData(ctx.db, decision, ctx.now)).data),
    );
  return ownWord(ctx, form, province, 'quyet-dinh', async () => {
    const of = await decisionData(ctx.db, decision, ctx.now);
    if (of.kind !== 'recognition') throw new Error(`decision ${id} recognises nothing`);
    return recognitionValues(of.data);
  });
}

/** The written notice of a result. */
export const noticePaper = (form: Form) =>
  download({
    name: `dossier.printNotice.${form}`,
    title: 'Tải thông báo kết quả',
    permission: 'dossier.notify',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const facts = await noticeFacts(ctx.db, id);
      if (!facts) throw notFound();
      const data = await noticeData(ctx.db, facts, ctx.now.getFullYear());
      const own = await ownWord(ctx, form, facts.province, 'thong-bao', () => noticeValues(data));
      return own ?? printed(resultNotice(data), form, 'thong-bao-ket-qua', ctx.now);
    },
  });
