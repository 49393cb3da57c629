/** What is done every hour: changes of units take effect on their day; reminders of certificates and papers that end, of rounds missed; records of producers compared; spent keys, kept forms, files of lists whose days are over and files nothing refers to go. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { remindOfParts, remindOfRequests, remindOfVisits } from '#features/advice';
import { remindOfExpiry } from '#features/certificates';
import { remindOfReports } from '#features/compiler';
import { remindOfBallots } from '#features/councils';
import { remindOfPapers, tellMissedRounds } from '#features/dossiers';
import { forgetOldListFiles } from '#features/list-files';
import { refreshFew } from '#features/producers';
import { remindOfYears } from '#features/product-years';
import { compareFewProducts } from '#features/products';
import { remindOfTasks } from '#features/tasks';
import { applyDueChanges } from '#features/unit-changes';
import type { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/db/database';
import type { FileStore } from '#platform/files/store';
import { forgetOldKeys } from '#platform/idempotency/idempotency';

const HOUR = 3_600_000;

interface Rooms {
  db: Database;
  files: FileStore;
  clock: Clock;
  config: Pick<Config, 'baseUrl'>;
}

/** Tidies and reminds once an hour until the answer is called; the first time a minute after the start. */
export function keepUp(rooms: Rooms, onError: (error: unknown) => void): () => Promise<void> {
  const stop = new AbortController();
  const running = (async () => {
    let wait = 60_000;
    while (!stop.signal.aborted) {
      await sleep(wait, undefined, { signal: stop.signal }).catch(() => undefined);
      if (stop.signal.aborted) return;
      await forgetOldListFiles(rooms.db, rooms.clock.today()).catch(onError);
      await tidy(rooms).catch(onError);
      await applyDueChanges(rooms.db, rooms.clock.today()).catch(onError);
      await remind(rooms).catch(onError);
      await compare(rooms, stop.signal).catch(onError);
      wait = HOUR;
    }
  })();
  return async () => {
    stop.abort();
    await running;
  };
}

/** Forgets keys after two days, kept forms after one, files sent and never attached after one, half uploads after a week, results of acts on many after 30, contacts of answered reports after half a year. */
export async function tidy({ db, files }: Pick<Rooms, 'db' | 'files'>): Promise<void> {
  await db.transaction(forgetOldKeys);
  await sql`delete from kept_form where at < now() - interval '1 day'`.execute(db.app);
  await sql`delete from act_on_many where at < now() - interval '30 days'`.execute(db.app);
  await sql`update misuse_report set contact = null where contact is not null and closed_on < (now() at time zone 'Asia/Ho_Chi_Minh')::date - 180`.execute(
    db.app,
  );
  await sql`delete from upload where touched_at < now() - interval '7 days'`.execute(db.app);
  await sql`delete from file where not attached and uploaded_at < now() - interval '1 day'`.execute(db.app);
  await files.sweep({
    referred: async (hashes) => {
      const rows = await db.app.selectFrom('file').select('sha256').where('sha256', 'in', hashes).execute();
      return new Set(rows.map(({ sha256 }) => sha256));
    },
  });
}

/** How long records are compared each hour, and the pause between two handfuls: people at work go first. */
const COMPARING_MS = 120_000;
const PAUSE_MS = 200;

/** Records of producers that changed otherwise than by an act here (lists brought in), and products of one producer, are compared with the others, a handful a transaction. */
async function compare({ db, clock }: Pick<Rooms, 'db' | 'clock'>, signal: AbortSignal): Promise<void> {
  const until = performance.now() + COMPARING_MS;
  while (!signal.aborted && performance.now() < until) {
    const day = clock.today();
    const more = [
      await db.transaction((tx) => refreshFew(tx, day)),
      await db.transaction((tx) => compareFewProducts(tx, day)),
    ];
    if (!more.includes(true)) return;
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Producers and communes are told of certificates and papers that come to their end (R8.1, R3.3) and of rounds a dossier missed (R4.5); members of ballots not answered (R4.7); of requests, parts and visits of the advisory team (Art. 7.3.c); of yearly figures not told (Art. 10). */
async function remind({ db, clock, config }: Omit<Rooms, 'files'>): Promise<number> {
  const day = clock.today();
  const certificates = await remindOfExpiry(db, { day, baseUrl: config.baseUrl });
  return (
    certificates +
    (await remindOfPapers(db, day)) +
    (await tellMissedRounds(db, day)) +
    (await remindOfBallots(db, day)) +
    (await remindOfRequests(db, day)) +
    (await remindOfParts(db, day)) +
    (await remindOfTasks(db, day)) +
    (await remindOfVisits(db, day)) +
    (await remindOfReports(db, day)) +
    (await remindOfYears(db, { day, baseUrl: config.baseUrl }))
  );
}
