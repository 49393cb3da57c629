/** Visits still to come: producer, commune and the team's own office are reminded the days of the setting before. */
import { sql } from 'kysely';
import { getDossier, tellOffice, tellProducer } from '#features/dossiers';
import { addDays, daysBetween } from '#law/days';
import { LAW_SETTINGS, lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import { settingsOn } from '#platform/settings';
import { teamProvince } from './acts.ts';
import { whenWords } from './planning.ts';

/** Visits looked at in one transaction's turn. */
const BATCH = 100;

interface OpenPlan {
  readonly id: string;
  readonly dossier: string;
  readonly level: 'province' | 'central';
  readonly visitOn: Day;
  readonly startsAt: string | null;
  readonly place: string;
  readonly toldOn: Day;
}

/** Reminds of every visit to come; of days missed only the newest. Answers how many. */
export async function remindOfVisits(db: Database, day: Day): Promise<number> {
  let count = 0;
  for (let after: OpenPlan | undefined, more = true; more; ) {
    const rows = await openPlans(db, day, after);
    for (const row of rows) if (await db.transaction((tx) => remindOne(tx, row, day))) count += 1;
    after = rows.at(-1);
    more = rows.length === BATCH;
  }
  return count;
}

async function openPlans(db: Database, day: Day, after: OpenPlan | undefined): Promise<OpenPlan[]> {
  const { rows } = await sql<OpenPlan>`
    select v.id, v.dossier, v.level, v.visit_on as "visitOn", v.starts_at as "startsAt", v.place,
           (v.changed_at at time zone 'Asia/Ho_Chi_Minh')::date as "toldOn"
      from planned_visit v join lifecycle l on l.id = v.dossier and l.state in ('inRound', 'central')
     where v.visit is null and v.cancelled_on is null
       and v.visit_on between ${day}::date and ${addDays(day, LAW_SETTINGS.visitReminderDays.max)}::date
       and (${after?.visitOn ?? null}::date is null or (v.visit_on, v.id) > (${after?.visitOn ?? null}::date, ${after?.id ?? null}::uuid))
     order by v.visit_on, v.id limit ${BATCH}`.execute(db.app);
  return rows;
}

async function remindOne(tx: Tx, plan: OpenPlan, day: Day): Promise<boolean> {
  const { id, visitOn, startsAt, place } = plan;
  const dossier = await getDossier(tx, plan.dossier);
  const { visitReminderDays } = lawSettings(await settingsOn(tx, day, teamProvince(dossier)));
  const left = daysBetween(day, visitOn);
  const step = visitReminderDays.findLast((one) => left <= one);
  // Whoever was told of the day or of its change today needs no reminder of it today.
  if (step === undefined || plan.toldOn >= day) return false;
  const claimed = await tx
    .insertInto('planned_visit_reminder')
    .values({ plan: id, visit_on: visitOn, step })
    .onConflict((on) => on.doNothing())
    .returning('plan')
    .executeTakeFirst();
  if (!claimed) return false;
  const words = {
    subject: `Sắp khảo sát thực tế: ${dossier.product.name}`,
    body: `Tổ tư vấn đến ngày ${whenWords(visitOn, startsAt)}, tại ${place}. ${left === 0 ? 'Hôm nay.' : `Còn ${left} ngày.`}`,
  };
  await tellProducer(tx, dossier, words);
  await tellOffice(tx, dossier, 'commune', words);
  await tellOffice(tx, dossier, plan.level === 'central' ? 'ministry' : 'province', words);
  return true;
}
