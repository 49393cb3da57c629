/** The application's doors to PostgreSQL: one pool for work, one for reports, and errors that say what they are. */
import type { Socket } from 'node:net';
import {
  type CompiledQuery,
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import { codeOf, SESSION_OPTIONS } from './connect.ts';
import type { DB } from './schema.generated.ts';

export type Tx = Transaction<DB>;

export interface Database {
  /** Everyday work, role app: 5 s a statement. */
  app: Kysely<DB>;
  /** Statements whose plan does not depend on what they ask for, role app: planned once a connection (decision record 015). */
  planned: Kysely<DB>;
  /** Lists and figures, role report, read only: 30 s a statement, a pool of its own. */
  report: Kysely<DB>;
  /** The pool behind `app`. */
  pool: pg.Pool;
  /**
   * Runs `fn` in one transaction. When PostgreSQL ends it to resolve a deadlock it is run again, twice at most (Q3):
   * `fn` may therefore only touch the database and content-addressed files.
   */
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same for work in the background whose statements may take up to ten minutes; few at once. */
  longTransaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most, application (default 10) and reports (default 4). */
  poolSize?: number;
  reportPoolSize?: number;
  /** How long an everyday statement may take, milliseconds (default 5000). */
  statementMs?: number;
  /** Told of connections lost while idle; the pool makes new ones. */
  onLost?: (error: Error) => void;
}

/** The database cannot be reached or went away: nothing was saved. Answered as 503 with Retry-After (Q2). */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  constructor(cause: unknown) {
    super('The database cannot be reached', { cause });
  }
}

const CONNECT_MS = 2000;
const STATEMENT_MS = 5000;
const REPORT_MS = 30_000;
const LONG_MS = 600_000;
const LONG_AT_ONCE = 2;
const GRACE_MS = 1000;
const DEADLOCKS_BORNE = 2;
const PLANNED_POOL = 4;
/** Plans for all values at once choose badly for search, so the other pools plan every execution (decision record 012). */
const PLAN_ONCE = ' -c plan_cache_mode=force_generic_plan';
const PLAN_EACH = ' -c plan_cache_mode=force_custom_plan';
const PLAN_AS_FITS = ' -c plan_cache_mode=auto';
const { DATE, INT8 } = pg.types.builtins;

/** date → 'YYYY-MM-DD', bigint → number (refused beyond 2^53), timestamptz → Date; numeric stays a string: no floats by accident. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return toSafeInteger;
    return pg.types.getTypeParser(oid, format);
  },
};

/** Opens both pools. Connections are made when first needed; `await database.app…` shows whether the server answers. */
export function openDatabase(urls: { app: string; report: string }, options: DatabaseOptions = {}): Promise<Database> {
  const lost = options.onLost ?? (() => undefined);
  const statementMs = options.statementMs ?? STATEMENT_MS;
  const pool = makePool(urls.app, options.poolSize ?? 10, statementMs, PLAN_EACH, lost);
  const plannedPool = makePool(urls.app, PLANNED_POOL, statementMs, PLAN_ONCE, lost);
  const reports = makePool(
    urls.report,
    options.reportPoolSize ?? 4,
    REPORT_MS,
    `${PLAN_EACH} -c default_transaction_read_only=on`,
    lost,
  );
  const app = new Kysely<DB>({ dialect: new PostgresDialect({ pool: guarded(pool) }) });
  // Each row of a large statement asks its foreign keys: planned once, not row by row.
  const slow = makePool(urls.app, LONG_AT_ONCE, LONG_MS, PLAN_AS_FITS, lost);
  const long = new Kysely<DB>({ dialect: new PostgresDialect({ pool: guarded(slow) }) });
  pools.set(app, pool);
  const planned = new Kysely<DB>({ dialect: new PostgresDialect({ pool: guarded(plannedPool) }) });
  pools.set(planned, plannedPool);
  const report = new Kysely<DB>({ dialect: new PostgresDialect({ pool: guarded(reports) }) });
  return Promise.resolve({
    app,
    planned,
    report,
    pool,
    transaction: (fn) => bearDeadlocks(() => app.transaction().execute(fn)),
    longTransaction: (fn) => bearDeadlocks(() => long.transaction().execute(fn)),
    close: async () => {
      await Promise.all([app.destroy(), planned.destroy(), report.destroy(), long.destroy()]);
    },
  });
}

/** Pools of the databases opened here, for `rowsOf`. */
const pools = new WeakMap<Kysely<DB>, pg.Pool>();

/** Statements that are prepared, by text: the first ones asked for, so that a connection keeps only so many. */
const prepared = new Map<string, string>();
const MOST_PREPARED = 50;

/**
 * Rows of a written statement: for the few reads that thousands ask for. Outside a transaction it goes past the query
 * builder straight to the pool and is prepared once a connection; inside one, or with another Kysely, it goes through it.
 */
export async function rowsOf<Row extends object>(db: Kysely<DB>, query: CompiledQuery<Row>): Promise<Row[]> {
  const pool = pools.get(db);
  if (!pool) return (await db.executeQuery(query)).rows;
  if (!prepared.has(query.sql) && prepared.size < MOST_PREPARED) prepared.set(query.sql, `s${prepared.size}`);
  const name = prepared.get(query.sql);
  const config = { text: query.sql, values: [...query.parameters], ...(name === undefined ? {} : { name }) };
  try {
    return (await pool.query<Row>(config)).rows;
  } catch (error) {
    throw typed(error);
  }
}

function makePool(
  url: string,
  max: number,
  statementMs: number,
  more: string,
  onLost: (error: Error) => void,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options: `${SESSION_OPTIONS} -c statement_timeout=${statementMs} -c idle_in_transaction_session_timeout=60000${more}`,
    types,
  });
  pool.on('error', onLost); // without a listener the process would end
  pool.on('connect', (client) => giveUpOnSilence(client, statementMs + GRACE_MS));
  return pool;
}

/**
 * Ends a connection on which a statement has had no answer for so long: the server's own limit comes first, unless it
 * hangs. The driver's limit (query_timeout) would start a timer for each statement, and through those the rows of finished
 * statements outlive the small collections (decision record 012).
 */
function giveUpOnSilence(client: pg.PoolClient, ms: number): void {
  const waiting = client as pg.PoolClient & { connection: { stream: Socket }; readyForQuery: boolean };
  const { stream } = waiting.connection;
  stream.setTimeout(ms, () => {
    if (!waiting.readyForQuery) stream.destroy(new Error('Connection terminated: no answer'));
  });
}

async function bearDeadlocks<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (codeOf(error) !== '40P01' || tries === DEADLOCKS_BORNE) throw error;
    }
  }
}

/** The pool, with errors of a lost database turned into DatabaseUnavailable. */
function guarded(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      try {
        return guardedClient(await pool.connect());
      } catch (error) {
        throw typed(error);
      }
    },
    end: () => pool.end(),
  };
}

function guardedClient(client: pg.PoolClient): PostgresPoolClient {
  let lost = false;
  const onError = () => {
    lost = true; // its running query fails with the same error
  };
  client.on('error', onError);
  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: string | object, parameters: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('Cursors are not used: read page by page');
    return client.query(text, [...parameters]).catch((error: unknown) => {
      const shown = typed(error);
      lost ||= shown instanceof DatabaseUnavailable;
      throw shown;
    });
  }
  return {
    query,
    release: () => {
      client.off('error', onError);
      client.release(lost); // true: thrown away, since an answer may still be on its way
    },
  };
}

const LOST_SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);
/** SQLSTATE: connection lost, too many connections, idle too long, statement cut, server stopping or starting. */
const LOST_STATE = /^(08...|53300|25P03|57014|57P0[1-5])$/;
const LOST_WORDS =
  /connection terminated|connection error|timeout exceeded when trying to connect|query read timeout|not queryable|client was closed/i;

/** An error of a lost, stopping, starting or overfull server as DatabaseUnavailable; any other as it is. */
function typed(error: unknown): unknown {
  const code = codeOf(error);
  if (code !== undefined) {
    return LOST_SYSTEM.has(code) || LOST_STATE.test(code) ? new DatabaseUnavailable(error) : error;
  }
  return error instanceof Error && LOST_WORDS.test(error.message) ? new DatabaseUnavailable(error) : error;
}

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond 2^53: ${text}`);
  return value;
}
