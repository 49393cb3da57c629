/**
 * Runs the embedded PostgreSQL of a data folder. A killed process of ours leaves the server alive: the next start adopts
 * it. Any number of processes may start at once; one makes the cluster, one starts it, the others adopt.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { binariesFor, type Place, placeOf } from './binaries.ts';
import { makeCluster, runTool, secretOf } from './cluster.ts';

export interface EmbeddedOptions {
  /** Folder of this server, e.g. `<data>/postgres`. */
  folder: string;
  /** Server settings beyond the defaults; only given when this call starts the server. */
  settings?: Readonly<Record<string, string>>;
  /** Progress for people. */
  say?: (line: string) => void;
}

export interface EmbeddedServer {
  /** URL of the superuser `owner`, database `postgres`. */
  ownerUrl: string;
  /** Secret of this server (0600 on disk), from which the passwords of its roles are derived. */
  secret: string;
  /** True when the server was already running. */
  adopted: boolean;
  /**
   * Looks every second whether the server lives and starts it again, on the same port, when it died (Q2).
   * Ends with `stop` or `release`.
   */
  mind(onRestart: (words: string) => void): void;
  /** Stops the server: waits for running statements to be cut, writes everything to disk. */
  stop(): Promise<void>;
  /** Stops the server only when this call started it and nobody else is connected (for one-off commands). */
  release(): Promise<void>;
}

const PATIENCE_MS = 30_000;
const STOP_SECONDS = 20;

/** Starts or adopts the server; resolves when it answers. Fails after 30 s with the end of its log. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const say = options.say ?? (() => undefined);
  const place = await placeOf(options.folder, say);
  await mkdir(place.home, { recursive: true });
  const secret = await secretOf(place.home);
  const bin = await binariesFor(place);
  const cluster = join(place.home, 'cluster');
  if (!existsSync(cluster)) {
    say('Preparing the database …');
    await makeCluster(place, bin, cluster, secret);
  }
  const { port, adopted } = await answerOrStart(place, bin, cluster, secret, options.settings ?? {});
  const ownerUrl = urlOf(port, secret);
  const minding = new AbortController();
  const stop = async () => {
    minding.abort();
    if (portIn(cluster) === null) return;
    await runTool(place, join(bin, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', String(STOP_SECONDS)]);
  };
  const raise = () => answerOrStart(place, bin, cluster, secret, options.settings ?? {});
  return {
    ownerUrl,
    secret,
    adopted,
    mind: (onRestart) => void mind(cluster, raise, onRestart, minding.signal),
    stop,
    release: async () => {
      minding.abort();
      if (!adopted && (await strangers(ownerUrl)) === 0) await stop();
    },
  };
}

async function mind(
  cluster: string,
  raise: () => Promise<{ adopted: boolean }>,
  onRestart: (words: string) => void,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    await sleep(1000, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    if (await isPostgres(cluster)) continue;
    try {
      if (!(await raise()).adopted) onRestart('The database had died; it was started again.');
    } catch (error) {
      onRestart(`The database died and does not start: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function answerOrStart(
  place: Place,
  bin: string,
  cluster: string,
  secret: string,
  settings: Readonly<Record<string, string>>,
): Promise<{ port: number; adopted: boolean }> {
  const until = Date.now() + PATIENCE_MS;
  let started = false;
  let trouble: unknown;
  while (Date.now() < until) {
    const running = portIn(cluster);
    if (running !== null) {
      const answer = await greet(urlOf(running, secret), cluster);
      if (answer === 'ours') return { port: running, adopted: !started };
      if (!(await isPostgres(cluster))) await rm(join(cluster, 'postmaster.pid'), { force: true });
      else await sleep(100);
      continue;
    }
    try {
      await start(place, bin, cluster, settings);
      started = true;
    } catch (error) {
      trouble = error; // a dead server's last children, or another process that is just starting it
      await sleep(250);
    }
  }
  const log = existsSync(join(place.home, 'log')) ? readFileSync(join(place.home, 'log'), 'utf8').slice(-2000) : '';
  throw new Error(`PostgreSQL in ${cluster} did not answer within ${PATIENCE_MS / 1000} s.\n${log}`, {
    cause: trouble,
  });
}

/** The port in postmaster.pid (line 4), or null when no server claims the cluster. */
function portIn(cluster: string): number | null {
  const port = Number(pidFile(cluster)[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

function pidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** After a crash another program may bear the number in postmaster.pid: then the file is waste. */
async function isPostgres(cluster: string): Promise<boolean> {
  const pid = Number(pidFile(cluster)[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return command === '' || command.includes('postgres'); // empty: a dead one not yet reaped, or the kernel's
  } catch {
    return false;
  }
}

async function greet(url: string, cluster: string): Promise<'ours' | 'silent'> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined); // the answer below says it
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    return rows[0]?.folder === cluster ? 'ours' : 'silent';
  } catch {
    return 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function start(
  place: Place,
  bin: string,
  cluster: string,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const chosen = Object.entries({ port: String(await portFor(place.home)), ...settings }).map(
    ([name, value]) => `-c ${name}=${value}`,
  );
  const log = join(place.home, 'log');
  const handle = await open(log, 'a', 0o600);
  if (place.runAs) await handle.chown(place.runAs.uid, place.runAs.gid);
  await handle.close();
  await runTool(place, join(bin, 'pg_ctl'), [
    'start',
    '-D',
    cluster,
    '-l',
    log,
    '-w',
    '-t',
    '30',
    '-o',
    chosen.join(' '),
  ]);
}

function urlOf(port: number, secret: string): string {
  return `postgres://owner:${secret}@127.0.0.1:${port}/postgres`;
}

/** Connections to this server by others than this one. */
async function strangers(url: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined); // a server that went away has no strangers
  try {
    await client.connect();
    const { rows } = await client.query<{ count: string }>(
      `select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return Number(rows[0]?.count ?? 0);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The port of last time when it is still free, so that open pools find a restarted server; else a random free one. */
async function portFor(home: string): Promise<number> {
  const note = join(home, 'port');
  const last = existsSync(note) ? Number(await readFile(note, 'utf8')) : 0;
  const port = await freePort(Number.isInteger(last) ? last : 0).catch(() => freePort(0));
  await writeFile(note, String(port));
  return port;
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
