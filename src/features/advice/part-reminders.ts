/** Members' parts not handed in: the member is reminded before and on the last day, member and office once when it has passed. */
import { sql } from 'kysely';
import { advicePaths, getDossier, tellOffice } from '#features/dossiers';
import { addDays, daysBetween, dayText } from '#law/days';
import { dueReminder, NEWS_DAYS } from '#law/reevaluation';
import { LAW_SETTINGS, lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import { tell } from '#platform/outbox/outbox';
import { settingsOn } from '#platform/settings';
import { officeOfTeam, teamProvince } from './acts.ts';

/** Parts looked at in one round. */
const BATCH = 100;

interface OpenPart {
  readonly dossier: string;
  readonly level: 'province' | 'central';
  readonly member: string;
  readonly name: string;
  readonly account: string;
  readonly email: string | null;
  readonly dueOn: Day;
  /** The day the dossier was last given out. */
  readonly givenOn: Day | null;
}

/** Reminds of every part still open; of days missed only the newest. Answers how many. */
export async function remindOfParts(db: Database, day: Day): Promise<number> {
  let count = 0;
  for (let after: OpenPart | undefined, more = true; more; ) {
    const rows = await openParts(db, day, after);
    for (const row of rows) if (await db.transaction((tx) => remindOne(tx, row, day))) count += 1;
    after = rows.at(-1);
    more = rows.length === BATCH;
  }
  return count;
}

/**
 * Of members who still reach the dossier (`given_reach`) while it waits for its session and the team's report is not recorded:
 * the report closes what the parts are for.
 */
async function openParts(db: Database, day: Day, after: OpenPart | undefined): Promise<OpenPart[]> {
  const { rows } = await sql<OpenPart>`
    select a.dossier, a.level, a.member, m.name, m.account, c.email, a.due_on as "dueOn",
           (select max(w.day) from ledger w where w.subject = a.dossier and w.action = 'dossier.assignAdvisers') as "givenOn"
      from advice_assignment a
      join advisory_team_member m on m.id = a.member
      join account c on c.id = m.account
      join given_reach g on g.subject = a.dossier and g.account = m.account
      join lifecycle l on l.id = a.dossier and l.state = case a.level when 'central' then 'central' else 'inRound' end
     where a.due_on between ${addDays(day, -NEWS_DAYS)}::date and ${addDays(day, LAW_SETTINGS.partReminderDays.max)}::date
       and not exists (select from advice_part p join advice_part_handed h on h.part = p.id and h.given_back_on is null
             where p.dossier = a.dossier and p.level = a.level and p.member = a.member)
       and not exists (select from advisory_report r where r.dossier = a.dossier and a.level = 'province')
       and not exists (select from central_advice r where r.dossier = a.dossier and a.level = 'central')
       and (${after?.dueOn ?? null}::date is null
            or (a.due_on, a.dossier, a.member) > (${after?.dueOn ?? null}::date, ${after?.dossier ?? null}::uuid, ${after?.member ?? null}::uuid))
     order by a.due_on, a.dossier, a.member limit ${BATCH}`.execute(db.app);
  return rows;
}

async function remindOne(tx: Tx, { account, email, dueOn, ...row }: OpenPart, day: Day): Promise<boolean> {
  const dossier = await getDossier(tx, row.dossier);
  const { partReminderDays } = lawSettings(await settingsOn(tx, day, teamProvince(dossier)));
  // The day after the last one is the first on which it has passed.
  const step = dueReminder(
    addDays(dueOn, 1),
    day,
    partReminderDays.map((one) => one + 1),
  );
  if (!step || row.givenOn === day) return false;
  const claimed = await tx
    .insertInto('advice_part_reminder')
    .values({
      ...{ dossier: row.dossier, level: row.level, member: row.member, due_on: dueOn },
      ...{ step: step.daysBefore, day },
    })
    .onConflict((on) => on.doNothing())
    .returning('dossier')
    .executeTakeFirst();
  if (!claimed) return false; // another process was quicker
  const left = daysBetween(day, dueOn);
  const term = left < 0 ? `quá ${-left} ngày` : left === 0 ? 'hôm nay là ngày cuối' : `còn ${left} ngày`;
  const words = {
    subject: `${left < 0 ? 'Đã quá hạn' : 'Sắp đến hạn'} nộp phần thẩm tra hồ sơ ${dossier.product.name}`,
    body: `Hạn nộp phần thẩm tra là ngày ${dayText(dueOn)}, ${term}.`,
  };
  const where = { link: advicePaths.part(row.dossier), about: row.dossier };
  await tell(tx, { channel: 'app', account, ...words, ...where });
  if (email !== null) await tell(tx, { channel: 'email', address: email, ...words, ...where });
  if (left < 0)
    await tellOffice(tx, dossier, officeOfTeam(dossier), {
      subject: words.subject,
      body: `${row.name} chưa nộp phần thẩm tra. ${words.body}`,
    });
  return true;
}
