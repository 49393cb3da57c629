/** Who is told that a report was sent, accepted or given back: the office it goes to, or the one it came from. */
import { tellOfficers } from '#features/identity';
import type { Tx } from '#platform/db/database';
import type { ReportRecord } from './queries.ts';
import { counts, type Sources } from './sources.ts';
import { reportPaths } from './urls.ts';

type Told = Pick<ReportRecord, 'id' | 'title' | 'unitName' | 'office' | 'province'>;
type Event = 'sent' | 'accepted' | 'returned';

const SUBJECTS: Readonly<Record<Event, string>> = {
  sent: 'Có báo cáo mới gửi đến',
  accepted: 'Báo cáo đã được tiếp nhận',
  returned: 'Báo cáo bị trả lại',
};

/** Tells the provinces whose reports went into the report of the country that it was issued. */
export async function tellProvinces(tx: Tx, { id, title }: Told, { lines }: Sources): Promise<void> {
  for (const { office } of lines.filter(counts))
    await tellOfficers(tx, office, {
      subject: `Bộ đã ban hành: ${title}, cả nước`,
      body: `${title}, cả nước. Báo cáo tỉnh đã gửi là một nguồn của báo cáo này.`,
      ...{ link: reportPaths.one(id), about: id },
    });
}

/** Tells the receiving office of a sending, the sending office of an answer. */
export async function tellOfReport(tx: Tx, report: Told, event: Event, reason?: string): Promise<void> {
  const up = report.office === report.province ? null : report.province;
  await tellOfficers(tx, event === 'sent' ? up : report.office, {
    subject: `${SUBJECTS[event]}: ${report.title}`,
    body: `${report.title}, ${report.unitName}.${reason === undefined ? '' : `\nLý do: ${reason}`}`,
    ...{ link: reportPaths.one(report.id), about: report.id },
  });
}
