/**
 * The background work of imports: reading, comparing, writing, undoing. What is to be done stands in `list_import.job`;
 * whoever holds the import's lock does it. A killed process lets go of the lock and has written nothing by halves.
 */
import { sql } from 'kysely';
import { type Background, Closing, keepWorking, Stopped } from '#platform/jobs';
import { CHANGED, end, handOf, type Job, type JobKind, moveImport, type Rooms, type Step } from './job.ts';
import { compareAgain, readAndCompare, writeAll } from './steps.ts';
import { holdProvince } from './writing/subjects.ts';
import { undoRows } from './writing/undo.ts';

const STOPPED = 'Đã dừng theo yêu cầu. Chưa ghi gì vào danh bạ.';
const STOPPED_UNDOING = 'Đã dừng theo yêu cầu. Danh sách vẫn như đã ghi, chưa hoàn tác gì.';
const FAILED = 'Có lỗi khi xử lý tệp này. Thử lại; nếu vẫn lỗi, gửi tệp cho bộ phận hỗ trợ.';

/** Does what is asked of imports until the answer is called. */
export function keepImporting(rooms: Rooms, onError: (error: unknown) => void): () => Promise<void> {
  return keepWorking(rooms.db, background(rooms), onError);
}

function background(rooms: Rooms): Background<Job> {
  return {
    name: 'import',
    async waiting() {
      const { rows } = await sql<Job>`
        select id, job, province, account, account_name as name, capacity, tries from list_import where job is not null order by at limit 20`.execute(
        rooms.db.app,
      );
      return rows;
    },
    async begin(job) {
      const { rows } = await sql<Job>`
        update list_import set tries = tries + 1 where id = ${job.id} and job = ${job.job}
        returning id, job, province, account, account_name as name, capacity, tries`.execute(rooms.db.app);
      return rows[0];
    },
    work: (job, signal) => WORK[job.job](rooms, job, stepOf(rooms, job, signal)),
    giveBack: (job, problem) => giveBack(rooms, job, problem),
    failed: FAILED,
  };
}

const WORK: Readonly<Record<JobKind, (rooms: Rooms, job: Job, step: Step) => Promise<void>>> = {
  read: readAndCompare,
  compare: compareAgain,
  write: writeAll,
  undo: (rooms, job, step) =>
    rooms.db.longTransaction(async (tx) => {
      await step('Đang hoàn tác');
      await holdProvince(tx, job.province);
      await undoRows(tx, handOf(rooms, job), job.id, step);
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

function stepOf({ db }: Rooms, { id, job }: Job, signal: AbortSignal): Step {
  return async (words, done = 0, total = 0) => {
    if (signal.aborted) throw new Closing();
    const { rows } = await sql<{ stop: boolean }>`
      update list_import set doing = ${words}, done = ${done}, total = ${total} where id = ${id} returning stop`.execute(
      db.app,
    );
    if (rows[0]?.stop) throw new Stopped(job === 'undo' ? STOPPED_UNDOING : STOPPED);
  };
}
