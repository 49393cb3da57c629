/** Tasks not reported yet: their office is reminded before the last day, and once when it has passed. */
import { sql } from 'kysely';
import { addDays, daysBetween } from '#law/days';
import { dueReminder, NEWS_DAYS } from '#law/reevaluation';
import { LAW_SETTINGS, lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import { settingsOn } from '#platform/settings';
import { tellOwner } from './letters.ts';
import { findTask } from './queries.ts';

/** Tasks looked at in one round. */
const BATCH = 100;

interface Open {
  readonly id: string;
  readonly dueOn: Day;
  readonly movedOn: Day;
}

/** Reminds of every open task the days of the setting before its last day; of days missed only the newest. Answers how many. */
export async function remindOfTasks(db: Database, day: Day): Promise<number> {
  let count = 0;
  for (let after: Open | undefined, more = true; more; ) {
    const rows = await open(db, day, after);
    for (const row of rows) if (await db.transaction((tx) => remindOne(tx, row, day))) count += 1;
    after = rows.at(-1);
    more = rows.length === BATCH;
  }
  return count;
}

async function open(db: Database, day: Day, after: Open | undefined): Promise<Open[]> {
  const { rows } = await sql<Open>`
    select t.id, t.due_on as "dueOn", (select max(w.day) from ledger w where w.subject = t.id) as "movedOn"
      from task t join lifecycle l on l.id = t.id and l.state in ('given', 'underWay', 'returned')
     where t.unit is not null
       and t.due_on between ${addDays(day, -NEWS_DAYS)}::date and ${addDays(day, LAW_SETTINGS.taskReminderDays.max)}::date
       and (${after?.dueOn ?? null}::date is null or (t.due_on, t.id) > (${after?.dueOn ?? null}::date, ${after?.id ?? null}::uuid))
     order by t.due_on, t.id limit ${BATCH}`.execute(db.app);
  return rows;
}

async function remindOne(tx: Tx, { id, dueOn, movedOn }: Open, day: Day): Promise<boolean> {
  const task = await findTask(tx, id, day);
  const { taskReminderDays } = lawSettings(await settingsOn(tx, day, task.province));
  // The day after the last one is the first on which it has passed.
  const step = dueReminder(
    addDays(dueOn, 1),
    day,
    taskReminderDays.map((one) => one + 1),
  );
  if (!step || movedOn === day) return false;
  const claimed = await tx
    .insertInto('task_reminder')
    .values({ task: id, due_on: dueOn, step: step.daysBefore, day })
    .onConflict((on) => on.doNothing())
    .returning('task')
    .executeTakeFirst();
  if (!claimed) return false; // another process was quicker
  const left = daysBetween(day, dueOn);
  const term = left < 0 ? `quá ${-left} ngày` : left === 0 ? 'hôm nay là ngày cuối' : `còn ${left} ngày`;
  await tellOwner(tx, task, `${left < 0 ? 'Đã quá hạn' : 'Sắp đến hạn'} báo cáo việc được giao`, `Hiện ${term}.`);
  return true;
}
