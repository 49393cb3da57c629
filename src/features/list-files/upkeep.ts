import { sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Database } from '#platform/db/database';

/** Lets go of files whose days are over; the bytes go with the files nothing refers to. */
export async function forgetOldListFiles(db: Database, day: Day): Promise<void> {
  await db.transaction(async (tx) => {
    const { rows } = await sql<{ file: string }>`
      delete from list_file where ends_on < ${day}::date returning file`.execute(tx);
    await sql`update file set attached = false where id = any(${rows.map(({ file }) => file)}::uuid[])`.execute(tx);
  });
}
