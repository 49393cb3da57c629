/** Memory of the web process after many different requests. */
import { requestsInSequence } from './load.ts';
import type { Peer } from './peers.ts';
import type { Measured } from './promises.ts';

const SIDE_BY_SIDE = 4;
const MEGABYTE = 1024 * 1024;

const KINDS: readonly ((n: number) => string)[] = [
  (n) => `/san-pham?q=gao%20${n}`,
  (n) => `/san-pham?star=${3 + (n % 3)}&n=${n}`,
  (n) => `/api/v1/products?q=tra%20${n}`,
  () => '/',
  () => '/quy-dinh',
  (n) => `/chung-nhan/GD${1 + (n % 90_000)}`,
  (n) => `/chu-the?n=${n}`,
  (n) => `/api/v1/certificates/GD${1 + (n % 90_000)}`,
  () => '/quy-dinh/26-2026/01',
  () => '/dang-nhap',
];

/** Sends `count` requests, four at a time, and answers the resident memory afterwards. */
export async function memoryAfter(product: Peer, count: number): Promise<Measured[]> {
  const share = Math.ceil(count / SIDE_BY_SIDE);
  const path = (n: number) => KINDS[n % KINDS.length]?.(n) ?? '/';
  await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, (_, lane) =>
      requestsInSequence(product.origin, (n) => path(n * SIDE_BY_SIDE + lane), share),
    ),
  );
  const { memory } = await product.usage();
  return [
    {
      what: `memory after ${count} mixed requests`,
      measured: memory / MEGABYTE,
      limit: 250,
      sense: 'atMost',
      unit: ' MB',
      absolute: true,
    },
  ];
}
