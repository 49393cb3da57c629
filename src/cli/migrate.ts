import { steps } from '#law/moves';
import { openDatabase } from '#platform/db/database';
import { checkGrants } from '#platform/db/grants';
import { raiseDatabase } from '#platform/db/locate';
import { ownerOf, say, withDatabaseOf } from './operator.ts';

/** `saolang migrate`: makes database, roles and tables, or brings them to this release. Needs DATABASE_OWNER_URL. */
export async function run(): Promise<number> {
  return withDatabaseOf(async (located) => {
    const applied = await raiseDatabase(ownerOf(located), steps, say);
    const db = await openDatabase(located, { poolSize: 1, reportPoolSize: 1 });
    try {
      await checkGrants(db);
    } finally {
      await db.close();
    }
    say(
      applied.length === 0 ? 'The database is at the level of this release.' : `${applied.length} migrations applied.`,
    );
    return 0;
  });
}
