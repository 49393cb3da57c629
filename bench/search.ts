/** Search without diacritics, and the list filtered: through HTTP against the plain statement through `pg`, one client. */
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
const SECTORS = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;
const LIMIT = 20;
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format();

/** The n-th thing typed: two names and the beginning of a number, never the same twice in a run. */
const typed = (n: number) =>
  `${THINGS[n % THINGS.length]} ${MARKS[Math.floor(n / THINGS.length) % MARKS.length]} ${n + 1}`;

interface Bench {
  product: Peer;
  databaseUrl: string;
  times: number;
}
interface Question {
  filters: Asked['filters'];
  address: string;
}

/** Search by words: p95 through HTTP may be 1.5 times p95 of the plain statement plus 2 ms. */
export async function measureSearch(bench: Bench, over = '100,000'): Promise<Measured> {
  const asked = (n: number) => ({ filters: { q: typed(n) }, address: `q=${encodeURIComponent(typed(n))}` });
  return againstPlain(`search over ${over}: p95 through HTTP`, asked, bench);
}

/** The list by star, group and state, no two questions of a run alike; promised as search is. */
export async function measureFiltered(bench: Bench, over: string): Promise<Measured> {
  const asked = (n: number): Question => {
    const star = 3 + (n % 3);
    const sector = SECTORS[Math.floor(n / 3) % SECTORS.length] ?? 'I';
    return { filters: { star: [star], sector: [sector] }, address: `star=${star}&sector=${sector}&n=${n}` };
  };
  return againstPlain(`list over ${over}: p95 through HTTP`, asked, bench);
}

async function againstPlain(what: string, asked: (n: number) => Question, bench: Bench): Promise<Measured> {
  const count = Math.round(600 * bench.times);
  const plain = await plainTimes(bench.databaseUrl, (n) => asked(n).filters, count);
  const address = (n: number) => `/api/v1/products?limit=${LIMIT}&${asked(n).address}`;
  const http = await requestsInSequence(bench.product.origin, address, count);
  const limit = percentile(plain, 0.95) * 1.5 + 2;
  return { what, measured: percentile(http, 0.95), limit, sense: 'atMost', unit: ' ms', absolute: false };
}

/** Times of the same statements with the same values, milliseconds; a first pass warms the database for both sides. */
async function plainTimes(
  databaseUrl: string,
  filters: (n: number) => Asked['filters'],
  count: number,
): Promise<number[]> {
  const pool = onePool(databaseUrl);
  const times: number[] = [];
  for (const pass of ['warm up', 'measure']) {
    for (let n = 0; n < count; n += 1) {
      const asked: Asked = { filters: filters(n), day: today, sort: 'name', limit: LIMIT, after: null };
      const queries = await jsonListStatements(pool, asked);
      const begun = performance.now();
      for (const { text, values } of queries) await pool.query(text, [...values]);
      if (pass === 'measure') times.push(performance.now() - begun);
    }
  }
  await pool.end();
  return times;
}
