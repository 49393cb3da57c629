/** What a person does about long lists. They are made in the background (job.ts). */
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { action } from '#platform/http/action';
import { refused } from '#platform/refusal';
import { readListFile } from './queries.ts';
import { byListFile, listFileOut, makeListFile as makeInput } from './schema.ts';

/** Lists one person may have under way at once. */
const MOST_WAITING = 3;

/** Asks for a list as a file; the same list that is still under way is not begun twice. */
export const makeListFile = action({
  name: 'listFile.make',
  title: 'Lập tệp danh sách',
  input: makeInput,
  output: listFileOut,
  publicData: false,
  async run(ctx, { from }) {
    if (!/^\/(?!\/)\S*$/.test(from)) throw refused('Mở danh sách rồi bấm Xuất Excel để chọn lại.');
    const { account } = ctx.actor;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`lists of ${account}`}, 0))`.execute(ctx.tx);
    const { rows } = await sql<{ id: string; path: string }>`
      select id, path from list_file where account = ${account}::uuid and job`.execute(ctx.tx);
    const same = rows.find(({ path }) => path === from);
    if (same) return { id: same.id };
    if (rows.length >= MOST_WAITING)
      throw refused(`Đang có ${MOST_WAITING} danh sách lập dở. Đợi xong, hoặc dừng bớt một danh sách.`);
    const id = v7();
    await ctx.tx
      .insertInto('list_file')
      .values({ id, account, actor: JSON.stringify(ctx.actor), path: from })
      .execute();
    return { id };
  },
});

/** Asks to stop the making of one. */
export const stopListFile = action({
  name: 'listFile.stop',
  permission: 'listFile.make',
  title: 'Dừng lập tệp danh sách',
  input: byListFile,
  output: listFileOut,
  publicData: false,
  unversioned: true,
  async run(ctx, { id }) {
    await readListFile(ctx.tx, ctx.actor.account, id);
    const { rows } = await sql`update list_file set stop = true where id = ${id}::uuid and job returning id`.execute(
      ctx.tx,
    );
    if (rows.length === 0) throw refused('Tệp đã lập xong, không còn gì để dừng.');
    return { id };
  },
});
