import { demoAccounts } from '#features/identity';
import { demoCommunes, demoId, loadRegistryDemonstration } from '#features/registry';
import { hasUnits, loadUnits, unitByCode } from '#features/units';
import { systemClock } from '#platform/clock';
import { openDatabase, type Tx } from '#platform/db/database';
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
    await db.transaction((tx) => loadDemonstration(tx, systemClock.today(), (line) => say(`  ${line}`)));
  } finally {
    await db.close();
  }
}

/** Units, real lists, invented producers and products, and the accounts to try it with. */
export async function loadDemonstration(tx: Tx, day: string, progress: (line: string) => void): Promise<void> {
  wireLedger();
  await loadUnits(tx, progress);
  await loadRegistryDemonstration(tx, day, progress);
  const made = await demoAccounts(tx, day, await placesOf(tx, day));
  progress(`${made} accounts to try the programme with`);
}

async function placesOf(tx: Tx, day: string) {
  const [commune, commune2] = await Promise.all([
    unitByCode(tx, demoCommunes.commune, day, 'commune'),
    unitByCode(tx, demoCommunes.commune2, day, 'commune'),
  ]);
  if (commune === null || commune2 === null) throw new Error('The communes of the demonstration are not in the register.');
  const { province } = commune;
  return {
    commune: commune.id,
    commune2: commune2.id,
    province,
    producer: demoId('producer', 'canh-dieu'),
    producer2: demoId('producer', 'gio-nom'),
  };
}
