/**
 * Seals: every few seconds the rows that came since the last seal are put under one hash that also covers the seal before.
 *
 * Numbers are given inside transactions, so row 12 may become visible after row 13. A seal must not pass over it. A writer
 * holds the lock RowExclusive on the log from before it gets its number until its transaction ends. So: read the highest
 * visible number N, then note who holds that lock, and wait until each of them has ended. Every number up to N belonged to
 * one of them or to somebody who had ended before; what is visible now up to N is all there will ever be. Writers wait for
 * nothing.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { codeOf } from '../db/connect.ts';
import type { DB } from '../db/schema.generated.ts';
import { LOGS, type Log, rootSql, sealsOf } from './logs.ts';

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 25;
const ROWS_A_SEAL = 50_000;
const EVERY_MS = 4000;

/** Seals everything written so far in both logs. Returns the number of rows sealed. Needs the application's role. */
export async function sealLogs(app: Kysely<DB>): Promise<number> {
  let rows = 0;
  for (const log of LOGS) rows += await sealLog(app, log);
  return rows;
}

/**
 * Seals one log up to its present end. Leaves the rest for the next time when a writer does not end within 20 s; a rival
 * sealer does no harm: the seals' keys let one win.
 */
export async function sealLog(app: Kysely<DB>, log: Log): Promise<number> {
  const end = await highest(app, log);
  let from = (await lastSealed(app, log)) + 1;
  if (end < from) return 0;
  if (!(await writersEnded(app, log))) return 0;
  let rows = 0;
  while (from <= end) {
    const sealed = await sealStretch(app, log, from, end);
    if (sealed === null) return rows;
    rows += sealed.count;
    from = sealed.to + 1;
  }
  return rows;
}

/** Seals at most 5 s behind, until the answer is called. `onError` hears of failures; the next round tries again. */
export function keepSealing(app: Kysely<DB>, onError: (error: unknown) => void): () => Promise<void> {
  const stop = new AbortController();
  const running = (async () => {
    while (!stop.signal.aborted) {
      await sealLogs(app).catch(onError);
      await sleep(EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stop.abort();
    await running;
  };
}

/** The newest seal of each log, root in hex: whoever keeps it elsewhere can prove a later change to any row up to `to`. */
export async function newestSeals(db: Kysely<DB>): Promise<{ log: Log; to: number; root: string; sealedAt: Date }[]> {
  const found = [];
  for (const log of LOGS) {
    const { rows } = await sql<{ to: number; root: string; sealedAt: Date }>`
      select to_no as "to", encode(root, 'hex') as root, sealed_at as "sealedAt"
        from ${sql.table(sealsOf[log])} order by to_no desc limit 1`.execute(db);
    for (const row of rows) found.push({ log, ...row });
  }
  return found;
}

async function highest(app: Kysely<DB>, log: Log): Promise<number> {
  const { rows } = await sql<{ no: number | null }>`select max(no) as no from ${sql.table(log)}`.execute(app);
  return rows[0]?.no ?? 0;
}

async function lastSealed(app: Kysely<DB>, log: Log): Promise<number> {
  const { rows } = await sql<{ no: number | null }>`select max(to_no) as no from ${sql.table(sealsOf[log])}`.execute(
    app,
  );
  return rows[0]?.no ?? 0;
}

async function writersEnded(app: Kysely<DB>, log: Log): Promise<boolean> {
  const until = Date.now() + PATIENCE_MS;
  let awaited = await writers(app, log);
  while (awaited.size > 0) {
    if (Date.now() > until) return false;
    await sleep(LOOK_EVERY_MS);
    const now = await writers(app, log);
    awaited = new Set([...awaited].filter((who) => now.has(who)));
  }
  return true;
}

/** Transactions that write to the log at this moment. */
async function writers(app: Kysely<DB>, log: Log): Promise<Set<string>> {
  const { rows } = await sql<{ who: string }>`
    select virtualtransaction as who from pg_locks
     where locktype = 'relation' and mode = 'RowExclusiveLock' and granted and relation = ${`ocop.${log}`}::regclass
       and database = (select oid from pg_database where datname = current_database())`.execute(app);
  return new Set(rows.map(({ who }) => who));
}

async function sealStretch(
  app: Kysely<DB>,
  log: Log,
  from: number,
  end: number,
): Promise<{ to: number; count: number } | null> {
  try {
    const { rows } = await sql<{ to: number; count: number }>`
      with stretch as (
        select coalesce(max(no), ${end}::bigint) as to_no from (
          select no from ${sql.table(log)} where no between ${from} and ${end} order by no limit ${ROWS_A_SEAL}) s
      ), last as (select max(to_no) as to_no from ${sql.table(sealsOf[log])})
      insert into ${sql.table(sealsOf[log])} (from_no, to_no, count, root, previous_root)
      select ${from}, stretch.to_no, count(l.no), ${rootSql(sql`previous.root`)}, previous.root
        from stretch cross join last
        left join ${sql.table(sealsOf[log])} previous on previous.to_no = last.to_no
        left join ${sql.table(log)} l on l.no between ${from} and stretch.to_no
       where coalesce(last.to_no, 0) = ${from}::bigint - 1
       group by stretch.to_no, previous.root
      returning to_no as "to", count`.execute(app);
    return rows[0] ?? null;
  } catch (error) {
    if (codeOf(error) === '23505') return null; // a rival sealed it
    throw error;
  }
}
