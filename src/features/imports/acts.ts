/** What an officer does with a list brought in. The work itself is done in the background (jobs.ts). */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import type { JobKind } from './job.ts';
import { mappingFrom, rememberMapping } from './mapping.ts';
import { countsOf, readImport } from './queries.ts';
import { byImport, importOut, mapList as mapInput, uploadList as uploadInput } from './schema.ts';

/** Takes a file in; it is read in the background. A province's officer brings in lists of the own province only. */
export const uploadList = action({
  name: 'listImport.upload',
  title: 'Gửi tệp danh sách',
  input: uploadInput,
  output: importOut,
  publicData: false,
  async run(ctx, given) {
    const province = await provinceFor(ctx, given.province);
    const file = await ctx.tx
      .selectFrom('file')
      .select(['name', 'sha256'])
      .where('id', '=', given.file)
      .executeTakeFirst();
    if (!file) throw invalid('file', 'Chọn tệp danh sách');
    await attachFiles(ctx, [given.file], { province });
    const id = v7();
    const moved = await beget(ctx.tx, ctx, {
      ...{ process: 'listImport', id, action: 'listImport.upload', reach: { province } },
      facts: { name: file.name, sha256: file.sha256, subject: given.subject },
      effect: async (tx) => {
        await tx
          .insertInto('list_import')
          .values({
            ...{
              id,
              province,
              file: given.file,
              file_name: file.name,
              subject: given.subject,
              as_of: given.asOf ?? null,
              job: 'read',
            },
            ...{ account: ctx.actor.account, account_name: ctx.actor.name, capacity: ctx.actor.capacity },
          })
          .execute();
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

async function provinceFor(ctx: ActionContext, asked: string | undefined): Promise<string> {
  const { area } = ctx.actor;
  if (area !== null && asked !== undefined && asked !== area)
    throw invalid('province', 'Chỉ nhập được danh sách của tỉnh mình');
  const wanted = area ?? asked;
  if (wanted === undefined) throw invalid('province', 'Chọn tỉnh của danh sách');
  const { rows } = await sql`select from unit where id = ${wanted} and level = 'province' and valid_to is null`.execute(
    ctx.tx,
  );
  if (rows.length === 0) throw invalid('province', 'Chọn một tỉnh hiện nay');
  return wanted;
}

/** A person confirms what the list is and what its columns hold; corrected columns are read anew and remembered. */
export const mapList = action({
  name: 'listImport.map',
  title: 'Xác nhận cột và loại danh sách',
  input: mapInput,
  output: importOut,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, kind, sheets }) {
    const head = await idle(ctx.tx, id);
    if (!head.reading) throw refused('Tệp chưa đọc được. Gửi tệp khác hoặc đọc lại.');
    const mapping = mappingFrom(head.reading.sheets, sheets);
    const job: JobKind = mapping === null ? 'compare' : 'read';
    if (mapping !== null) await rememberMapping(ctx.tx, head.province, head.reading.sheets, mapping);
    const moved = await carryOut(ctx.tx, ctx, {
      ...{ action: 'listImport.map', subject: id, facts: { kind, columnsCorrected: mapping !== null } },
      effect: async (tx) => {
        const map = mapping === null ? sql`` : sql`, mapping = ${JSON.stringify(mapping)}::jsonb`;
        await sql`update list_import set confirmed_kind = ${kind}, version = version + 1 ${map} where id = ${id}`.execute(
          tx,
        );
        await order(ctx, id, job);
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** An import nothing is being done with, held until the transaction ends. Throws in words otherwise. */
export async function idle(tx: Tx, id: string) {
  await sql`select from list_import where id = ${id} for update`.execute(tx);
  const head = await readImport(tx, id);
  if (head.job !== null) throw refused('Hệ thống đang xử lý tệp này. Đợi xong rồi làm tiếp, hoặc bấm Dừng.');
  return head;
}

/** Asks the background for a job in the name of who acts. */
async function order(ctx: ActionContext, id: string, job: JobKind): Promise<void> {
  const { account, name, capacity } = ctx.actor;
  await sql`update list_import set job = ${job}, stop = false, tries = 0, done = 0, total = 0, doing = null, problem = null,
    account = ${account}, account_name = ${name}, capacity = ${capacity} where id = ${id}`.execute(ctx.tx);
}

/** Orders the writing: everything that is settled, in one piece. */
export const writeList = action({
  name: 'listImport.write',
  title: 'Ghi vào danh bạ',
  input: byImport,
  output: importOut,
  subject: (given) => given.id,
  async run(ctx, { id }) {
    const head = await idle(ctx.tx, id);
    if (head.confirmed === null)
      throw refused(`Xác nhận ${head.subject === 'producers' ? 'các cột' : 'loại danh sách'} trước khi ghi.`);
    const { statuses } = await countsOf(ctx.tx, id);
    if (statuses.doubtful)
      throw refused(`Còn ${statuses.doubtful} dòng nghi ngờ. Xử lý hoặc bỏ qua các dòng đó rồi ghi.`);
    if (!statuses.new && !statuses.change)
      throw refused('Không có gì mới để ghi: mọi dòng đã có trong danh bạ hoặc không ghi được.');
    const facts = { kind: head.confirmed, new: statuses.new ?? 0, change: statuses.change ?? 0 };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'listImport.write',
      subject: id,
      facts,
      effect: () => order(ctx, id, 'write'),
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** Orders a written list to be undone as a whole. */
export const undoList = action({
  name: 'listImport.undo',
  title: 'Hoàn tác danh sách đã ghi',
  input: byImport,
  output: importOut,
  subject: (given) => given.id,
  async run(ctx, { id }) {
    await idle(ctx.tx, id);
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'listImport.undo',
      subject: id,
      effect: () => order(ctx, id, 'undo'),
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** Leaves a file that was not written. */
export const cancelList = action({
  name: 'listImport.cancel',
  title: 'Bỏ tệp danh sách',
  input: byImport,
  output: importOut,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id }) {
    await idle(ctx.tx, id);
    const moved = await carryOut(ctx.tx, ctx, { action: 'listImport.cancel', subject: id });
    return { id, state: moved.state, version: moved.version };
  },
});

/** Asks the job under way to stop; what it had begun to write is undone with it. */
export const stopJob = action({
  name: 'listImport.stop',
  title: 'Dừng xử lý tệp',
  input: byImport,
  output: importOut,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id }) {
    const { rows } =
      await sql`update list_import set stop = true where id = ${id} and job is not null returning id`.execute(ctx.tx);
    if (rows.length === 0) throw refused('Hệ thống đã xử lý xong, không còn gì để dừng.');
    const { state, version } = await readImport(ctx.tx, id);
    return { id, state, version };
  },
});

/** Reads a file again that could not be read, or was stopped. */
export const readAgain = action({
  name: 'listImport.readAgain',
  permission: 'listImport.map',
  title: 'Đọc lại tệp',
  input: byImport,
  output: importOut,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id }) {
    const { state, version } = await idle(ctx.tx, id);
    if (state !== 'open') throw notFound();
    await order(ctx, id, 'read');
    return { id, state, version };
  },
});
