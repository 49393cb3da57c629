/** Search without diacritics over 100,000 products: through HTTP against the plain statement through `pg`, one client. */
import type { Asked } from '../src/features/portal/search.ts';
import { percentile } from './figures.ts';
import { requestsInSequence } from './load.ts';
import type { Peer } from './peers.ts';
import type { Measured } from './promises.ts';
import { jsonListStatements, onePool } from './statements.ts';

const THINGS = [
  'mi gao',
  'buoi dien',
  'nuoc mam',
  'tra sen',
  'gom trang tri',
  'mat ong',
  'cha muc',
  'ca phe',
  'muoi ot',
  'long nhan',
];
const MARKS = ['hoa binh', 'dong tam', 'thuy tien', 'que huong', 'song hong', 'dat viet', 'anh duong', 'vuon xanh'];
const LIMIT = 20;
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format();

/** The n-th thing typed: two names and the beginning of a number, never the same twice in a run. */
const typed = (n: number) =>
  `${THINGS[n % THINGS.length]} ${MARKS[Math.floor(n / THINGS.length) % MARKS.length]} ${n + 1}`;

/** p95 through HTTP, which may be 1.5 times p95 of the plain statement plus 2 ms. */
export async function measureSearch(bench: { product: Peer; databaseUrl: string; times: number }): Promise<Measured[]> {
  const count = Math.round(600 * bench.times);
  const plain = await plainTimes(bench.databaseUrl, count);
  const http = await requestsInSequence(bench.product.origin, (n) => address(n), count);
  const limit = percentile(plain, 0.95) * 1.5 + 2;
  return [
    {
      what: 'search over 100,000: p95 through HTTP',
      measured: percentile(http, 0.95),
      limit,
      sense: 'atMost',
      unit: ' ms',
      absolute: false,
    },
  ];
}

const address = (n: number) => `/api/v1/products?limit=${LIMIT}&q=${encodeURIComponent(typed(n))}`;

/** Times of the same statements with the same words, milliseconds; a first pass warms the database for both sides. */
async function plainTimes(databaseUrl: string, count: number): Promise<number[]> {
  const pool = onePool(databaseUrl);
  const times: number[] = [];
  for (const pass of ['warm up', 'measure']) {
    for (let n = 0; n < count; n += 1) {
      const asked: Asked = { filters: { q: typed(n) }, day: today, sort: 'name', limit: LIMIT, after: null };
      const queries = await jsonListStatements(pool, asked);
      const begun = performance.now();
      for (const { text, values } of queries) await pool.query(text, [...values]);
      if (pass === 'measure') times.push(performance.now() - begun);
    }
  }
  await pool.end();
  return times;
}
