/** Papers that come to their end: everybody whose dossier leans on one is told, once a paper and step. */
import { sql } from 'kysely';
import { certificateRules, stateOn } from '#features/registry';
import { addDays, dayText } from '#law/days';
import { dueReminder, NEWS_DAYS, type Reminder } from '#law/reevaluation';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import { tellOffice, tellProducer } from './letters.ts';
import { paperReminderDays } from './paper-read.ts';
import { getDossier } from './record.ts';
import { type DossierState, ENDED_STATES } from './schema.ts';

/** Papers looked at in one transaction. */
const BATCH = 100;

interface EndingPaper {
  readonly id: string;
  readonly title: string;
  readonly endsOn: Day;
  /** The latest step already told. */
  readonly told: number | null;
  readonly dossiers: readonly { readonly id: string; readonly state: DossierState }[];
}

/** States in which the commune, and later the province, work on a dossier. */
const AT_COMMUNE: readonly string[] = ['submitted', 'checking', 'returned', 'proposed'];
const AT_PROVINCE: readonly string[] = ['proposed', 'inRound', 'inSession', 'concluded', 'candidate'];

/**
 * Tells the producer of every paper that ends soon or has ended and that a dossier not yet at its end, or a certificate in
 * force, leans on; and the office that holds the dossier. Answers how many papers.
 */
export async function remindOfPapers(db: Database, day: Day): Promise<number> {
  const days = await paperReminderDays(db.app, day);
  let count = 0;
  for (let after: Pick<EndingPaper, 'endsOn' | 'id'> | undefined, more = true; more; ) {
    const rows = await endingPapers(db, day, Math.max(...days), after);
    const due = rows.flatMap((row) => {
      const step = dueReminder(row.endsOn, day, days);
      return step && (row.told === null || row.told > step.daysBefore) ? [{ row, step }] : [];
    });
    if (due.length > 0)
      count += await db.transaction(async (tx) => {
        let told = 0;
        for (const { row, step } of due) if (await tellOnce(tx, row, step, day)) told += 1;
        return told;
      });
    after = rows.at(-1);
    more = rows.length === BATCH;
  }
  return count;
}

async function endingPapers(
  db: Database,
  day: Day,
  earliest: number,
  after: Pick<EndingPaper, 'endsOn' | 'id'> | undefined,
): Promise<EndingPaper[]> {
  const rules = await certificateRules(db.app, day);
  const { rows } = await sql<EndingPaper>`
    select p.id, p.title, p.ends_on as "endsOn", (select min(r.step) from paper_reminder r where r.paper = p.id) as told, u.dossiers
      from paper p cross join lateral (
        select json_agg(json_build_object('id', d.id, 'state', l.state) order by d.id) as dossiers
          from dossier_paper c join dossier d on d.id = c.dossier join lifecycle l on l.id = d.id
         where c.paper = p.id and (l.state <> all(${[...ENDED_STATES]}::text[])
            or l.state = 'recognised' and exists (select from recognition g join lifecycle k on k.id = g.id
                 where g.dossier = d.id and ${stateOn('g', 'k.state', day, rules)} in ('inForce', 'extended')))) u
     where p.removed_at is null and u.dossiers is not null
       and p.ends_on between ${addDays(day, -NEWS_DAYS)}::date and ${addDays(day, earliest)}::date
       and (${after?.endsOn ?? null}::date is null or (p.ends_on, p.id) > (${after?.endsOn ?? null}::date, ${after?.id ?? null}::uuid))
     order by p.ends_on, p.id limit ${BATCH}`.execute(db.app);
  return rows;
}

/** The row of the step is the claim: whoever writes it tells. */
async function tellOnce(tx: Tx, row: EndingPaper, step: Reminder, day: Day): Promise<boolean> {
  const claimed = await tx
    .insertInto('paper_reminder')
    .values({ paper: row.id, step: step.daysBefore, day })
    .onConflict((on) => on.doNothing())
    .returning('paper')
    .executeTakeFirst();
  if (!claimed) return false;
  const ended = day > row.endsOn;
  const records = await Promise.all(row.dossiers.map(({ id }) => getDossier(tx, id)));
  const names = [...new Set(records.map(({ product }) => product.name))].join('; ');
  const words = {
    subject: `${row.title}: ${ended ? 'đã hết hạn' : `hết hạn ngày ${dayText(row.endsOn)}`}`,
    body: `Giấy tờ này ${ended ? `đã hết hạn ngày ${dayText(row.endsOn)}` : `hết hạn ngày ${dayText(row.endsOn)}`}. Đang dùng cho hồ sơ: ${names}.\nXin cấp mới rồi thêm vào kho giấy tờ.`,
  };
  const [first] = records;
  if (first) await tellProducer(tx, first, words);
  for (const dossier of records) {
    if (AT_COMMUNE.includes(dossier.state)) await tellOffice(tx, dossier, 'commune', words);
    if (AT_PROVINCE.includes(dossier.state)) await tellOffice(tx, dossier, 'province', words);
  }
  return true;
}
