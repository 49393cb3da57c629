/**
 * The background work of imports: reading, comparing, writing, undoing. What is to be done stands in `list_import.job`;
 * whoever holds the import's lock does it. A killed process lets go of the lock and has written nothing by halves.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { DatabaseUnavailable } from '#platform/db/database';
import { Refusal } from '#platform/refusal';
import { CHANGED, end, handOf, type Job, type JobKind, moveImport, type Rooms, type Step } from './job.ts';
import { compareAgain, readAndCompare, writeAll } from './steps.ts';
import { holdProvince } from './writing/subjects.ts';
import { undoRows } from './writing/undo.ts';

class Stopped extends Error {}
class Closing extends Error {}

const EVERY_MS = 1000;
const TRIES = 3;
const STOPPED = 'Đã dừng theo yêu cầu. Chưa ghi gì vào danh bạ.';
const FAILED = 'Có lỗi khi xử lý tệp này. Thử lại; nếu vẫn lỗi, gửi tệp cho bộ phận hỗ trợ.';

/** Does what is asked of imports until the answer is called. */
export function keepImporting(rooms: Rooms, onError: (error: unknown) => void): () => Promise<void> {
  const stop = new AbortController();
  const running = (async () => {
    while (!stop.signal.aborted) {
      const worked = await workOnce(rooms, stop.signal).catch((error: unknown) => {
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
async function workOnce(rooms: Rooms, signal?: AbortSignal): Promise<boolean> {
  const { rows } = await sql<Job>`
    select id, job, province, account, account_name as name, capacity, tries from list_import where job is not null order by at limit 20`.execute(
    rooms.db.app,
  );
  let worked = false;
  for (const job of rows) worked = (!signal?.aborted && (await held(rooms, job, signal))) || worked;
  return worked;
}

async function held(rooms: Rooms, job: Job, signal: AbortSignal | undefined): Promise<boolean> {
  const client = await rooms.db.pool.connect();
  const key = [`import ${job.id}`];
  try {
    const { rows } = await client.query<{ got: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
      key,
    );
    if (!rows[0]?.got) return false;
    try {
      const still = await sql<Job>`
        update list_import set tries = tries + 1 where id = ${job.id} and job = ${job.job}
        returning id, job, province, account, account_name as name, capacity, tries`.execute(rooms.db.app);
      const [now] = still.rows;
      if (now) await attempt(rooms, now, signal);
      return now !== undefined;
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', key);
    }
  } finally {
    client.release();
  }
}

async function attempt(rooms: Rooms, job: Job, signal: AbortSignal | undefined): Promise<void> {
  try {
    if (job.tries > TRIES) throw new Error('given up');
    await WORK[job.job](rooms, job, stepOf(rooms, job, signal));
  } catch (error) {
    if (error instanceof Closing || error instanceof DatabaseUnavailable) return; // taken up again later
    await giveBack(rooms, job, wordsOf(error));
    if (!(error instanceof Stopped || error instanceof Refusal)) throw error;
  }
}

const WORK: Readonly<Record<JobKind, (rooms: Rooms, job: Job, step: Step) => Promise<void>>> = {
  read: readAndCompare,
  compare: compareAgain,
  write: writeAll,
  undo: (rooms, job, step) =>
    rooms.db.transaction(async (tx) => {
      await step('Đang hoàn tác');
      await holdProvince(tx, job.province);
      await undoRows(tx, handOf(rooms, job), job.id);
      await end(tx, rooms, job, 'listImport.finishUndo');
    }),
};

const HALTS: Partial<Record<JobKind, string>> = { write: 'listImport.halt', undo: 'listImport.haltUndo' };

/** Leaves the import as it was before the job, with the reason; what is to be looked at again is compared anew. */
async function giveBack({ db, clock }: Rooms, { id, job }: Job, problem: string): Promise<void> {
  await db.transaction(async (tx) => {
    const halt = HALTS[job];
    if (halt !== undefined) await moveImport(tx, clock, id, halt, {});
    const next = problem === CHANGED ? 'compare' : null;
    await sql`update list_import set job = ${next}, doing = null, problem = ${problem}, stop = false, tries = 0 where id = ${id}`.execute(
      tx,
    );
  });
}

function wordsOf(error: unknown): string {
  if (error instanceof Stopped) return STOPPED;
  return error instanceof Refusal ? error.message : FAILED;
}

function stepOf({ db }: Rooms, { id }: Job, signal: AbortSignal | undefined): Step {
  return async (words, done = 0, total = 0) => {
    if (signal?.aborted) throw new Closing();
    const { rows } = await sql<{ stop: boolean }>`
      update list_import set doing = ${words}, done = ${done}, total = ${total} where id = ${id} returning stop`.execute(
      db.app,
    );
    if (rows[0]?.stop) throw new Stopped();
  };
}
