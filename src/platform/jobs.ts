/**
 * Work in the background. What is to be done stands in a row of the feature's own table; whoever holds that row's
 * advisory lock does it. A killed process lets go of the lock, and the row is taken up again by the next one.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, DatabaseUnavailable } from './db/database.ts';
import { Refusal } from './refusal.ts';

/** One thing waiting to be done. */
export interface Waiting {
  readonly id: string;
  /** How often it was begun, this time included. */
  readonly tries: number;
}

/** One kind of background work. */
export interface Background<Job extends Waiting> {
  /** Begins the names of its locks: 'import'. */
  readonly name: string;
  /** Those that wait, the oldest first; a handful. */
  waiting(): Promise<readonly Job[]>;
  /** Counts the attempt and answers the job as it is now; undefined when there is nothing left to do. */
  begin(job: Job): Promise<Job | undefined>;
  work(job: Job, signal: AbortSignal): Promise<void>;
  /** Leaves everything as it was before, with the reason in words. */
  giveBack(job: Job, problem: string): Promise<void>;
  /** What is said when it failed for no reason a person can mend. */
  readonly failed: string;
}

/** Somebody asked to stop; the message says what that means. */
export class Stopped extends Error {}
/** The server closes: the work is taken up again later. */
export class Closing extends Error {}

const EVERY_MS = 1000;
const TRIES = 3;

/** Does what waits until the answer is called. */
export function keepWorking<Job extends Waiting>(
  db: Database,
  background: Background<Job>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const stop = new AbortController();
  const running = (async () => {
    while (!stop.signal.aborted) {
      const worked = await workOnce(db, background, stop.signal).catch((error: unknown) => {
        onError(error);
        return false;
      });
      if (!worked) await sleep(EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stop.abort();
    await running;
  };
}

/** Does the jobs that wait and nobody else holds; false when there was none. */
async function workOnce<Job extends Waiting>(
  db: Database,
  background: Background<Job>,
  signal: AbortSignal,
): Promise<boolean> {
  let worked = false;
  for (const job of await background.waiting())
    worked = (!signal.aborted && (await held(db, background, job, signal))) || worked;
  return worked;
}

async function held<Job extends Waiting>(
  db: Database,
  background: Background<Job>,
  job: Job,
  signal: AbortSignal,
): Promise<boolean> {
  const client = await db.pool.connect();
  const key = [`${background.name} ${job.id}`];
  try {
    const { rows } = await client.query<{ got: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
      key,
    );
    if (!rows[0]?.got) return false;
    try {
      const now = await background.begin(job);
      if (now) await attempt(background, now, signal);
      return now !== undefined;
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', key);
    }
  } finally {
    client.release();
  }
}

async function attempt<Job extends Waiting>(background: Background<Job>, job: Job, signal: AbortSignal): Promise<void> {
  try {
    if (job.tries > TRIES) throw new Error('given up');
    await background.work(job, signal);
  } catch (error) {
    if (error instanceof Closing || error instanceof DatabaseUnavailable) return; // taken up again later
    const told = error instanceof Stopped || error instanceof Refusal;
    await background.giveBack(job, told ? error.message : background.failed);
    if (!told) throw error;
  }
}
