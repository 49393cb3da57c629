/** Product lists over 20,000 products, against the bare handler: processor time a request, and throughput of the kept page. */
import type { Asked } from '../src/features/portal/search.ts';
import type { Query } from './bare-handler.ts';
import { median } from './figures.ts';
import { cpuPerRequest, type PathOf, throughput } from './load.ts';
import { type Peer, startPeer } from './peers.ts';
import type { Measured } from './promises.ts';
import { htmlListAsRows, jsonListAsRows, onePool } from './statements.ts';

export interface ListBench {
  product: Peer;
  databaseUrl: string;
  barePort: number;
  /** Share of the full number of requests. */
  times: number;
}

const ROUNDS = 5;
const FILTERS = { star: [4], sector: ['II'] } satisfies Asked['filters'];
/** Today where the programme is: the statements ask what holds on this day. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format();

/** A letter may be written plainly or by its code: as many addresses of the same list, so that none comes from the page cache. */
const LIST = 'star=4&sector=II&limit=50';
let asked = 0;
const jsonPath: PathOf = () => {
  asked += 1;
  let place = 0;
  const written = LIST.replace(/\w/g, (letter) => {
    place += 1;
    return (asked >> (place - 1)) & 1 ? `%${letter.charCodeAt(0).toString(16)}` : letter;
  });
  return `/api/v1/products?${written}`;
};
const pagePath: PathOf = () => {
  asked += 1;
  return `/san-pham?star=4&sector=II&n=${asked}`;
};
const keptPath = '/san-pham?star=4&sector=II';

/** Measures the three promises about lists, in alternating rounds. */
export async function measureLists(bench: ListBench): Promise<Measured[]> {
  const list: Asked = { filters: FILTERS, day: today, sort: 'name', limit: 50, after: null };
  const pool = onePool(bench.databaseUrl);
  const jsonRows = await jsonListAsRows(pool, list);
  const pageRows = await htmlListAsRows(pool, { ...list, sort: 'star', limit: 24 });
  await pool.end();
  return [
    await ratioOfCpu('JSON list of 50: CPU of the bare handler', 0.8, bench, jsonRows, jsonPath),
    await ratioOfCpu('HTML list with facets: CPU of the bare handler', 1.6, bench, pageRows, pagePath),
    await ratioOfThroughput(bench, pageRows),
  ];
}

async function ratioOfCpu(
  what: string,
  limit: number,
  bench: ListBench,
  queries: Query[],
  path: PathOf,
): Promise<Measured> {
  const [count, warmUp] = [2000 * bench.times, 500 * bench.times];
  const rounds = await withBareHandler(bench, queries, async (bare) => {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [theirs, ours] = await cpuPerRequest([bare, bench.product], path, count, warmUp);
      console.log(`   ${what}: ${Math.round(ours)} µs, bare ${Math.round(theirs)} µs`);
      ratios.push(ours / theirs);
    }
    return ratios;
  });
  return { what, measured: median(rounds), limit, sense: 'atMost', unit: ' ×', absolute: false };
}

async function ratioOfThroughput(bench: ListBench, queries: Query[]): Promise<Measured> {
  const rounds = await withBareHandler(bench, queries, async (bare) => {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const seconds = Math.max(1, 5 * bench.times);
      const theirs = await throughput(`${bare.origin}/`, seconds);
      const ours = await throughput(`${bench.product.origin}${keptPath}`, seconds);
      console.log(`   kept page: ${Math.round(ours)}/s, bare ${Math.round(theirs)}/s`);
      ratios.push(ours / theirs);
    }
    return ratios;
  });
  return {
    what: 'kept page: throughput of the bare handler',
    measured: median(rounds),
    limit: 5,
    sense: 'atLeast',
    unit: ' ×',
    absolute: false,
  };
}

async function withBareHandler<T>(bench: ListBench, queries: Query[], work: (bare: Peer) => Promise<T>): Promise<T> {
  const env = { DATABASE_URL: bench.databaseUrl, PORT: String(bench.barePort), QUERIES: JSON.stringify(queries) };
  const bare = await startPeer('bench/bare-handler.ts', [], bench.barePort, env);
  try {
    return await work(bare);
  } finally {
    await bare.stop();
  }
}
