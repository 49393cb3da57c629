/** Doubts settled by a person, one by one or many at once; nothing is written to the registry yet. */
import { sql } from 'kysely';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { invalid, refused } from '#platform/refusal';
import { idle } from './acts.ts';
import { type PreviewRow, previewRow, readImport } from './queries.ts';
import { type Corrected, importOut, settleRow as rowInput, settleRows as rowsInput } from './schema.ts';
import { compareNow } from './steps.ts';

/** Files up to this many rows are compared again at once, larger ones in the background. */
const AT_ONCE = 3000;

const settledVersion = async (tx: Tx, { id }: { id: string }): Promise<number> => {
  const { rows } = await sql<{ version: number }>`select version from list_import where id = ${id} for update`.execute(
    tx,
  );
  return rows[0]?.version ?? 0;
};

async function open(ctx: ActionContext, id: string) {
  const head = await idle(ctx.tx, id);
  if (head.state !== 'open') throw refused('Danh sách này đã ghi hoặc đã bỏ, không sửa được nữa.');
  return head;
}

/** Compares anew after a settlement: one row may decide what another one repeats. */
async function judged(ctx: ActionContext, id: string, province: string) {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from list_import_row where import = ${id}`.execute(ctx.tx);
  if ((rows[0]?.n ?? 0) <= AT_ONCE) await compareNow(ctx.tx, ctx.day, id, province);
  else await sql`update list_import set job = 'compare', stop = false, tries = 0 where id = ${id}`.execute(ctx.tx);
  await sql`update list_import set version = version + 1, problem = null where id = ${id}`.execute(ctx.tx);
  const { state, settledVersion: version } = await readImport(ctx.tx, id);
  return { id, state, version };
}

/** Settles the rows chosen, or all that are doubtful for one reason. */
export const settleRows = action({
  name: 'listImport.settleMany',
  permission: 'listImport.settle',
  title: 'Xử lý nhiều dòng nghi ngờ',
  input: rowsInput,
  output: importOut,
  publicData: false,
  subject: (given) => given.id,
  version: settledVersion,
  async run(ctx, { id, how, rows, code }) {
    const { province } = await open(ctx, id);
    if (rows.length === 0 && code === undefined) throw invalid('rows', 'Chọn ít nhất một dòng');
    const chosen = rows.length > 0 ? sql`no = any(${rows})` : sql`code = ${code ?? ''} and status = 'doubtful'`;
    if (how === 'reopen') {
      await sql`update list_import_row set settled = null, settled_product = null, settled_producer = null, settled_by = null, settled_at = null, corrected = null
        where import = ${id} and ${chosen}`.execute(ctx.tx);
      return judged(ctx, id, province);
    }
    const only = sql`jsonb_array_length(verdict->'candidates') = 1`;
    const pick = (name: 'product' | 'producer') =>
      how === 'existing' ? sql`(verdict->'candidates'->0->>${name})::uuid` : sql`null::uuid`;
    const settled =
      await sql`update list_import_row set settled = ${how}, settled_product = ${pick('product')}, settled_producer = ${pick('producer')},
        settled_by = ${ctx.actor.account}, settled_at = now()
      where import = ${id} and ${chosen} and status not in ('refused', 'skipped') ${how === 'existing' ? sql`and ${only}` : sql``} returning no`.execute(
        ctx.tx,
      );
    if (settled.rows.length === 0)
      throw invalid(
        'how',
        how === 'existing'
          ? 'Không dòng nào có đúng một gợi ý. Mở từng dòng để chọn.'
          : 'Không có dòng nào xử lý được như vậy',
      );
    return judged(ctx, id, province);
  },
});

/** Settles one row: what it is, and values put right. */
export const settleRow = action({
  name: 'listImport.settle',
  title: 'Xử lý một dòng',
  input: rowInput,
  output: importOut,
  publicData: false,
  subject: (given) => given.id,
  version: settledVersion,
  async run(ctx, { id, no, how, candidate, ...put }) {
    const { province } = await open(ctx, id);
    const row = await previewRow(ctx.tx, id, no);
    if (row.read.status === 'skipped' || row.read.status === 'repeat')
      throw refused('Dòng này không phải dòng của danh sách.');
    if (how === 'existing' && candidate === undefined) throw invalid('candidate', 'Chọn một bản ghi có sẵn');
    const [kind, chosen] = candidate?.split(':') ?? [];
    if (
      how === 'existing' &&
      !(await inProvince(ctx.tx, kind === 'p' ? 'product' : 'producer', chosen ?? '', province))
    )
      throw invalid('candidate', 'Bản ghi này không thuộc danh bạ của tỉnh');
    if (put.commune !== undefined && !(await isCommune(ctx.tx, put.commune, province)))
      throw invalid('commune', 'Chọn xã của tỉnh mình');
    const corrected = how === 'reopen' ? null : correctionsOf(put, row.read);
    const existing = how === 'existing' ? chosen : undefined;
    await sql`update list_import_row set settled = ${how === 'reopen' ? null : how}, corrected = ${corrected === null ? null : JSON.stringify(corrected)}::jsonb,
        settled_product = ${kind === 'p' ? (existing ?? null) : null}, settled_producer = ${kind === 'm' ? (existing ?? null) : null},
        settled_by = ${ctx.actor.account}, settled_at = now()
      where import = ${id} and no = ${no}`.execute(ctx.tx);
    return judged(ctx, id, province);
  },
});

/** What differs from the row as read; null when nothing does. */
function correctionsOf(put: Corrected | Record<string, unknown>, read: PreviewRow['read']): Corrected | null {
  const was: Record<string, unknown> = { ...read, ...read.more };
  const changed = Object.entries(put).filter(([name, value]) => value !== undefined && value !== was[name]);
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

async function inProvince(tx: Tx, process: 'product' | 'producer', id: string, province: string): Promise<boolean> {
  const { rows } =
    await sql`select from lifecycle where id = ${id}::uuid and process = ${process} and state = 'active' and province = ${province}`.execute(
      tx,
    );
  return rows.length > 0;
}

async function isCommune(tx: Tx, id: string, province: string): Promise<boolean> {
  const { rows } =
    await sql`select from unit_version where unit = ${id}::uuid and parent = ${province} and valid_to is null`.execute(
      tx,
    );
  return rows.length > 0;
}
