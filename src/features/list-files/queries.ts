import { type Kysely, sql } from 'kysely';
import { lawSettings } from '#law/settings';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { notFound } from '#platform/refusal';
import { settingsOn } from '#platform/settings';

/** A list somebody asked for, as its page shows it. */
export interface ListFileRow {
  readonly id: string;
  readonly title: string | null;
  readonly job: boolean;
  readonly doing: string | null;
  readonly done: number;
  readonly total: number;
  readonly problem: string | null;
  readonly endsOn: Day | null;
  readonly at: Date;
  readonly file: {
    readonly sha256: string;
    readonly size: number;
    readonly name: string;
    readonly type: string;
  } | null;
}

const ROW = sql`o.id, o.title, o.job, o.doing, o.done, o.total, o.problem, o.ends_on as "endsOn", o.at,
  case when f.id is not null then json_build_object('sha256', f.sha256, 'size', f.size, 'name', f.name, 'type', f.type) end as file`;

/** One of the account's own; throws notFound for anybody else's. */
export async function readListFile(db: Kysely<DB> | Tx, account: string, id: string): Promise<ListFileRow> {
  const { rows } = await sql<ListFileRow>`
    select ${ROW} from list_file o left join file f on f.id = o.file where o.id = ${id}::uuid and o.account = ${account}::uuid`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw notFound();
  return row;
}

/** The account's own, the newest first. */
export async function listFilesOf(
  db: Kysely<DB>,
  account: string,
  after: string | undefined,
  limit: number,
): Promise<ListFileRow[]> {
  const { rows } = await sql<ListFileRow>`
    select ${ROW} from list_file o left join file f on f.id = o.file
     where o.account = ${account}::uuid ${after ? sql`and o.id < ${after}::uuid` : sql``} order by o.id desc limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** How many rows a list may have that is answered at once, and for how many days a file made later is kept. */
export async function listFileRules(db: Kysely<DB> | Tx, day: Day): Promise<{ atOnce: number; days: number }> {
  const { listRowsAtOnce, listFileDays } = lawSettings(await settingsOn(db, day));
  return { atOnce: listRowsAtOnce, days: listFileDays };
}

/** The number of rows of a list when it is more than is answered at once, else null. */
export async function moreThanAtOnce(db: Kysely<DB>, day: Day, count: () => Promise<number>): Promise<number | null> {
  const [{ atOnce }, rows] = await Promise.all([listFileRules(db, day), count()]);
  return rows > atOnce ? rows : null;
}
