/** Who is told that a report was sent, accepted or given back: the office it goes to, or the one it came from. */
import { tellOfficers } from '#features/identity';
import type { Tx } from '#platform/db/database';
import type { ReportRecord } from './queries.ts';
import { reportPaths } from './urls.ts';

type Told = Pick<ReportRecord, 'id' | 'title' | 'unitName' | 'office' | 'province'>;
type Event = 'sent' | 'accepted' | 'returned';

const SUBJECTS: Readonly<Record<Event, string>> = {
  sent: 'Có báo cáo mới gửi đến',
  accepted: 'Báo cáo đã được tiếp nhận',
  returned: 'Báo cáo bị trả lại',
};

/** Tells the receiving office of a sending, the sending office of an answer. */
export async function tellOfReport(tx: Tx, report: Told, event: Event, reason?: string): Promise<void> {
  const up = report.office === report.province ? null : report.province;
  await tellOfficers(tx, event === 'sent' ? up : report.office, {
    subject: `${SUBJECTS[event]}: ${report.title}`,
    body: `${report.title}, ${report.unitName}.${reason === undefined ? '' : `\nLý do: ${reason}`}`,
    ...{ link: reportPaths.one(report.id), about: report.id },
  });
}
