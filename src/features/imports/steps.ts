/** The steps of an import's background work: read and compare, compare again, write. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { refused } from '#platform/refusal';
import { WorkerProblem, workerQueue } from '#platform/worker';
import { compareWith } from './compare/judge.ts';
import { compareProducers } from './compare/producers.ts';
import type { Known } from './compare/types.ts';
import { CHANGED, end, handOf, type Job, type Rooms, type Step } from './job.ts';
import { loadKnown, placeFinder } from './known.ts';
import { type ListInFile, rowsIn } from './reading/in-file.ts';
import { readList } from './reading/read-list.ts';
import type { MappingSpec, ReadFile, ReadOptions, ReadRow, ReadSheet, SheetMapping } from './reading/types.ts';
import {
  type Confirmed,
  factsOf,
  forgetRows,
  type JudgedRow,
  type KeptRow,
  keepRows,
  keepVerdicts,
  keptPages,
} from './rows.ts';
import type { ImportSubject } from './schema.ts';
import { holdProvince } from './writing/subjects.ts';
import { writeRows } from './writing/write.ts';

const READ_MS = 120_000;
/** After so many rows the memory of the reading is given back before they are compared. */
const LONG = 10_000;
const reader = workerQueue(new URL('./reading-worker.mjs', import.meta.url), {
  limitMs: READ_MS,
  idleMs: 60_000,
  worker: { resourceLimits: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 18 } },
});

/** Stops the reading thread; for a graceful end of the process. */
export const closeReading = (): Promise<void> => reader.close();

interface Head {
  readonly day: Day;
  readonly asOf: Day | null;
  readonly confirmed: Confirmed;
  readonly fileName: string;
  readonly subject: ImportSubject;
  readonly sha256: string;
  readonly mapping: MappingSpec;
  /** Code of the province today. */
  readonly code: string;
  /** Rows kept of it so far. */
  readonly rows: number;
}

async function headOf(db: Kysely<DB> | Tx, day: Day, id: string): Promise<Head> {
  const { rows } = await sql<Omit<Head, 'day'>>`
    select i.as_of as "asOf", i.confirmed_kind as confirmed, i.file_name as "fileName", i.subject, f.sha256, i.mapping,
           (select count(*)::int from list_import_row r where r.import = i.id) as rows, (unit_on(i.province, ${day}::date)).code as code
      from list_import i join file f on f.id = i.file where i.id = ${id}`.execute(db);
  const [row] = rows;
  if (!row) throw new Error(`no import ${id}`);
  return { ...row, day };
}

/**
 * Reads the file, by the mapping remembered for its headings, and compares every row with the registry. The rows come from
 * the reading thread through a file, piece by piece: a long list stands nowhere in memory as a whole.
 */
export async function readAndCompare(rooms: Rooms, job: Job, step: Step): Promise<void> {
  const head = await headOf(rooms.db.app, rooms.clock.today(), job.id);
  await step('Đang đọc tệp');
  const bytes = await rooms.files.read(head.sha256);
  const folder = await mkdtemp(join(tmpdir(), 'saolang-import-'));
  try {
    const into = join(folder, 'rows');
    let list = await readFile(bytes, head, head.mapping, into);
    const remembered = Object.keys(head.mapping).length > 0 ? null : await mappingOf(rooms, job.province, list.sheets);
    if (remembered) list = await readFile(bytes, head, remembered, into);
    if (list.count > LONG) reader.rest();
    await step('Đang đối chiếu với danh bạ', 0, list.count);
    const { judge } = await judgeFor(rooms.db.app, job.province, head);
    await rooms.db.longTransaction(async (tx) => {
      await forgetRows(tx, job.id);
      let no = 0;
      for await (const piece of rowsIn(into)) {
        await keepRows(tx, job.id, piece.map(firstLook(judge, no)));
        no += piece.length;
        await step('Đang đối chiếu với danh bạ', no, list.count);
      }
      const { count: _count, ...reading } = list;
      await keepReading(tx, job.id, reading, remembered ?? head.mapping);
      await end(tx, rooms, job);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How a row as read is judged, the first one after `before` others. */
const firstLook = (judge: (kept: JudgedRow['kept']) => JudgedRow, before: number) => (read: ReadRow, at: number) =>
  judge({ no: before + at + 1, read, corrected: null, settled: null });

async function keepReading(tx: Tx, id: string, reading: Omit<ReadFile, 'rows'>, mapping: MappingSpec): Promise<void> {
  await sql`update list_import set reading = ${JSON.stringify(reading)}::jsonb, mapping = ${JSON.stringify(mapping)}::jsonb, version = version + 1
             where id = ${id}`.execute(tx);
}

/** The same at once, in the caller's transaction, for a short file; nothing is left to be done in the background. */
export async function readNow(tx: Tx, files: Rooms['files'], day: Day, id: string, province: string): Promise<void> {
  const head = await headOf(tx, day, id);
  const { rows, ...reading } = await readList(await files.read(head.sha256), optionsOf(head, head.mapping));
  const { judge } = await judgeFor(tx, province, head);
  await keepRows(tx, id, rows.map(firstLook(judge, 0)));
  await keepReading(tx, id, reading, head.mapping);
  await sql`update list_import set job = null where id = ${id}`.execute(tx);
}

const optionsOf = (head: Head, map: MappingSpec): ReadOptions => ({
  ...{ subject: head.subject, fileName: head.fileName, province: head.code, today: head.day, map },
  ...(head.asOf === null ? {} : { asOf: head.asOf }),
});

async function readFile(bytes: Uint8Array, head: Head, map: MappingSpec, into: string): Promise<ListInFile> {
  try {
    return asList(await reader.ask({ bytes, options: optionsOf(head, map), into }));
  } catch (error) {
    if (!(error instanceof WorkerProblem)) throw error;
    if (error.code === 'timeout') throw refused('Đọc tệp lâu quá hai phút. Chia tệp thành nhiều phần rồi gửi lại.');
    if (error.code === 'crash')
      throw refused('Tệp quá lớn hoặc hỏng nên không đọc được. Lưu lại bằng Excel rồi gửi lại.');
    throw refused(error.message);
  }
}

function asList(answer: unknown): ListInFile {
  if (typeof answer !== 'object' || answer === null || !('count' in answer) || !('sheets' in answer))
    throw new Error('no list');
  return answer as ListInFile;
}

/** What was corrected for sheets with the same headings before; null when nothing was. */
async function mappingOf({ db }: Rooms, province: string, sheets: readonly ReadSheet[]): Promise<MappingSpec | null> {
  const prints = sheets.map(({ fingerprint }) => fingerprint);
  const { rows } = await sql<
    Required<Pick<SheetMapping, 'columns' | 'notRead'>> & { fingerprint: string; headerRow: number | null }
  >`
    select fingerprint, columns, not_read as "notRead", header_row as "headerRow" from list_mapping where province = ${province} and fingerprint = any(${prints})`.execute(
    db.app,
  );
  if (rows.length === 0) return null;
  const known = new Map(rows.map((row) => [row.fingerprint, row]));
  const mapped = sheets.flatMap(({ name, fingerprint }): [string, SheetMapping][] => {
    const one = known.get(fingerprint);
    if (!one) return [];
    const { columns, notRead, headerRow } = one;
    return [[name, { columns, notRead, ...(headerRow === null ? {} : { headerRow }) }]];
  });
  return { sheets: Object.fromEntries(mapped) };
}

/** Judges rows against the registry of a province as it is now; they must come in the order of the file. */
async function judgeFor(
  db: Kysely<DB> | Tx,
  province: string,
  { day, asOf, confirmed, subject }: Pick<Head, 'day' | 'asOf' | 'confirmed' | 'subject'>,
): Promise<{ judge: (kept: JudgedRow['kept']) => JudgedRow; known: Known }> {
  const known = await loadKnown(db, province);
  const placeOf = await placeFinder(db, day, asOf);
  const comparison = (subject === 'producers' ? compareProducers : compareWith)(known, province);
  const judge = (kept: JudgedRow['kept']): JudgedRow => {
    const facts = factsOf(kept, placeOf, confirmed);
    return { kept, facts, verdict: comparison.judge(facts) };
  };
  return { judge, known };
}

/** Compares the rows kept with the registry as it is now; what was settled stays settled. */
export async function compareAgain(rooms: Rooms, job: Job, step: Step): Promise<void> {
  const head = await headOf(rooms.db.app, rooms.clock.today(), job.id);
  await rooms.db.longTransaction(async (tx) => {
    await judgeKept(tx, head, job.id, job.province, step);
    const { rows: told } = await sql<{
      problem: string | null;
    }>`select problem from list_import where id = ${job.id}`.execute(tx);
    await end(tx, rooms, job);
    await sql`update list_import set problem = ${told[0]?.problem ?? null}, version = version + 1 where id = ${job.id}`.execute(
      tx,
    );
  });
}

/** The same at once, in the transaction of an act, for files that are small enough. */
export async function compareNow(tx: Tx, day: Day, id: string, province: string): Promise<void> {
  await judgeKept(tx, await headOf(tx, day, id), id, province, NO_STEP);
}

const NO_STEP: Step = async () => undefined;

async function judgeKept(tx: Tx, head: Head, id: string, province: string, step: Step): Promise<void> {
  const { judge } = await judgeFor(tx, province, head);
  for await (const page of keptPages(tx, id)) {
    const judged = page.map(judge);
    await keepVerdicts(tx, id, changedOnly(page, judged));
    await step('Đang đối chiếu với danh bạ', judged.at(-1)?.kept.no ?? 0, head.rows);
  }
}

/** Writes everything in one transaction; refuses as a whole when the registry is no longer what was seen. */
export async function writeAll(rooms: Rooms, job: Job, step: Step): Promise<void> {
  const head = await headOf(rooms.db.app, rooms.clock.today(), job.id);
  await rooms.db.longTransaction(async (tx) => {
    await holdProvince(tx, job.province);
    const { judge, known } = await judgeFor(tx, job.province, head);
    const judged: JudgedRow[] = [];
    for await (const page of keptPages(tx, job.id)) {
      const now = page.map(judge);
      if (now.some(({ verdict }) => verdict.status === 'doubtful') || changedOnly(page, now).length > 0)
        throw refused(CHANGED);
      judged.push(...now);
      await step('Đang đối chiếu với danh bạ', judged.length, head.rows);
    }
    const written = await writeRows(
      tx,
      { id: job.id, subject: head.subject, province: job.province, hand: handOf(rooms, job), step },
      judged,
      known,
    );
    await step('Đang kết thúc', head.rows, head.rows);
    await end(tx, rooms, job, 'listImport.finish', written);
  });
}

/** Rows whose verdict is no longer the one kept. */
function changedOnly(kept: readonly KeptRow[], judged: readonly JudgedRow[]): JudgedRow[] {
  return judged.filter(
    ({ verdict }, at) =>
      !isDeepStrictEqual(kept[at]?.verdict, verdict) &&
      JSON.stringify(sorted(kept[at]?.verdict)) !== JSON.stringify(sorted(verdict)),
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
