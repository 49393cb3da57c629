import { adviceOf, getDossier, officePaths, scoringBegan } from '#features/dossiers';
import { findStep } from '#law/moves';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { AdviceForm, adviceParts, adviceQuery } from './advice-form.tsx';

/** Records the advisory team's report: number, day, file, summary (Art. 7.3.c). */
export const advicePage = page({
  permission: 'dossier.reportAdvice',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  query: adviceQuery,
  async load(ctx, { id }, { ghep }) {
    const dossier = await getDossier(ctx.db, id);
    if (!findStep('dossier.reportAdvice', dossier.state) || (await scoringBegan(ctx.db, id)))
      throw notFound('Hồ sơ đã sang bước khác. Mở hồ sơ để xem bước hiện tại.');
    return { dossier, advice: await adviceOf(ctx.db, id), parts: await adviceParts(ctx.db, dossier), together: ghep };
  },
  head: ({ dossier }) => ({ title: `Báo cáo của Tổ tư vấn – ${dossier.product.name}`, here: officePaths.list }),
  view: (data, ctx) => (
    <AdviceForm
      {...data}
      team="Tổ tư vấn"
      council="Hội đồng"
      action={officePaths.advice(data.dossier.id)}
      state={ctx.form('dossier.reportAdvice')}
    />
  ),
});
