import { hasUnits, loadUnits } from '#features/units';
import { openDatabase } from '#platform/db/database';
import { wireLedger } from '../wiring.ts';

/** Loads the demonstration programme into a new database, all or nothing; does nothing in one that has units. */
export async function loadDemonstrationWhenNew(
  urls: { app: string; report: string },
  say: (line: string) => void,
): Promise<void> {
  const db = await openDatabase(urls, { poolSize: 2 });
  try {
    if (await hasUnits(db.app)) return;
    say('Loading the demonstration programme …');
    wireLedger();
    await db.transaction(async (tx) => {
      await loadUnits(tx, (line) => say(`  ${line}`));
    });
  } finally {
    await db.close();
  }
}
