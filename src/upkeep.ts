/** What is tidied every hour: spent keys, kept forms, files nothing refers to. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '#platform/db/database';
import type { FileStore } from '#platform/files/store';
import { forgetOldKeys } from '#platform/idempotency/idempotency';

const HOUR = 3_600_000;

interface Rooms {
  db: Database;
  files: FileStore;
}

/** Tidies once an hour until the answer is called; the first time a minute after the start. */
export function keepUp(rooms: Rooms, onError: (error: unknown) => void): () => Promise<void> {
  const stop = new AbortController();
  const running = (async () => {
    let wait = 60_000;
    while (!stop.signal.aborted) {
      await sleep(wait, undefined, { signal: stop.signal }).catch(() => undefined);
      if (stop.signal.aborted) return;
      await tidy(rooms).catch(onError);
      wait = HOUR;
    }
  })();
  return async () => {
    stop.abort();
    await running;
  };
}

/** Forgets keys after two days, kept forms after one, files sent and never attached after one, half uploads after a week. */
export async function tidy({ db, files }: Rooms): Promise<void> {
  await db.transaction(forgetOldKeys);
  await sql`delete from kept_form where at < now() - interval '1 day'`.execute(db.app);
  await sql`delete from upload where touched_at < now() - interval '7 days'`.execute(db.app);
  await sql`delete from file where not attached and uploaded_at < now() - interval '1 day'`.execute(db.app);
  await files.sweep({
    referred: async (hashes) => {
      const rows = await db.app.selectFrom('file').select('sha256').where('sha256', 'in', hashes).execute();
      return new Set(rows.map(({ sha256 }) => sha256));
    },
  });
}
