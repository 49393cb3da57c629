import { demoAdvice } from '#features/advice';
import { demoNotesTold } from '#features/adviser';
import { demoBodies, loadBodies } from '#features/bodies';
import { demoCentral } from '#features/central';
import { demoDecisions, demoPast } from '#features/certificates';
import { demoReports } from '#features/compiler';
import { demoBallot, demoCouncils, demoNameless } from '#features/councils';
import { demoDelegations } from '#features/delegations';
import { demoCommune, demoDossiers } from '#features/dossiers';
import { demoIdeas } from '#features/ideas';
import { demoAccounts } from '#features/identity';
import { demoImport } from '#features/imports';
import { loadLegalActs } from '#features/legal-acts';
import { loadCraftVillages } from '#features/local-places';
import { demoMeeting } from '#features/meeting';
import { demoMisuse } from '#features/misuse';
import { demoPractice } from '#features/practice';
import { demoProducerRecords } from '#features/producers';
import { demoProductYears } from '#features/product-years';
import { demoProductRecord } from '#features/products';
import { demoCommunes, demoId, loadRegistryDemonstration } from '#features/registry';
import { demoReviews } from '#features/reviews';
import { demoRound } from '#features/rounds';
import { demoSalePoints } from '#features/sale-points';
import { demoSelling } from '#features/selling';
import { demoSupport } from '#features/support';
import { loadTargets } from '#features/targets';
import { demoTasks, loadTasks } from '#features/tasks';
import { demoTrainings } from '#features/training';
import { demoUnitChange } from '#features/unit-changes';
import { hasUnits, loadUnits, unitByCode } from '#features/units';
import { systemClock } from '#platform/clock';
import { openDatabase, type Tx } from '#platform/db/database';
import type { FileStore } from '#platform/files/store';
import { system } from '#platform/ledger/ledger';
import { wireLedger } from '../wiring.ts';

/** Code of the province both communes belong to. */
const HUNG_YEN = '33';

/** Loads the demonstration programme into a new database, all or nothing; does nothing in one that has units. */
export async function loadDemonstrationWhenNew(
  urls: { app: string; report: string },
  files: FileStore,
  say: (line: string) => void,
): Promise<void> {
  const db = await openDatabase(urls, { poolSize: 2 });
  try {
    if (await hasUnits(db.app)) return;
    say('Loading the demonstration programme …');
    await db.transaction((tx) => loadDemonstration(tx, systemClock.today(), files, (line) => say(`  ${line}`)));
  } finally {
    await db.close();
  }
}

/** Units, real lists, invented producers and products, the accounts to try it with, a council and its decisions. */
export async function loadDemonstration(
  tx: Tx,
  day: string,
  files: FileStore,
  progress: (line: string) => void,
): Promise<void> {
  wireLedger();
  const hand = { actor: system('load-units', 'Nạp danh mục đơn vị hành chính'), day, requestId: 'load-demonstration' };
  await loadUnits(tx, hand, progress);
  await loadRegistryDemonstration(tx, day, progress);
  const places = await placesOf(tx, day);
  const made = await demoAccounts(tx, day, places);
  progress(`${made} accounts to try the programme with`);
  const tools = { tx, day, now: systemClock.now(), files };
  // First the round, so that what the communes forward falls to it.
  const round = await demoRound(tools, 3);
  await demoCommune(tools);
  progress('dossiers at the desk of a commune: handed in, half checked, returned, proposed');
  await demoDossiers(tools);
  progress('dossiers being written, handed in, checked and returned');
  const session = await demoCouncils(tools, round);
  await demoMeeting(tools);
  await demoPractice(tools, { dossiers: session.recognised });
  await demoDecisions(tools, session);
  await demoNotesTold(tools, session);
  await demoAdvice(tools, session);
  await demoCentral(tools, session.sent);
  progress('a council with three sessions, two issued decisions and one in draft, a candidate at the Ministry');
  await demoPast(tools, 'bun-la');
  await demoBallot(tools, { council: session.council, round });
  await demoNameless(tools, round);
  progress('a ballot by written opinions under way, a session without names');
  await demoReviews(tools);
  await demoMisuse(tools);
  await demoDelegations(tools);
  await demoProducerRecords(tools);
  await demoSelling(tools);
  await demoProductRecord(tools);
  await demoProductYears(tools);
  await demoIdeas(tools);
  progress(`${await loadCraftVillages(tx, day)} craft villages of the worked provinces`);
  progress(`${await loadLegalActs(tx, day)} legal acts of the programme`);
  await demoReports(tools);
  progress(`${await loadTargets(tx, day)} targets of plans`);
  progress(`${await loadTasks(tx, day)} tasks given by the province`);
  progress(`${await loadBodies(tx, day)} bodies that steer the programme`);
  await demoTasks(tools, await demoBodies(tools));
  await demoTrainings(tools);
  await demoSupport(tools);
  await demoSalePoints(tools);
  await demoUnitChange(tools, [places.commune, places.commune2]);
  await demoImport(tools);
  progress('a list brought in, its doubts waiting for the province');
  progress('two reports of wrong use of the stars, one of them answered');
}

/** Ids of the places and producers the accounts stand at. */
async function placesOf(tx: Tx, day: string) {
  const unit = async (code: string, level: 'commune' | 'province') => {
    const found = await unitByCode(tx, code, day, level);
    if (found === null) throw new Error(`The register has no ${level} with code ${code} on ${day}.`);
    return found.id;
  };
  return {
    commune: await unit(demoCommunes.commune, 'commune'),
    commune2: await unit(demoCommunes.commune2, 'commune'),
    province: await unit(HUNG_YEN, 'province'),
    producer: demoId('producer', 'canh-dieu'),
    producer2: demoId('producer', 'gio-nom'),
  };
}
