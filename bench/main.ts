/**
 * `npm run bench`: what is promised about speed, measured, in one table. Everything runs on databases and folders of its
 * own in the temporary folder. `npm run bench -- --quick` asks a tenth as often: to try it out, not to judge by.
 * `npm run bench -- --only councils` measures one part alone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { derivedUrls } from '../src/platform/db/connect.ts';
import { startEmbedded } from '../src/platform/db/launcher.ts';
import { measureAutosaveAlone, measureCouncils } from './councils.ts';
import { measureHandbook } from './handbook.ts';
import { measureImports } from './imports.ts';
import { measureLists } from './lists.ts';
import { memoryAfter } from './memory.ts';
import { measureOfficers } from './officers.ts';
import { measurePapers } from './papers.ts';
import { type Peer, startPeer, stopPeers } from './peers.ts';
import { countInvented, inventEarlier, inventProducts } from './products.ts';
import { holds, type Measured, table } from './promises.ts';
import { measureRegistry } from './registry.ts';
import { measureReport } from './report.ts';
import { sheetsPerSecond } from './scoring.ts';
import { measureSearch } from './search.ts';
import { measureSignIn } from './sign-in.ts';

const quick = process.argv.includes('--quick');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const PARTS = [
  'scoring',
  'starting',
  'councils',
  'autosave',
  'signing-in',
  'handbook',
  'papers',
  'imports',
  'lists',
  'report',
  'search',
  'registry',
  'memory',
] as const;
const wanted = (part: (typeof PARTS)[number]): boolean => only === undefined || only === part;
// Below the ports the system gives to outgoing connections, so that none of those takes it between two starts.
const portOfBench = 21_000 + (process.pid % 1000) * 2;
const dataDir = await mkdtemp(join(tmpdir(), 'saolang-bench-'));
const results: Measured[] = [];

// Interrupted, it still takes its folder away; the processes it started end with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void tidyUp().then(() => process.exit(130)));

try {
  if (only !== undefined && !PARTS.some((part) => part === only))
    throw new Error(`--only takes one of: ${PARTS.join(', ')}`);
  if (wanted('scoring')) report('scoring', [await measureScoring()]);
  if (wanted('papers')) report('papers', await measurePapers());
  if (only !== 'scoring' && only !== 'papers') await measureServing(await measureStarting());
} finally {
  await tidyUp();
}
console.log(`\n${table(results)}`);
const broken = results.filter((row) => !holds(row));
console.log(
  `\n${results.length - broken.length} promises hold, ${broken.length} do not${quick ? ' (quick run)' : ''}.`,
);
process.exitCode = broken.length > 0 ? 1 : 0;

async function tidyUp(): Promise<void> {
  await stopPeers();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
}

/** The demonstration programme, as a visitor's machine runs it, in a folder of its own. */
function startProduct(): Promise<Peer> {
  const env = { DATA_DIR: dataDir, PORT: String(portOfBench), RATE_LIMITS: 'off', LOG_LEVEL: 'warn' };
  return startPeer('bin/saolang.mjs', ['start'], portOfBench, env, '/readyz', flagsOf(manifest.scripts.start));
}

/** What `npm start` gives to Node before the module. */
function flagsOf(script: string): string[] {
  return script.split(' ').filter((word) => word.startsWith('--'));
}

async function measureScoring(): Promise<Measured> {
  const measured = await sheetsPerSecond();
  return { what: 'sheets scored a second', measured, limit: 20_000, sense: 'atLeast', unit: '', absolute: true };
}

/** Starts the product; answers it running. */
async function measureStarting(): Promise<Peer> {
  const [first, firstSeconds] = await timed(startProduct);
  // Memory is measured in a process that has not built the demonstration.
  if (!wanted('starting') && !wanted('imports') && !wanted('memory')) return first;
  await first.stop();
  const [product, secondSeconds] = await timed(startProduct);
  const most = { sense: 'atMost', unit: ' s', absolute: true } as const;
  report('starting', [
    { what: 'first start, new database', measured: firstSeconds, limit: 60, ...most },
    { what: 'second start', measured: secondSeconds, limit: 5, ...most },
  ]);
  return product;
}

async function measureServing(product: Peer): Promise<void> {
  // The server of the product runs already and is adopted; it is the product that stops it.
  const server = await startEmbedded({ folder: join(dataDir, 'postgres') });
  const urls = derivedUrls(server.ownerUrl, 'saolang', server.secret);
  const times = quick ? 0.1 : 1;
  const barePort = portOfBench + 1;
  if (wanted('councils')) report('councils', await measureCouncils({ product, urls, barePort, times }));
  else if (wanted('autosave')) report('autosave', await measureAutosaveAlone({ product, urls, barePort, times }));
  if (wanted('signing-in')) report('signing in', await measureSignIn(product, urls.owner, times));
  if (wanted('handbook')) report('handbook', await measureHandbook(urls.owner, dataDir));
  if (wanted('imports')) report('imports', await measureImports(product, times));
  if (!['lists', 'report', 'search', 'registry', 'memory'].some((part) => only === undefined || only === part)) return;
  console.log('Inventing 20,000 products …');
  await inventProducts(urls.owner, 1, 20_000);
  if (wanted('lists')) report('lists', await measureLists({ product, databaseUrl: urls.app, barePort, times }));
  if (wanted('report')) {
    await countInvented(urls.owner);
    report('report', [await measureReport(urls.report, 'annual report over 20,000 recognitions', 2)]);
  }
  if (only === 'lists' || only === 'report') return;
  console.log('Inventing 80,000 more …');
  await inventProducts(urls.owner, 20_001, 100_000);
  if (wanted('search')) report('search', [await measureSearch({ product, databaseUrl: urls.app, times })]);
  if (wanted('registry')) {
    console.log('Inventing 900,000 earlier recognitions …');
    await inventEarlier(urls.owner, 100_000);
    report('registry', [
      ...(await measureRegistry({ product, databaseUrl: urls.app, times })),
      await measureReport(urls.report, 'annual report of the country, 1,000,000 recognitions', 10),
      ...(await measureOfficers({ product, reportUrl: urls.report, times })),
    ]);
  }
  if (wanted('memory')) report('memory', await memoryAfter(product, Math.round(10_000 * times)));
}

function report(part: string, rows: readonly Measured[]): void {
  results.push(...rows);
  console.log(`── ${part}\n${table(rows)}`);
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const begun = performance.now();
  const result = await work();
  return [result, (performance.now() - begun) / 1000];
}
