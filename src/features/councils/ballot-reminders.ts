/** Daily reminders of written opinions: who has not answered is told on the days of the setting, each once. */
import { sql } from 'kysely';
import { dueReminder } from '#law/reevaluation';
import { lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import { settingsOn } from '#platform/settings';
import { lastDayOf, remindMember } from './ballot-letters.ts';
import { ballots } from './ballot-read.ts';
import { findSession } from './session-record.ts';

/** Reminds members of every ballot that is open; of days missed only the newest is told. Answers how many were reminded. */
export async function remindOfBallots(db: Database, day: Day): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select s.id from council_session s join lifecycle l on l.id = s.id
     where s.mode = 'written' and l.state = 'scoring' order by s.id`.execute(db.app);
  let count = 0;
  for (const { id } of rows) count += await db.transaction((tx) => remindOne(tx, id, day));
  return count;
}

async function remindOne(tx: Tx, id: string, day: Day): Promise<number> {
  const session = await findSession(tx, id);
  if (session?.mode !== 'written' || session.state !== 'scoring') return 0;
  const { ballotReminderDays } = lawSettings(await settingsOn(tx, day, session.province));
  const lastDay = lastDayOf(session, session.sentOn ?? day);
  const step = dueReminder(lastDay, day, ballotReminderDays);
  if (!step || session.sentOn === day) return 0;
  const waiting = (await ballots(tx, session, day)).filter(({ open }) => open > 0);
  let count = 0;
  for (const one of waiting) {
    const claimed = await tx
      .insertInto('ballot_reminder')
      .values({ session: id, seat: one.seat, kind: `before:${step.daysBefore}`, day })
      .onConflict((on) => on.doNothing())
      .returning('seat')
      .executeTakeFirst();
    if (!claimed) continue; // another process was quicker
    await remindMember(tx, session, one, { open: one.open, lastDay, day });
    count += 1;
  }
  return count;
}
