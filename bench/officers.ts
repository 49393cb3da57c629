/** An officer's day where a million recognitions stand: the board opens, and saving goes on while the report of the country is made. */
import { Kysely, PostgresDialect } from 'kysely';
import { makeReport } from '../src/features/reports/report.ts';
import type { DB } from '../src/platform/db/schema.generated.ts';
import { Client } from '../tests/support/client.ts';
import { median, percentile } from './figures.ts';
import type { Peer } from './peers.ts';
import type { Measured } from './promises.ts';
import { onePool } from './statements.ts';

const DAY = '2026-06-30';
const ROUNDS = 3;

/** `reportUrl` is the pool of reports, which the report of the country is made through. */
export async function measureOfficers(bench: { product: Peer; reportUrl: string; times: number }): Promise<Measured[]> {
  return [await opensBoard(bench), await savesMeanwhile(bench)];
}

/** The board of the country and of a province, opened in turns. */
async function opensBoard({ product, times }: { product: Peer; times: number }): Promise<Measured> {
  const officers = [await signedIn(product, 'ministry'), await signedIn(product, 'province')];
  const taken: number[] = [];
  for (let n = -1; n < 20 * times; n += 1)
    for (const officer of officers) {
      const begun = performance.now();
      const { status } = await officer.page('/so-lieu');
      if (status !== 200) throw new Error(`/so-lieu answered ${status}`);
      if (n >= 0) taken.push(performance.now() - begun);
    }
  return {
    ...{ what: 'board over 1,000,000 recognitions: p95', measured: percentile(taken, 0.95) },
    ...{ limit: 300, sense: 'atMost', unit: ' ms', absolute: true },
  };
}

/** Median of a save while reports are made one after the other, as a multiple of a save alone; the median of the rounds. */
async function savesMeanwhile(bench: { product: Peer; reportUrl: string; times: number }): Promise<Measured> {
  const commune = await signedIn(bench.product, 'commune');
  const pool = onePool(bench.reportUrl);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const count = Math.max(10, Math.round(60 * bench.times));
    const alone = await medianSave(commune, count);
    const report = { going: true };
    const reports = whileGoing(report, () => makeReport(db, { name: 'annual', unit: null, asOf: DAY, unitsAsOf: DAY }));
    const meanwhile = await medianSave(commune, count).finally(() => {
      report.going = false;
    });
    await reports;
    console.log(`   a save: ${alone.toFixed(1)} ms alone, ${meanwhile.toFixed(1)} ms while the report is made`);
    ratios.push(meanwhile / alone);
  }
  await pool.end();
  return {
    ...{ what: 'officers’ saves while the report of the country is made', measured: median(ratios) },
    ...{ limit: 1.2, sense: 'atMost', unit: ' ×', absolute: false },
  };
}

async function whileGoing(report: { going: boolean }, work: () => Promise<unknown>): Promise<void> {
  while (report.going) await work();
}

async function medianSave(officer: Client, count: number): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    const idea = { name: `Ý tưởng để đo ${n}`, person: 'Nhóm hộ giả định' };
    const { status, body } = await officer.json('POST', '/api/v1/ideas', idea, { key: true });
    if (status !== 200) throw new Error(`saving answered ${status}: ${JSON.stringify(body)}`);
    taken.push(performance.now() - begun);
  }
  return median(taken);
}

async function signedIn({ origin }: Peer, account: string): Promise<Client> {
  const client = new Client(origin.replace('127.0.0.1', 'localhost'));
  const { status } = await client.post('/vao-thu', { account });
  if (status !== 303) throw new Error(`${account} cannot sign in: ${status}`);
  return client;
}
