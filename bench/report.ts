/** The annual report with all its figures and checks, through the pool of reports. */
import { Kysely, PostgresDialect } from 'kysely';
import { makeReport } from '../src/features/reports/report.ts';
import type { DB } from '../src/platform/db/schema.generated.ts';
import { median } from './figures.ts';
import type { Measured } from './promises.ts';
import { onePool } from './statements.ts';

const DAY = '2026-06-30';

/** The report over everything in the database, the median of three after one to warm up. `limit` in seconds. */
export async function measureReport(databaseUrl: string, what: string, limit: number): Promise<Measured> {
  const pool = onePool(databaseUrl);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const seconds: number[] = [];
  for (const round of ['warm up', 'one', 'two', 'three']) {
    const begun = performance.now();
    const { figures } = await makeReport(db, { name: 'annual', unit: null, asOf: DAY, unitsAsOf: DAY });
    if (round === 'warm up')
      console.log(`   valid on ${DAY}: ${figures.find(({ id }) => id === 'stock.products')?.value}`);
    else seconds.push((performance.now() - begun) / 1000);
  }
  await pool.end();
  return { what, measured: median(seconds), limit, sense: 'atMost', unit: ' s', absolute: true };
}
