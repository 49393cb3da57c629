/** Papers of a session as Word and PDF, each at its address; the data are put together in print-data.ts. */
import { ownWord } from '#features/papers';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { invitationOf } from './form-values.ts';
import { printed } from './office.ts';
import { consolidatedTable } from './papers/consolidated.ts';
import { invitation } from './papers/invitation.ts';
import { minutes } from './papers/minutes.ts';
import { councilReport } from './papers/report.ts';
import { consolidatedData, invitationData, minutesData, paperFacts, wholePaperFacts } from './print-data.ts';
import { sealNow } from './record.ts';
import { reportData } from './report-data.ts';

/** Minutes and the table of results exist once the scores are open; before that they answer 404 like the results. */
const opened = { permission: 'result.read', params: byId, subject: ({ id }: { id: string }) => id };

export const minutesAt = (form: 'pdf' | 'docx') =>
  download({
    ...opened,
    name: `session.printMinutes.${form}`,
    title: 'Tải biên bản phiên',
    async run(ctx, { id }) {
      const facts = await wholePaperFacts(ctx.db, id, ctx.actor.account);
      return printed(
        minutes(await minutesData(ctx.db, facts, ctx.day, await sealNow(ctx.db, facts.session))),
        form,
        'bien-ban',
        ctx.now,
      );
    },
  });

export const consolidatedAt = (form: 'pdf' | 'docx') =>
  download({
    ...opened,
    name: `session.printTable.${form}`,
    title: 'Tải bảng điểm tổng hợp',
    async run(ctx, { id }) {
      const facts = await wholePaperFacts(ctx.db, id, ctx.actor.account);
      return printed(consolidatedTable(await consolidatedData(ctx.db, facts, ctx.day)), form, 'tong-hop', ctx.now);
    },
  });

/** What the council reports to the Chairperson and proposes (Art. 7.3.d). */
export const councilReportAt = (form: 'pdf' | 'docx') =>
  download({
    ...opened,
    name: `session.printReport.${form}`,
    title: 'Tải báo cáo của Hội đồng',
    async run(ctx, { id }) {
      const facts = await wholePaperFacts(ctx.db, id, ctx.actor.account);
      return printed(councilReport(await reportData(ctx.db, facts, ctx.day)), form, 'bao-cao-hoi-dong', ctx.now);
    },
  });

export const invitationAt = (form: 'pdf' | 'docx') =>
  download({
    name: `session.printInvitation.${form}`,
    title: 'Tải giấy mời',
    permission: 'session.read',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      const facts = await paperFacts(ctx.db, id, ctx.actor.account);
      if (!facts) throw notFound();
      const own =
        form === 'docx'
          ? await ownWord(ctx, facts.session.province, 'giay-moi', async () => invitationOf(ctx, facts))
          : null;
      return own ?? printed(invitation(invitationData(facts, ctx.day, ctx.baseUrl)), form, 'giay-moi', ctx.now);
    },
  });
