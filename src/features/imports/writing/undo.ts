/** Undoes a list that was written: all of it, or nothing while something depends on it. */
import { sql } from 'kysely';
import { type Hand, moveMany, showNewest } from '#features/registry';
import { inBatches } from '#features/units';
import { codeOf } from '#platform/db/connect';
import type { Tx } from '#platform/db/database';
import { refused } from '#platform/refusal';
import { emptyProducers } from './producers.ts';
import { refreshSearch } from './subjects.ts';

interface Kept {
  readonly subject: string;
  readonly kind: 'producer' | 'product' | 'recognition';
  readonly act: 'made' | 'changed' | 'superseded' | 'ended';
  readonly before: Record<string, unknown>;
}

const BATCH = 500;
const FOREIGN_KEY = '23503';
const RESTORED = { ended: 'recognition.restore', superseded: 'recognition.restore' } as const;
const CORRECTED = {
  product: 'product.correct',
  producer: 'producer.correct',
  recognition: 'recognition.completeByList',
} as const;

/**
 * Takes back what the import made and puts back what it changed, in the caller's transaction; `step` is told how far it is
 * and throws when somebody asked to stop.
 * @throws Refusal 409 in words when a record was changed since, or another record refers to it
 */
export async function undoRows(
  tx: Tx,
  hand: Hand,
  id: string,
  step: (words: string, done?: number, total?: number) => Promise<void>,
): Promise<void> {
  await refuseChanged(tx, id);
  const { rows } =
    await sql<Kept>`select subject, kind, act, before from list_import_subject where import = ${id} order by subject`.execute(
      tx,
    );
  const touched = await productsOf(tx, id);
  const made = rows.filter(({ act }) => act === 'made');
  const facts = { import: id };
  await moveMany(
    tx,
    hand,
    rows
      .filter((row) => row.act !== 'made')
      .map((row) => ({
        id: row.subject,
        action: row.act === 'ended' || row.act === 'superseded' ? RESTORED[row.act] : CORRECTED[row.kind],
        facts: { ...facts, undone: true, after: row.before },
      })),
  );
  await putBack(tx, rows);
  await moveMany(
    tx,
    hand,
    made.map(({ subject, kind }) => ({ id: subject, action: `${kind}.takeBack`, facts })),
    (done, total) => step('Đang ghi việc hoàn tác vào sổ', done, total),
  );
  const gone = new Set(made.map(({ subject }) => subject));
  const left = touched.filter((product) => !gone.has(product));
  await showNewest(tx, left);
  await step('Đang rút khỏi danh bạ');
  await remove(tx, [...gone]);
  await sql`update list_import_row set product_id = null, producer_id = null, recognition_id = null where import = ${id}`.execute(
    tx,
  );
  await step('Đang cập nhật tra cứu');
  await refreshSearch(tx, left);
}

async function productsOf(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select product_id as id from list_import_row where import = ${id} and product_id is not null
    union select r.product from list_import_subject s join recognition r on r.id = s.subject where s.import = ${id}
    union select p.id from list_import_subject s join product p on p.producer = s.subject where s.import = ${id}`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

async function refuseChanged(tx: Tx, id: string): Promise<void> {
  const { rows } = await sql<{ name: string; n: number }>`
    select coalesce(p.name, m.name, r.product_name, 'bản ghi đã rút') as name, count(*) over ()::int as n
      from list_import_subject s join lifecycle l on l.id = s.subject
      left join product p on p.id = s.subject left join producer m on m.id = s.subject left join recognition r on r.id = s.subject
     where s.import = ${id} and l.version <> s.version order by 1 limit 5`.execute(tx);
  const [first] = rows;
  if (!first) return;
  const names = rows.map(({ name }) => `“${name}”`).join(', ');
  throw refused(
    `Không hoàn tác được: ${first.n} bản ghi đã thay đổi sau khi nhập (${names}${first.n > rows.length ? '…' : ''}). Sửa từng bản ghi trong danh bạ.`,
  );
}

async function putBack(tx: Tx, rows: readonly Kept[]): Promise<void> {
  const freed = rows.filter(({ act }) => act === 'ended' || act === 'superseded').map(({ subject }) => subject);
  await inBatches(
    freed,
    (batch) =>
      sql`update recognition set ended_on = null, superseded_by = null, end_decision = null, end_text_date = null, end_reason = null
    where id in (select value::uuid from json_array_elements_text(${batch}::json))`.execute(tx),
    BATCH,
  );
  await emptyProducers(
    tx,
    rows.filter((row) => row.act === 'changed' && row.kind === 'producer'),
  );
  const changed = (kind: Kept['kind']) =>
    rows
      .filter((row) => row.act === 'changed' && row.kind === kind)
      .map(({ subject, before }) => ({ ...before, id: subject }));
  await inBatches(
    changed('product'),
    (batch) =>
      sql`update product o set commune = r.commune from json_to_recordset(${batch}::json) as r(id uuid, commune uuid) where o.id = r.id`.execute(
        tx,
      ),
    BATCH,
  );
  await inBatches(
    changed('recognition'),
    (batch) =>
      sql`update recognition o set star = r.star, decision_number = r.decision_number, decision_text_date = r.decision_text_date,
      issued_earliest = r.issued_earliest, issued_latest = r.issued_latest, expires_earliest = r.expires_earliest, expires_latest = r.expires_latest
    from json_to_recordset(${batch}::json) as r(id uuid, star integer, decision_number text, decision_text_date text, issued_earliest date, issued_latest date,
      expires_earliest date, expires_latest date) where o.id = r.id`.execute(tx),
    BATCH,
  );
}

/** All in one call: records of the import refer to each other. */
async function remove(tx: Tx, ids: readonly string[]): Promise<void> {
  try {
    await sql`select remove_taken_back(${ids}::uuid[])`.execute(tx);
  } catch (error) {
    if (codeOf(error) !== FOREIGN_KEY) throw error;
    throw refused(
      'Không hoàn tác được: đã có hồ sơ, giấy tờ, tài khoản hoặc sản phẩm khác gắn với chủ thể, sản phẩm của danh sách này.',
    );
  }
}
