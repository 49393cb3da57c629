/** Rows of an import between the file and the registry: kept as read, put right, judged. */
import { type Kysely, sql } from 'kysely';
import { inBatches } from '#features/units';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { RowFacts, Settlement, Verdict } from './compare/types.ts';
import type { PlaceFinder } from './known.ts';
import type { ListKind, ReadRow } from './reading/types.ts';
import type { Corrected } from './schema.ts';

/** A row with what a person decided about it. */
export interface KeptRow {
  readonly no: number;
  readonly read: Omit<ReadRow, 'source'>;
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
const PAGE = 1000;
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
    taxCode: put.taxCode ?? read.more.taxCode ?? null,
    phone: put.phone ?? read.more.phone ?? null,
    representative: put.representative ?? read.more.representative ?? null,
    place: put.commune === undefined ? place : { ...place, commune: put.commune, choices: [], province: null },
    notes: read.notes,
    corrected: corrected !== null,
    settled: kept.settled ?? (corrected === null ? null : { how: 'takeList', product: null, producer: null }),
  };
}

/** Forgets the rows of a file that is read anew, with what was decided about them. */
export async function forgetRows(tx: Tx, id: string): Promise<void> {
  await sql`delete from list_import_row where import = ${id}`.execute(tx);
}

/** Keeps some rows of a file for the first time. */
export async function keepRows(tx: Tx, id: string, rows: readonly JudgedRow[]): Promise<void> {
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

const placeIn = ({ sheet, row, part }: KeptRow['read']) => ({ sheet, row, part });
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

/** Every row of an import in the order of the file, a page at a time; without the cells it was read from. */
export async function* keptPages(db: Kysely<DB> | Tx, id: string): AsyncGenerator<KeptRow[]> {
  for (let after = 0; ; ) {
    const { rows } = await sql<KeptRow>`
      select no, read - 'source' as read, corrected, status, verdict,
             case when settled is not null then json_build_object('how', settled, 'product', settled_product, 'producer', settled_producer) end as settled
        from list_import_row where import = ${id} and no > ${after} order by no limit ${PAGE}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.no;
  }
}
