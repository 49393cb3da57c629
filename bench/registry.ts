/** A register of many years: counting and searching where a million recognitions stand. */
import { Kysely, PostgresDialect } from 'kysely';
import { countsByUnit } from '../src/features/places/counts.ts';
import type { DB } from '../src/platform/db/schema.generated.ts';
import { percentile } from './figures.ts';
import type { Peer } from './peers.ts';
import type { Measured } from './promises.ts';
import { measureFiltered, measureSearch } from './search.ts';
import { onePool } from './statements.ts';

/** Three days: before the districts ended, before the newest recognitions, today's units. */
const DAYS = ['2025-06-30', '2026-01-15', '2026-11-22'];

/** Counts by commune as of several days, and the search, both over a million recognitions. */
export async function measureRegistry(bench: {
  product: Peer;
  databaseUrl: string;
  times: number;
}): Promise<Measured[]> {
  const pool = onePool(bench.databaseUrl);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  const seconds: number[] = [];
  for (const round of ['warm up', 'one', 'two']) {
    for (const day of DAYS) {
      const begun = performance.now();
      const counts = await countsByUnit(db, { units: day, valid: day, by: 'commune', within: null });
      const valid = counts.reduce((sum, one) => sum + one.valid, 0);
      if (round !== 'warm up') seconds.push((performance.now() - begun) / 1000);
      else console.log(`   valid on ${day}: ${valid}`);
    }
  }
  await pool.end();
  return [
    {
      ...{ what: 'valid on a day by commune, 1,000,000 recognitions', measured: percentile(seconds, 0.95) },
      ...{ limit: 1, sense: 'atMost', unit: ' s', absolute: true },
    },
    await measureSearch(bench, '1,000,000 recognitions'),
    await measureFiltered(bench, '1,000,000 recognitions'),
  ];
}
