/** config → database → platform → features → listen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { destination, type Logger, pino } from 'pino';
import { keepMakingHandbooks } from '#features/handbook';
import { closeReading, keepImporting } from '#features/imports';
import { keepMakingLists } from '#features/list-files';
import { type Clock, systemClock } from '#platform/clock';
import type { Config } from '#platform/config';
import { type Database, openDatabase } from '#platform/db/database';
import { closePdf } from '#platform/documents/pdf';
import { closeSheets } from '#platform/documents/sheet';
import { openFileStore } from '#platform/files/store';
import { createApp } from '#platform/http/app';
import { serveMetrics } from '#platform/http/metrics';
import { SlowCounts } from '#platform/http/slow-counts';
import { endConnections } from '#platform/http/stop';
import { keepSealing } from '#platform/ledger/seal';
import { keepSending } from '#platform/outbox/outbox';
import { fileSender, smtpSender, withAddress } from '#platform/outbox/senders';
import { byChannel, httpSender } from '#platform/outbox/text-senders';
import { setAssets } from '#ui';
import { keepUp } from './upkeep.ts';
import { programme, wireLedger } from './wiring.ts';

/** Running answers get this long when the server stops; a browser's open connections are ended at once. */
const GRACE_MS = 3000;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ASSETS = join(ROOT, 'build/assets');

export interface ServerParts {
  config: Config;
  urls: { app: string; report: string };
  secret: string;
  clock?: Clock;
  log?: Logger;
  slowCounts?: SlowCounts;
}

export interface Server {
  app: FastifyInstance;
  db: Database;
  /** Stops taking, finishes what runs, ends jobs, closes the pools; at most 10 s (Q15). */
  close(): Promise<void>;
}

/** JSON lines on standard error, without tokens or bodies (S38). */
export function createLog(level: string): Logger {
  return pino({ level, base: null, redact: ['*.password', '*.token', '*.secret'] }, destination(2));
}

/** Starts everything that runs while the product serves. The database must be migrated. */
export async function startServer(given: ServerParts): Promise<Server> {
  const { config, urls, secret, clock = systemClock, log, slowCounts = new SlowCounts() } = given;
  const logger = log ?? createLog(config.logLevel);
  wireLedger();
  const built = JSON.parse(readFileSync(join(ASSETS, 'manifest.json'), 'utf8'));
  setAssets(built);
  const db = await openDatabase(urls, { onLost: (error) => logger.warn({ err: error }, 'database connection lost') });
  const files = await openFileStore(config.filesUrl, config.dataDir);
  const { routes, ...parts } = programme;
  const { app, web } = await createApp({
    ...{ ...parts, config, secret, clock, db, files, log: logger, slowCounts, assets: ASSETS },
    routes: routes(config.demo),
    release: releaseOf(),
  });
  const metrics = config.metrics && (await serveMetrics(web, config.metrics));
  await app.listen({ host: config.host, port: config.port });
  const folder = fileSender(join(config.dataDir, 'letters'));
  const provider = (given: Config['sms']) => (given ? httpSender(given.url, given.token) : folder);
  const letters = byChannel({
    email: config.smtpUrl ? smtpSender(config.smtpUrl, config.mailFrom ?? '') : folder,
    sms: provider(config.sms),
    zalo: provider(config.zalo),
  });
  const trouble = (what: string) => (error: unknown) => logger.warn({ err: error }, what);
  const jobs = [
    keepSending(db.app, withAddress(letters, config.baseUrl), trouble('letters not sent')),
    keepSealing(db.app, trouble('ledger not sealed')),
    keepUp(web, trouble('upkeep failed')),
    keepImporting(web, trouble('an import failed')),
    keepMakingLists(web, trouble('a list was not made')),
    keepMakingHandbooks(web, trouble('a handbook was not made')),
  ];
  const close = async () => {
    await bounded(endConnections(app.server, app.close(), GRACE_MS), 8000);
    await bounded(Promise.all([metrics?.close(), ...jobs.map((stop) => stop())]), 2000);
    await bounded(Promise.all([closePdf(), closeSheets(), closeReading(), db.close()]), 2000);
  };
  return { app, db, close };
}

function releaseOf(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Waits for work, but not longer than that: what hangs at the end is left behind. */
async function bounded(work: Promise<unknown>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}
