/** Councils: eleven hand in at once, a large session opens and makes its minutes, a sheet's scripts, its autosave. */
import { setIndexOf, totalOf } from '../src/features/councils/compute.ts';
import type { DatabaseUrls } from '../src/platform/db/connect.ts';
import { act, SET } from '../tests/support/council.ts';
import { measureAutosave } from './autosave.ts';
import { fill, type Hall, openHall, type Sitting, sit, submit } from './council-stage.ts';
import { percentile } from './figures.ts';
import type { Peer } from './peers.ts';
import type { Measured } from './promises.ts';
import { measureScripts } from './scripts.ts';

const TOGETHER = 11;
const MEMBERS = 15;
const PRODUCTS = 60;

interface CouncilBench {
  product: Peer;
  urls: DatabaseUrls;
  barePort: number;
  /** Share of the full number of requests. */
  times: number;
}

/** All figures of section 5 of the order for councils. */
export async function measureCouncils({ product, urls, barePort, times }: CouncilBench): Promise<Measured[]> {
  const hall = await openHall(product.origin, urls);
  try {
    const small = await sit(hall, TOGETHER, names('Miến đo', Math.max(2, Math.round(8 * times))));
    const [first] = small.sheets;
    if (!first) throw new Error('no sheets were handed out');
    const scripts = await measureScripts(hall.stage.base, `/cham/${first.id}`, first.client);
    const { draft, row } = await measureAutosave({ sheet: first, hall, urls, barePort, times });
    const sheets = small.sheets.map((one) => (one.id === first.id ? { ...one, draft } : one));
    const together = await handInTogether(hall, { ...small, sheets });
    return [together, ...(await openLarge(hall)), scripts, row];
  } finally {
    await hall.close();
  }
}

/** Only the autosave of one sheet. */
export async function measureAutosaveAlone({ product, urls, barePort, times }: CouncilBench): Promise<Measured[]> {
  const hall = await openHall(product.origin, urls);
  try {
    const [sheet] = (await sit(hall, TOGETHER, names('Miến đo', 1))).sheets;
    if (!sheet) throw new Error('no sheets were handed out');
    return [(await measureAutosave({ sheet, hall, urls, barePort, times })).row];
  } finally {
    await hall.close();
  }
}

const names = (word: string, count: number) => Array.from({ length: count }, (_, no) => `${word} ${no + 1}`);

/** Product after product, all members at the same moment; every result is compared with the sum of the sheets. */
async function handInTogether(hall: Hall, { session, dossiers, sheets }: Sitting): Promise<Measured> {
  const taken: number[] = [];
  for (const dossier of dossiers) {
    const own = sheets.filter((one) => one.dossier === dossier);
    const drafts = await Promise.all(own.map(fill));
    taken.push(...(await Promise.all(own.map((one, at) => submit(one, drafts[at] ?? 0)))));
  }
  await act(hall.stage, hall.secretary, `/sessions/${session}/closure`, {}, session);
  await act(hall.stage, hall.secretary, `/sessions/${session}/opening`, {}, session);
  const index = await setIndexOf(SET);
  const results = await hall.stage.database.asOwner<{ dossier: string; sum: number; count: number }>(
    'select dossier, point_sum as sum, sheet_count as count from evaluation_result where session = $1',
    [session],
  );
  for (const dossier of dossiers) {
    const total = sheets
      .filter((one) => one.dossier === dossier)
      .reduce((sum, one) => sum + totalOf(index, one.answers), 0);
    const found = results.find((one) => one.dossier === dossier);
    if (found?.count !== TOGETHER || found.sum !== total)
      throw new Error(`eleven sheets of ${total} points gave ${JSON.stringify(found)}`);
  }
  return {
    what: `${TOGETHER} members hand in one product at once: p95`,
    measured: percentile(taken, 0.95),
    ...{ limit: 300, sense: 'atMost', unit: ' ms', absolute: true },
  };
}

/** Everything of a day with 60 products and 15 members up to the minutes; answers what opening and printing took. */
async function openLarge(hall: Hall): Promise<Measured[]> {
  console.log(`Setting up ${PRODUCTS} products for ${MEMBERS} members …`);
  const { session, sheets } = await sit(hall, MEMBERS, names('Bánh đo', PRODUCTS));
  if (sheets.length !== PRODUCTS * MEMBERS) throw new Error(`${sheets.length} sheets were handed out`);
  const clients = [...new Set(sheets.map((one) => one.client))];
  await Promise.all(
    clients.map(async (client) => {
      for (const one of sheets.filter((sheet) => sheet.client === client)) await submit(one, await fill(one));
    }),
  );
  await act(hall.stage, hall.secretary, `/sessions/${session}/closure`, {}, session);
  const opening = await seconds(() => act(hall.stage, hall.secretary, `/sessions/${session}/opening`, {}, session));
  const paper = (form: string) => seconds(() => download(hall, `/phien/${session}/bien-ban.${form}`));
  const [pdf, word] = [await paper('pdf'), await paper('docx')];
  const most = { sense: 'atMost', unit: ' s', absolute: true } as const;
  return [
    { what: `${PRODUCTS} products × ${MEMBERS} members open`, measured: opening, limit: 1, ...most },
    { what: 'their minutes as PDF', measured: pdf, limit: 3, ...most },
    { what: 'their minutes as Word', measured: word, limit: 3, ...most },
  ];
}

async function download({ secretary }: Hall, path: string): Promise<void> {
  const answer = await secretary.fetch(path);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
