/** Papers of a session as Word and PDF, each at its address; the data are put together in print-data.ts. */
import { ownWord } from '#features/papers';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { EVERY_SEAT, namesFor } from './blind.ts';
import { invitationOf } from './form-values.ts';
import { printed } from './office.ts';
import { consolidatedTable } from './papers/consolidated.ts';
import { invitation } from './papers/invitation.ts';
import { minutes } from './papers/minutes.ts';
import { councilReport } from './papers/report.ts';
import { consolidatedData, invitationData, minutesData, paperFacts, wholePaperFacts } from './print-data.ts';
import { sealNow } from './record.ts';
import { reportData } from './report-data.ts';
import { minutesValues, reportValues, tableValues } from './session-forms.ts';

/** Minutes and the table of results exist once the scores are open; before that they answer 404 like the results. */
const opened = { permission: 'result.read', params: byId, subject: ({ id }: { id: string }) => id };

type Form = 'pdf' | 'docx';

export const minutesAt = (form: Form) =>
  download({
    ...opened,
    name: `session.printMinutes.${form}`,
    title: 'Tải biên bản phiên',
    async run(ctx, { id }) {
      const facts = await wholePaperFacts(ctx.db, id, ctx.actor.account);
      const data = await minutesData(ctx.db, facts, ctx.day, await sealNow(ctx.db, facts.session));
      const own = await ownWord(ctx, form, facts.session.province, 'bien-ban', () => minutesValues(data));
      return own ?? printed(minutes(data), form, 'bien-ban', ctx.now);
    },
  });

export const consolidatedAt = (form: Form) =>
  download({
    ...opened,
    name: `session.printTable.${form}`,
    title: 'Tải bảng điểm tổng hợp',
    async run(ctx, { id }) {
      const facts = await wholePaperFacts(ctx.db, id, ctx.actor.account);
      const data = await consolidatedData(ctx.db, facts, ctx.day);
      const own = await ownWord(ctx, form, facts.session.province, 'bang-diem', () => tableValues(data));
      return own ?? printed(consolidatedTable(data), form, 'tong-hop', ctx.now);
    },
  });

/** What the council reports to the Chairperson and proposes (Art. 7.3.d). */
export const councilReportAt = (form: Form) =>
  download({
    ...opened,
    name: `session.printReport.${form}`,
    title: 'Tải báo cáo của Hội đồng',
    async run(ctx, { id }) {
      const facts = await wholePaperFacts(ctx.db, id, ctx.actor.account);
      const data = await reportData(ctx.db, facts, ctx.day);
      const own = await ownWord(ctx, form, facts.session.province, 'bao-cao', () => reportValues(data));
      return own ?? printed(councilReport(data), form, 'bao-cao-hoi-dong', ctx.now);
    },
  });

export const invitationAt = (form: Form) =>
  download({
    name: `session.printInvitation.${form}`,
    title: 'Tải giấy mời',
    permission: 'session.read',
    params: byId,
    subject: ({ id }) => id,
    async run(ctx, { id }) {
      // It goes to every member, whoever prints it.
      const facts = await paperFacts(ctx.db, id, ctx.actor.account, namesFor(EVERY_SEAT));
      if (!facts) throw notFound();
      const own = await ownWord(ctx, form, facts.session.province, 'giay-moi', () => invitationOf(ctx, facts));
      return own ?? printed(invitation(invitationData(facts, ctx.day, ctx.baseUrl)), form, 'giay-moi', ctx.now);
    },
  });
