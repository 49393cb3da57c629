/** Reports not sent yet: their office is reminded before the last day to send, and once when it has passed (R15.3). */
import { sql } from 'kysely';
import { tellOfficers } from '#features/identity';
import { addDays, daysBetween, dayText } from '#law/days';
import { dueReminder, NEWS_DAYS } from '#law/reevaluation';
import { LAW_SETTINGS, lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import { settingsOn } from '#platform/settings';
import { reportPaths } from './urls.ts';

/** Reports looked at in one transaction. */
const BATCH = 100;

interface Unsent {
  readonly id: string;
  readonly title: string;
  readonly unitName: string;
  readonly office: string;
  readonly province: string | null;
  readonly begunOn: Day;
  readonly sendBy: Day;
}

/** Reminds of every report not sent the days of the setting before its last day; of days missed only the newest. Answers how many. */
export async function remindOfReports(db: Database, day: Day): Promise<number> {
  let count = 0;
  for (let after: Unsent | undefined, more = true; more; ) {
    const rows = await unsent(db, day, after);
    for (const row of rows) if (await db.transaction((tx) => remindOne(tx, row, day))) count += 1;
    after = rows.at(-1);
    more = rows.length === BATCH;
  }
  return count;
}

async function unsent(db: Database, day: Day, after: Unsent | undefined): Promise<Unsent[]> {
  const { rows } = await sql<Unsent>`
    select c.id, c.title, c.unit_name as "unitName", c.office, l.province, c.send_by as "sendBy",
           (select min(w.day) from ledger w where w.subject = c.id) as "begunOn"
      from compiled_report c join lifecycle l on l.id = c.id and l.state in ('draft', 'provinceDraft')
     where c.open and c.send_by between ${addDays(day, -NEWS_DAYS)}::date and ${addDays(day, LAW_SETTINGS.reportReminderDays.max)}::date
       and (${after?.sendBy ?? null}::date is null or (c.send_by, c.id) > (${after?.sendBy ?? null}::date, ${after?.id ?? null}::uuid))
     order by c.send_by, c.id limit ${BATCH}`.execute(db.app);
  return rows;
}

async function remindOne(
  tx: Tx,
  { id, title, unitName, office, province, begunOn, sendBy }: Unsent,
  day: Day,
): Promise<boolean> {
  const { reportReminderDays } = lawSettings(await settingsOn(tx, day, province));
  // The day after the last one is the first on which it has passed.
  const step = dueReminder(
    addDays(sendBy, 1),
    day,
    reportReminderDays.map((one) => one + 1),
  );
  if (!step || begunOn === day) return false;
  const claimed = await tx
    .insertInto('report_reminder')
    .values({ report: id, step: step.daysBefore, day })
    .onConflict((on) => on.doNothing())
    .returning('report')
    .executeTakeFirst();
  if (!claimed) return false; // another process was quicker
  const left = daysBetween(day, sendBy);
  const term = left < 0 ? `quá ${-left} ngày` : left === 0 ? 'hôm nay là ngày cuối' : `còn ${left} ngày`;
  await tellOfficers(tx, office, {
    subject: `${left < 0 ? 'Đã quá hạn' : 'Sắp đến hạn'} gửi: ${title}`,
    body: `${title}, ${unitName}. Hạn gửi là ngày ${dayText(sendBy)}, ${term}.`,
    ...{ link: reportPaths.one(id), about: id },
  });
  return true;
}
