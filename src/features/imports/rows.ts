/** Rows of an import between the file and the registry: kept as read, put right, judged. */
import { setImmediate as breathe } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { inBatches } from '#features/units';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { Comparison } from './compare/judge.ts';
import type { RowFacts, Settlement, Verdict } from './compare/types.ts';
import type { PlaceFinder } from './known.ts';
import type { ListKind, ReadRow } from './reading/types.ts';
import type { Corrected } from './schema.ts';

/** A row with what a person decided about it. */
export interface KeptRow {
  readonly no: number;
  readonly read: ReadRow;
  readonly corrected: Corrected | null;
  readonly settled: Settlement | null;
  readonly status: string;
  readonly verdict: Partial<Verdict>;
}
export interface JudgedRow {
  readonly kept: Pick<KeptRow, 'no' | 'read' | 'corrected' | 'settled'>;
  readonly facts: RowFacts;
  readonly verdict: Verdict;
}

/** How many rows are judged or written before others get their turn. */
const STEP = 500;
const BATCH = 1000;

export type Confirmed = Exclude<ListKind, 'unknown'> | 'byRow' | null;

/** A row as it counts: what was read, with what a person put right. */
export function factsOf(kept: JudgedRow['kept'], placeOf: PlaceFinder, confirmed: Confirmed): RowFacts {
  const { read, corrected } = kept;
  const put = corrected ?? {};
  const place = placeOf(read);
  return {
    ...{ no: kept.no, sheet: read.sheet, row: read.row, status: read.status },
    kind: confirmed === null || confirmed === 'byRow' ? read.listKind : confirmed,
    product: put.product ?? read.product,
    producer: put.producer ?? read.producer,
    address: put.address ?? read.address,
    stars: put.stars ?? read.stars,
    decisionNumber: put.decisionNumber ?? read.decisionNumber,
    decisionDate: put.decisionDate ?? read.decisionDate,
    place: put.commune === undefined ? place : { ...place, commune: put.commune, choices: [], province: null },
    notes: read.notes,
    corrected: corrected !== null,
    settled: kept.settled ?? (corrected === null ? null : { how: 'takeList', product: null, producer: null }),
  };
}

/** Judges every row in the order of the file, letting others have their turn in between. */
export async function judgeAll(
  rows: readonly JudgedRow['kept'][],
  comparison: Comparison,
  facts: (kept: JudgedRow['kept']) => RowFacts,
  progress: (done: number) => Promise<void>,
): Promise<JudgedRow[]> {
  const out: JudgedRow[] = [];
  for (const kept of rows) {
    const row = facts(kept);
    out.push({ kept, facts: row, verdict: comparison.judge(row) });
    if (out.length % STEP === 0) {
      await progress(out.length);
      await breathe();
    }
  }
  return out;
}

/** Keeps the rows of a file for the first time, or anew: what was decided about the earlier ones is gone. */
export async function keepRows(tx: Tx, id: string, rows: readonly JudgedRow[]): Promise<void> {
  await sql`delete from list_import_row where import = ${id}`.execute(tx);
  await inBatches(
    rows.map(({ kept, verdict }) => ({ ...kept, ...placeIn(kept.read), ...verdictColumns(verdict) })),
    (batch) =>
      sql`insert into list_import_row (import, no, sheet, row, part, status, code, read, verdict)
      select ${id}, no, sheet, "row", part, status, code, read, verdict from json_to_recordset(${batch}::json)
        as r(no integer, sheet text, "row" integer, part integer, status text, code text, read jsonb, verdict jsonb)`.execute(
        tx,
      ),
    BATCH,
  );
}

const placeIn = ({ sheet, row, part }: ReadRow) => ({ sheet, row, part });
const verdictColumns = (verdict: Verdict) => ({ status: verdict.status, code: verdict.code, verdict });

/** Keeps new verdicts of rows; what was settled stays. */
export async function keepVerdicts(tx: Tx, id: string, rows: readonly JudgedRow[]): Promise<void> {
  await inBatches(
    rows.map(({ kept, verdict }) => ({ no: kept.no, ...verdictColumns(verdict) })),
    (batch) =>
      sql`update list_import_row o set status = r.status, code = r.code, verdict = r.verdict
      from json_to_recordset(${batch}::json) as r(no integer, status text, code text, verdict jsonb)
      where o.import = ${id} and o.no = r.no`.execute(tx),
    BATCH,
  );
}

/** Every row of an import, in the order of the file. */
export async function keptRows(db: Kysely<DB> | Tx, id: string): Promise<KeptRow[]> {
  const out: KeptRow[] = [];
  for (let after = 0; ; ) {
    const { rows } = await sql<KeptRow>`
      select no, read, corrected, case when settled is not null then json_build_object('how', settled, 'product', settled_product, 'producer', settled_producer) end as settled,
             status, verdict
        from list_import_row where import = ${id} and no > ${after} order by no limit 5000`.execute(db);
    for (const row of rows) out.push(row);
    const last = rows.at(-1);
    if (!last) return out;
    after = last.no;
  }
}
