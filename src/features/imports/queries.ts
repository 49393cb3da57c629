/** What the pages of imports show. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import type { JobKind } from './job.ts';
import type { ReadFile, ReadRow, RowStatus } from './reading/types.ts';
import type { Confirmed, KeptRow } from './rows.ts';
import type { ImportSubject, RowsQuery } from './schema.ts';
import type { Written } from './writing/write.ts';

/** An import with the state of its lifecycle row. */
export interface ImportHead {
  readonly id: string;
  readonly state: string;
  /** Of the lifecycle row, and of what is settled before writing. */
  readonly version: number;
  readonly settledVersion: number;
  readonly province: string;
  readonly provinceName: string;
  readonly fileName: string;
  readonly subject: ImportSubject;
  readonly job: JobKind | null;
  readonly doing: string | null;
  readonly done: number;
  readonly total: number;
  readonly problem: string | null;
  readonly reading: Omit<ReadFile, 'rows'> | null;
  readonly confirmed: Confirmed;
  readonly result: Written | null;
  readonly by: string;
  readonly at: Date;
  /** The same file was written before: the newest such import. */
  readonly before: string | null;
}

const HEAD = sql`i.id, l.state, l.version, i.version as "settledVersion", i.province, (unit_on(i.province, current_date)).full_name as "provinceName", i.file_name as "fileName", i.subject,
  i.job, i.doing, i.done, i.total, i.problem, i.reading, i.confirmed_kind as confirmed, i.result, i.capacity as by, i.at,
  (select o.id from list_import o join lifecycle ol on ol.id = o.id join file mine on mine.id = i.file join file its on its.id = o.file
    where o.id <> i.id and o.province = i.province and o.subject = i.subject and its.sha256 = mine.sha256 and ol.state = 'written' order by o.at desc limit 1) as before`;

/** One import; throws notFound. */
export async function readImport(db: Kysely<DB> | Tx, id: string): Promise<ImportHead> {
  const { rows } =
    await sql<ImportHead>`select ${HEAD} from list_import i join lifecycle l on l.id = i.id where i.id = ${id}`.execute(
      db,
    );
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

export interface ImportLine
  extends Pick<ImportHead, 'id' | 'state' | 'fileName' | 'subject' | 'provinceName' | 'job' | 'by' | 'at'> {
  readonly rows: number;
}

/** Imports within reach, the newest first. */
export async function listImports(
  db: Kysely<DB>,
  reach: RawBuilder<boolean>,
  after: string | undefined,
  limit: number,
): Promise<ImportLine[]> {
  const { rows } = await sql<ImportLine>`
    select i.id, l.state, i.file_name as "fileName", i.subject, (unit_on(i.province, current_date)).full_name as "provinceName", i.job, i.capacity as by, i.at,
           (select count(*)::int from list_import_row r where r.import = i.id and r.status <> 'skipped') as rows
      from list_import i join lifecycle l on l.id = i.id
     where ${reach} ${after ? sql`and i.id < ${after}::uuid` : sql``} order by i.id desc limit ${limit}`.execute(db);
  return rows;
}

/** How many rows of each status, and of each reason among the doubtful. */
export interface Counts {
  readonly statuses: Readonly<Partial<Record<RowStatus, number>>>;
  readonly doubts: readonly { readonly code: string; readonly text: string; readonly n: number }[];
}

export async function countsOf(db: Kysely<DB> | Tx, id: string): Promise<Counts> {
  const { rows } = await sql<{ status: RowStatus; n: number }>`
    select status, count(*)::int as n from list_import_row where import = ${id} group by status`.execute(db);
  const { rows: doubts } = await sql<Counts['doubts'][number]>`
    select code, count(*)::int as n,
           coalesce(min(verdict->'notes'->-1->>'text'), min(read->'notes'->0->>'text'), 'Cần xem lại') as text
      from list_import_row where import = ${id} and status = 'doubtful' and code is not null group by code order by n desc, code limit 30`.execute(
    db,
  );
  return { statuses: Object.fromEntries(rows.map(({ status, n }) => [status, n])), doubts };
}

export interface PreviewRow extends KeptRow {
  readonly read: ReadRow;
  readonly status: RowStatus;
  readonly productId: string | null;
  readonly producerId: string | null;
}

const ROW = sql`no, read, corrected, status, verdict, product_id as "productId", producer_id as "producerId",
  case when settled is not null then json_build_object('how', settled, 'product', settled_product, 'producer', settled_producer) end as settled`;

/** Rows of an import in the order of the file, without titles and totals unless asked for. */
export async function previewRows(
  db: Kysely<DB>,
  id: string,
  { status, code, after }: RowsQuery,
  limit: number,
): Promise<PreviewRow[]> {
  const { rows } = await sql<PreviewRow>`
    select ${ROW} from list_import_row where import = ${id} and no > ${after ?? 0}
       ${status ? sql`and status = ${status}` : sql`and status <> 'skipped'`} ${code ? sql`and code = ${code}` : sql``} order by no limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** One row; throws notFound. */
export async function previewRow(db: Kysely<DB> | Tx, id: string, no: number): Promise<PreviewRow> {
  const { rows } =
    await sql<PreviewRow>`select ${ROW} from list_import_row where import = ${id} and no = ${no}`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

/** Today's communes of a province: id and name. */
export async function communesOf(db: Kysely<DB>, province: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select v.unit as id, v.full_name as name from unit_version v join unit u on u.id = v.unit
     where v.parent = ${province} and u.level = 'commune' and v.valid_to is null order by v.name collate "vi-x-icu", v.unit`.execute(
    db,
  );
  return rows;
}
