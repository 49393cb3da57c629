/** The steps of an import's background work: read and compare, compare again, write. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { refused } from '#platform/refusal';
import { WorkerProblem, workerQueue } from '#platform/worker';
import { compareWith } from './compare/judge.ts';
import type { Known } from './compare/types.ts';
import { CHANGED, end, handOf, type Job, type Rooms, type Step } from './job.ts';
import { loadKnown, placeFinder } from './known.ts';
import type { MappingSpec, ReadFile, ReadOptions, ReadSheet, SheetMapping } from './reading/types.ts';
import {
  type Confirmed,
  factsOf,
  type JudgedRow,
  judgeAll,
  type KeptRow,
  keepRows,
  keepVerdicts,
  keptRows,
} from './rows.ts';
import { holdProvince } from './writing/subjects.ts';
import { writeRows } from './writing/write.ts';

const READ_MS = 120_000;
const reader = workerQueue(new URL('./reading-worker.mjs', import.meta.url), {
  limitMs: READ_MS,
  idleMs: 60_000,
  worker: { resourceLimits: { maxOldGenerationSizeMb: 512 } },
});

/** Stops the reading thread; for a graceful end of the process. */
export const closeReading = (): Promise<void> => reader.close();

interface Head {
  readonly day: Day;
  readonly asOf: Day | null;
  readonly confirmed: Confirmed;
  readonly fileName: string;
  readonly sha256: string;
  readonly mapping: MappingSpec;
  /** Code of the province today. */
  readonly code: string;
}

async function headOf(db: Kysely<DB> | Tx, day: Day, id: string): Promise<Head> {
  const { rows } = await sql<Omit<Head, 'day'>>`
    select i.as_of as "asOf", i.confirmed_kind as confirmed, i.file_name as "fileName", f.sha256, i.mapping, (unit_on(i.province, ${day}::date)).code as code
      from list_import i join file f on f.id = i.file where i.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`no import ${id}`);
  return { ...row, day };
}

/** Reads the file, by the mapping remembered for its headings, and compares every row with the registry. */
export async function readAndCompare(rooms: Rooms, job: Job, step: Step): Promise<void> {
  const head = await headOf(rooms.db.app, rooms.clock.today(), job.id);
  await step('Đang đọc tệp');
  const bytes = await rooms.files.read(head.sha256);
  let file = await readFile(bytes, head, head.mapping);
  const remembered = Object.keys(head.mapping).length > 0 ? null : await mappingOf(rooms, job.province, file.sheets);
  if (remembered) file = await readFile(bytes, head, remembered);
  const rows = file.rows.map((read, at) => ({ no: at + 1, read, corrected: null, settled: null }));
  const { judged } = await judgeRows(rooms.db.app, job.province, head, rows, step);
  await step('Đang lưu các dòng', rows.length, rows.length);
  const { rows: _rows, ...reading } = file;
  await rooms.db.transaction(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await keepRows(tx, job.id, judged);
    await sql`update list_import set reading = ${JSON.stringify(reading)}::jsonb, mapping = ${JSON.stringify(remembered ?? head.mapping)}::jsonb, version = version + 1
               where id = ${job.id}`.execute(tx);
    await end(tx, rooms, job);
  });
}

async function readFile(bytes: Uint8Array, head: Head, map: MappingSpec): Promise<ReadFile> {
  const options: ReadOptions = {
    ...{ subject: 'products', fileName: head.fileName, province: head.code, today: head.day, map },
    ...(head.asOf === null ? {} : { asOf: head.asOf }),
  };
  try {
    return asFile(await reader.ask({ bytes, options }));
  } catch (error) {
    if (!(error instanceof WorkerProblem)) throw error;
    if (error.code === 'timeout') throw refused('Đọc tệp lâu quá hai phút. Chia tệp thành nhiều phần rồi gửi lại.');
    if (error.code === 'crash')
      throw refused('Tệp quá lớn hoặc hỏng nên không đọc được. Lưu lại bằng Excel rồi gửi lại.');
    throw refused(error.message);
  }
}

function asFile(answer: unknown): ReadFile {
  if (typeof answer !== 'object' || answer === null || !('rows' in answer) || !('sheets' in answer))
    throw new Error('no file');
  return answer as ReadFile;
}

/** What was corrected for sheets with the same headings before; null when nothing was. */
async function mappingOf({ db }: Rooms, province: string, sheets: readonly ReadSheet[]): Promise<MappingSpec | null> {
  const prints = sheets.map(({ fingerprint }) => fingerprint);
  const { rows } = await sql<{ fingerprint: string; columns: SheetMapping['columns']; headerRow: number | null }>`
    select fingerprint, columns, header_row as "headerRow" from list_mapping where province = ${province} and fingerprint = any(${prints})`.execute(
    db.app,
  );
  if (rows.length === 0) return null;
  const known = new Map(rows.map((row) => [row.fingerprint, row]));
  const mapped = sheets.flatMap(({ name, fingerprint }): [string, SheetMapping][] => {
    const one = known.get(fingerprint);
    return one?.columns
      ? [[name, { columns: one.columns, ...(one.headerRow === null ? {} : { headerRow: one.headerRow }) }]]
      : [];
  });
  return { sheets: Object.fromEntries(mapped) };
}

async function judgeRows(
  db: Kysely<DB> | Tx,
  province: string,
  head: Pick<Head, 'day' | 'asOf' | 'confirmed'>,
  rows: readonly JudgedRow['kept'][],
  step: Step,
): Promise<{ judged: JudgedRow[]; known: Known }> {
  await step('Đang đối chiếu với danh bạ', 0, rows.length);
  const known = await loadKnown(db, province);
  const placeOf = await placeFinder(db, head.day, head.asOf);
  const facts = (kept: JudgedRow['kept']) => factsOf(kept, placeOf, head.confirmed);
  const progress = (done: number) => step('Đang đối chiếu với danh bạ', done, rows.length);
  return { judged: await judgeAll(rows, compareWith(known, province), facts, progress), known };
}

/** Compares the rows kept with the registry as it is now; what was settled stays settled. */
export async function compareAgain(rooms: Rooms, job: Job, step: Step): Promise<void> {
  const head = await headOf(rooms.db.app, rooms.clock.today(), job.id);
  const rows = await keptRows(rooms.db.app, job.id);
  const { judged } = await judgeRows(rooms.db.app, job.province, head, rows, step);
  await rooms.db.transaction(async (tx) => {
    await keepVerdicts(tx, job.id, changedOnly(rows, judged));
    const { rows: told } = await sql<{
      problem: string | null;
    }>`select problem from list_import where id = ${job.id}`.execute(tx);
    await end(tx, rooms, job);
    await sql`update list_import set problem = ${told[0]?.problem ?? null}, version = version + 1 where id = ${job.id}`.execute(
      tx,
    );
  });
}

const NO_STEP: Step = async () => undefined;

/** The same at once, in the transaction of an act, for files that are small enough. */
export async function compareNow(tx: Tx, day: Day, id: string, province: string): Promise<void> {
  const head = await headOf(tx, day, id);
  const rows = await keptRows(tx, id);
  const { judged } = await judgeRows(tx, province, head, rows, NO_STEP);
  await keepVerdicts(tx, id, changedOnly(rows, judged));
}

/** Writes everything in one transaction; refuses as a whole when the registry is no longer what was seen. */
export async function writeAll(rooms: Rooms, job: Job, step: Step): Promise<void> {
  const head = await headOf(rooms.db.app, rooms.clock.today(), job.id);
  await rooms.db.transaction(async (tx) => {
    await holdProvince(tx, job.province);
    const rows = await keptRows(tx, job.id);
    const { judged, known } = await judgeRows(tx, job.province, head, rows, step);
    if (judged.some(({ verdict }) => verdict.status === 'doubtful') || changedOnly(rows, judged).length > 0)
      throw refused(CHANGED);
    const written = await writeRows(
      tx,
      { id: job.id, province: job.province, hand: handOf(rooms, job), step },
      judged,
      known,
    );
    await step('Đang kết thúc', rows.length, rows.length);
    await end(tx, rooms, job, 'listImport.finish', written);
  });
}

/** Rows whose verdict is no longer the one kept. */
function changedOnly(kept: readonly KeptRow[], judged: readonly JudgedRow[]): JudgedRow[] {
  return judged.filter(
    ({ verdict }, at) => JSON.stringify(sorted(kept[at]?.verdict)) !== JSON.stringify(sorted(verdict)),
  );
}

/** As the database keeps it: without an order of names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => [name, sorted(one)]);
}
