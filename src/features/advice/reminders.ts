/** Requests of the advisory team nobody has answered: producer and commune are reminded before the last day, and once when it has passed. */
import { sql } from 'kysely';
import { getDossier, tellOffice, tellProducer } from '#features/dossiers';
import { addDays, daysBetween, dayText } from '#law/days';
import { dueReminder, NEWS_DAYS } from '#law/reevaluation';
import { LAW_SETTINGS, lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import { settingsOn } from '#platform/settings';
import { teamProvince } from './acts.ts';

/** Requests looked at in one transaction. */
const BATCH = 100;

interface OpenRequest {
  readonly id: string;
  readonly dossier: string;
  readonly what: string;
  readonly askedOn: Day;
  readonly dueOn: Day;
}

/** Reminds of every open request the days of the setting before its last day; of days missed only the newest. Answers how many. */
export async function remindOfRequests(db: Database, day: Day): Promise<number> {
  let count = 0;
  for (let after: OpenRequest | undefined, more = true; more; ) {
    const rows = await openRequests(db, day, after);
    for (const row of rows) if (await db.transaction((tx) => remindOne(tx, row, day))) count += 1;
    after = rows.at(-1);
    more = rows.length === BATCH;
  }
  return count;
}

/** In the order of their last days; only while the dossier still waits for its session. */
async function openRequests(db: Database, day: Day, after: OpenRequest | undefined): Promise<OpenRequest[]> {
  const { rows } = await sql<OpenRequest>`
    select r.id, r.dossier, r.what, r.asked_on as "askedOn", r.due_on as "dueOn"
      from advice_request r join lifecycle l on l.id = r.dossier and l.state in ('inRound', 'central')
     where r.answered_on is null
       and r.due_on between ${addDays(day, -NEWS_DAYS)}::date and ${addDays(day, LAW_SETTINGS.adviceReminderDays.max)}::date
       and (${after?.dueOn ?? null}::date is null or (r.due_on, r.id) > (${after?.dueOn ?? null}::date, ${after?.id ?? null}::uuid))
     order by r.due_on, r.id limit ${BATCH}`.execute(db.app);
  return rows;
}

async function remindOne(tx: Tx, { id, what, askedOn, dueOn, ...row }: OpenRequest, day: Day): Promise<boolean> {
  const dossier = await getDossier(tx, row.dossier);
  const { adviceReminderDays } = lawSettings(await settingsOn(tx, day, teamProvince(dossier)));
  // The day after the last one is the first on which it has passed.
  const step = dueReminder(
    addDays(dueOn, 1),
    day,
    adviceReminderDays.map((one) => one + 1),
  );
  if (!step || askedOn === day) return false;
  const claimed = await tx
    .insertInto('advice_reminder')
    .values({ request: id, step: step.daysBefore, day })
    .onConflict((on) => on.doNothing())
    .returning('request')
    .executeTakeFirst();
  if (!claimed) return false; // another process was quicker
  const left = daysBetween(day, dueOn);
  const words = {
    subject: `${left < 0 ? 'Đã quá hạn' : 'Sắp đến hạn'} bổ sung hồ sơ ${dossier.product.name}`,
    body: `Tổ tư vấn đề nghị: ${what}\nHạn gửi là ngày ${dayText(dueOn)}, ${left < 0 ? `quá ${-left} ngày` : left === 0 ? 'hôm nay là ngày cuối' : `còn ${left} ngày`}.`,
  };
  await tellProducer(tx, dossier, words);
  await tellOffice(tx, dossier, 'commune', words);
  return true;
}
