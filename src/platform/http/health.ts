import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { checkMigrated } from '../db/migrate.ts';
import { oldestWaiting } from '../outbox/outbox.ts';
import type { Web } from './web.ts';

const LIMIT_MS = 900;
const LEAST_FREE = 200 * 1024 * 1024;
const OLDEST_LETTER_S = 15 * 60;

export interface Check {
  ok: boolean;
  /** English word or two for machines and operators; never a path, URL or error text. */
  note: string;
}

/** /healthz: the process answers. /readyz: it can work; each check is cut after 0.9 s (Q18). */
export function registerHealth(app: FastifyInstance, web: Web): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const checks = await runChecks(web);
    const ready = Object.values(checks).every(({ ok }) => ok);
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .headers(ready ? {} : { 'retry-after': '5' })
      .send({ status: ready ? 'ready' : 'not ready', checks });
  });
}

/** All checks at once, for /readyz and the health page. */
async function runChecks(web: Web): Promise<Record<string, Check>> {
  const [database, migrations, disk, outbox] = await Promise.all([
    bounded(async () => {
      await sql`select 1`.execute(web.db.app);
      return good('answers');
    }),
    bounded(async () => {
      await checkMigrated(web.db);
      return good('up to date');
    }),
    bounded(async () => ((await web.files.free()) > LEAST_FREE ? good('room') : bad('nearly full'))),
    bounded(async () => {
      const seconds = await oldestWaiting(web.db.app);
      return seconds === null || seconds < OLDEST_LETTER_S ? good('moving') : bad('letters are waiting');
    }),
  ]);
  return { database, migrations, disk, outbox };
}

const good = (note: string): Check => ({ ok: true, note });
const bad = (note: string): Check => ({ ok: false, note });

async function bounded(check: () => Promise<Check>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Check>((resolve) => {
    timer = setTimeout(() => resolve(bad('no answer in time')), LIMIT_MS);
  });
  try {
    return await Promise.race([check().catch(() => bad('failed')), late]);
  } finally {
    clearTimeout(timer);
  }
}
