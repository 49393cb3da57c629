import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';

/** A handbook that was asked for, with the state of its lifecycle row. */
export interface HandbookRow {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly unitName: string;
  readonly asOf: string;
  readonly by: string;
  readonly at: Date;
  readonly job: boolean;
  readonly doing: string | null;
  readonly done: number;
  readonly total: number;
  readonly problem: string | null;
  readonly products: number | null;
  readonly pages: number | null;
  readonly file: { readonly sha256: string; readonly size: number } | null;
}

const ROW = sql`h.id, l.state, l.version, (unit_on(h.unit, h.as_of)).full_name as "unitName", h.as_of as "asOf", h.capacity as by, h.at, h.job, h.doing, h.done,
  h.total, h.problem, h.products, h.pages, case when f.id is not null then json_build_object('sha256', f.sha256, 'size', f.size) end as file`;
const FROM = sql`handbook h join lifecycle l on l.id = h.id left join file f on f.id = h.file`;

/** One handbook; throws notFound. */
export async function readHandbook(db: Kysely<DB> | Tx, id: string): Promise<HandbookRow> {
  const { rows } = await sql<HandbookRow>`select ${ROW} from ${FROM} where h.id = ${id}::uuid`.execute(db);
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

/** Handbooks within reach, the newest first. */
export async function listHandbooks(
  db: Kysely<DB>,
  reach: RawBuilder<boolean>,
  after: string | undefined,
  limit: number,
): Promise<HandbookRow[]> {
  const { rows } = await sql<HandbookRow>`
    select ${ROW} from ${FROM} where ${reach} ${after ? sql`and h.id < ${after}::uuid` : sql``} order by h.id desc limit ${limit}`.execute(
    db,
  );
  return rows;
}
