import { centralAdviceOf, getDossier, officePaths, scoringBegan } from '#features/dossiers';
import { AdviceForm, adviceParts, adviceQuery } from '#features/rounds';
import { findStep } from '#law/moves';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';

/** Records the report of the central advisory team (Art. 7.4.c). */
export const centralAdvicePage = page({
  permission: 'dossier.reportCentralAdvice',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  query: adviceQuery,
  async load(ctx, { id }, { ghep }) {
    const dossier = await getDossier(ctx.db, id);
    if (!findStep('dossier.reportCentralAdvice', dossier.state) || (await scoringBegan(ctx.db, id)))
      throw notFound('Hồ sơ đã sang bước khác. Mở hồ sơ để xem bước hiện tại.');
    const parts = await adviceParts(ctx.db, dossier);
    return { dossier, advice: await centralAdviceOf(ctx.db, id), parts, together: ghep };
  },
  head: ({ dossier }) => ({ title: `Tổ tư vấn trung ương – ${dossier.product.name}`, here: officePaths.list }),
  view: (data, ctx) => (
    <AdviceForm
      {...data}
      team="Tổ tư vấn trung ương"
      council="Hội đồng cấp trung ương"
      action={officePaths.centralAdvice(data.dossier.id)}
      state={ctx.form('dossier.reportCentralAdvice')}
    />
  ),
});
