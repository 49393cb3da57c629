/** The round a dossier falls to by the day of the commune's proposal, and who is told when it missed one (Art. 5; R4.5). */
import { type Kysely, sql } from 'kysely';
import { type Round, type RoundFall, roundFall, roundsFixed, roundWords } from '#law/rounds';
import type { Day } from '#platform/clock';
import type { Database, Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { setting } from '#platform/settings';
import { tellOffice, tellProducer } from './letters.ts';
import { type DossierRecord, getDossier } from './record.ts';

type Db = Kysely<DB> | Tx;

/** The round of a dossier, in words of its cut-off. */
export interface DossierRound extends RoundFall {
  readonly inclusive: boolean;
}

/** The round a dossier falls to with a proposal of this day, extra rounds of the province included; null before any act fixed one. */
export async function fallOf(
  db: Db,
  dossier: Pick<DossierRecord, 'province' | 'submittedOn'>,
  proposedOn: Day,
  day: Day,
): Promise<DossierRound | null> {
  if (!roundsFixed('province', proposedOn)) return null;
  const inclusive = (await setting(db, 'cutoffInclusive', { scope: dossier.province.id, day })) === true;
  const { rows } = await sql<Omit<Round, 'level'>>`
    select year, no, proposed_before as "proposedBefore", completed_before as "completedBefore" from evaluation_round
     where province = ${dossier.province.id} and level = 'province' and extra`.execute(db);
  const extra = rows.map((one): Round => ({ ...one, level: 'province' }));
  return { ...roundFall('province', dossier.submittedOn ?? proposedOn, proposedOn, inclusive, extra), inclusive };
}

/** What is said of the round of a dossier; nothing before it is filed and once it stands in a round. */
export async function roundNote(db: Db, dossier: DossierRecord, day: Day): Promise<string | null> {
  const waits = ['submitted', 'checking', 'returned', 'proposed'].includes(dossier.state);
  if (!waits || dossier.submittedOn === null) return null;
  const fall = await fallOf(db, dossier, dossier.proposedOn ?? day, day);
  if (fall === null) return null;
  const { round, missed, inclusive } = fall;
  const falls = dossier.state === 'proposed' ? 'Thuộc' : 'Xã đề nghị hôm nay thì thuộc';
  return `${missed ? `Đã lỡ ${roundWords(missed, inclusive)}. ` : ''}${falls} ${roundWords(round, inclusive)}.`;
}

/** Tells producer and commune which round the dossier falls to, once a round it missed. Answers whether it was told now. */
export async function tellMissed(
  tx: Tx,
  dossier: DossierRecord,
  fall: DossierRound | null,
  day: Day,
): Promise<boolean> {
  if (fall === null || fall.missed === null) return false;
  const { missed, round, inclusive } = fall;
  const claimed = await tx
    .insertInto('round_missed')
    .values({ dossier: dossier.id, year: missed.year, no: missed.no, day })
    .onConflict((on) => on.doNothing())
    .returning('dossier')
    .executeTakeFirst();
  if (!claimed) return false;
  const words = {
    subject: `Hồ sơ ${dossier.product.name} chuyển sang đợt ${round.no} năm ${round.year}`,
    body: `Hồ sơ lỡ ${roundWords(missed, inclusive)}, vì đợt tính theo ngày xã đề nghị.\nHồ sơ thuộc ${roundWords(round, inclusive)}.`,
  };
  await tellProducer(tx, dossier, words);
  await tellOffice(tx, dossier, 'commune', words);
  return true;
}

/** Dossiers looked at in one transaction. */
const BATCH = 200;

/**
 * Tells of every dossier that is still at the commune when the cut-off of its round has passed, once a round. Answers how many.
 */
export async function tellMissedRounds(db: Database, day: Day): Promise<number> {
  let count = 0;
  for (let after: string | undefined, more = true; more; ) {
    const { rows } = await sql<{ id: string }>`
      select d.id from dossier d join lifecycle l on l.id = d.id
       where l.state in ('submitted', 'checking', 'returned') and d.submitted_on is not null and d.proposed_on is null
         and (${after ?? null}::uuid is null or d.id > ${after ?? null}::uuid)
       order by d.id limit ${BATCH}`.execute(db.app);
    count += await db.transaction(async (tx) => {
      let told = 0;
      for (const { id } of rows) {
        const dossier = await getDossier(tx, id);
        if (await tellMissed(tx, dossier, await fallOf(tx, dossier, day, day), day)) told += 1;
      }
      return told;
    });
    after = rows.at(-1)?.id;
    more = rows.length === BATCH;
  }
  return count;
}
