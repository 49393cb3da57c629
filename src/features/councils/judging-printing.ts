import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { distanceText } from './judging.ts';
import { judgingReport, robustWords } from './judging-read.ts';
import { printed } from './office.ts';
import { judgingPaper } from './papers/judging.ts';

/** The report on how members judged, on paper. */
export const judgingAt = (form: 'pdf' | 'docx') =>
  download({
    name: `session.printJudging.${form}`,
    title: 'Tải báo cáo về việc chấm điểm',
    permission: 'result.judging',
    params: byId,
    subject: ({ id }) => id,
    logged: 'export',
    async run(ctx, { id }) {
      const report = await judgingReport(ctx.db, id, ctx.actor.account);
      if (!report) throw notFound();
      const council = await ctx.db
        .selectFrom('council')
        .select('name')
        .where('id', '=', report.session.council)
        .executeTakeFirstOrThrow();
      const paper = judgingPaper({
        ...{ council: council.name, sessionTitle: report.session.title, day: ctx.day },
        members: report.members.map(({ name, organisation, sheets, severity, consistency }) => ({
          ...{ name, organisation, sheets, severity: distanceText(severity) },
          consistency: consistency === null ? '–' : distanceText(consistency).replace('+', ''),
        })),
        products: report.products.map((one) => ({
          ...{ name: one.product, producer: one.producer, mean: one.mean.words, robust: robustWords(one) },
          totals: one.totals.toSorted((a, b) => b - a).join(', '),
          star: one.star === null ? '–' : `${one.star} sao`,
        })),
      });
      return printed(paper, form, 'bao-cao-cham-diem', ctx.now);
    },
  });
