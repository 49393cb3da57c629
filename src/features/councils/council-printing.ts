/** Papers that set a council to work, each as PDF in the common form and as Word in the office's own where it has one (R18.7). */
import { ownWord } from '#features/papers';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { isBlindTo } from './blind.ts';
import { advisoryValues, establishmentValues, regulationValues } from './council-forms.ts';
import { advisoryData, establishmentData, regulationData } from './council-paper-data.ts';
import { printed } from './office.ts';
import { advisoryReport } from './papers/advisory.ts';
import { councilDecision } from './papers/establishment.ts';
import { councilRegulation } from './papers/regulation.ts';
import { paperFacts } from './print-data.ts';
import { findCouncil } from './queries.ts';

type Form = 'pdf' | 'docx';

/** Draft of the decision on council and advisory team (Art. 7.3.b); number and day once they are given. */
export const councilDecisionAt = (form: Form) =>
  download({
    name: `council.printDecision.${form}`,
    title: 'Tải quyết định thành lập Hội đồng',
    permission: 'council.read',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const council = await findCouncil(ctx.db, id);
      if (!council) throw notFound();
      const data = await establishmentData(ctx.db, council);
      const own = await ownWord(ctx, form, council.province, 'thanh-lap', () => establishmentValues(data));
      return own ?? printed(councilDecision(data), form, 'quyet-dinh-thanh-lap-hoi-dong', ctx.now);
    },
  });

/** The council's regulation with the decision that issues it (Art. 7.3.b), from the settings of this council. */
export const regulationAt = (form: Form) =>
  download({
    name: `council.printRegulation.${form}`,
    title: 'Tải Quy chế hoạt động của Hội đồng',
    permission: 'council.read',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const council = await findCouncil(ctx.db, id);
      if (!council) throw notFound();
      const data = await regulationData(ctx.db, council);
      const own = await ownWord(ctx, form, council.province, 'quy-che', () => regulationValues(data));
      return own ?? printed(councilRegulation(data), form, 'quy-che-hoi-dong', ctx.now);
    },
  });

/** Frame of the advisory team's report on the products of a session (Art. 7.3.c), with what is recorded of each. */
export const advisoryReportAt = (form: Form) =>
  download({
    name: `session.printAdvice.${form}`,
    title: 'Tải báo cáo của Tổ tư vấn',
    permission: 'session.read',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const facts = await paperFacts(ctx.db, id, ctx.actor.account);
      // What the team writes of a product names it: kept, as a whole, from whom names are kept.
      if (!facts || (await isBlindTo(ctx.db, id, ctx.actor.account))) throw notFound();
      const data = await advisoryData(ctx.db, facts, Number(ctx.day.slice(0, 4)));
      const own = await ownWord(ctx, form, facts.session.province, 'to-tu-van', () =>
        advisoryValues(data, facts.office.province),
      );
      return own ?? printed(advisoryReport(data), form, 'bao-cao-to-tu-van', ctx.now);
    },
  });
