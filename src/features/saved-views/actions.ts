import { v7 } from 'uuid';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { invalid, notFound } from '#platform/refusal';
import { MOST_VIEWS, type SavedView, viewsOf } from './queries.ts';
import {
  filtersOf,
  type ListName,
  removeView as removeInput,
  renameView as renameInput,
  saveView as saveInput,
  strangeValue,
  viewRow,
} from './schema.ts';

/** Gives the present filters of a list a name (U23). */
export const saveView = action({
  name: 'view.save',
  title: 'Lưu bộ lọc',
  input: saveInput,
  output: viewRow,
  publicData: false,
  async run(ctx, given): Promise<SavedView> {
    if (strangeValue(given.list, given.query)) throw invalid('query', 'Chọn điều kiện lọc có trong danh sách rồi lưu');
    const query = filtersOf(given.list, given.query);
    if (query === '') throw invalid('query', 'Chọn ít nhất một điều kiện lọc trong danh sách trước khi lưu');
    const account = ctx.actor.account;
    const others = await viewsOf(ctx.tx, account, given.list);
    if (others.length >= MOST_VIEWS) throw invalid('name', `Xóa bớt bộ lọc cũ; mỗi danh sách giữ ${MOST_VIEWS} bộ lọc`);
    refuseTaken(others, given.name);
    const row = { id: v7(), list: given.list, name: given.name, query };
    await ctx.tx
      .insertInto('saved_view')
      .values({ ...row, account })
      .execute();
    return { ...row, version: 1 };
  },
});

/** Gives a kept filter another name. */
export const renameView = action({
  name: 'view.rename',
  permission: 'view.save',
  title: 'Đổi tên bộ lọc',
  input: renameInput,
  output: viewRow,
  publicData: false,
  version: async (tx, given) => (await holdView(tx, given.id)).version,
  async run(ctx, { id, name }): Promise<SavedView> {
    const view = await ownView(ctx.tx, ctx.actor.account, id);
    const others = await viewsOf(ctx.tx, ctx.actor.account, view.list);
    refuseTaken(
      others.filter((one) => one.id !== id),
      name,
    );
    const version = view.version + 1;
    await ctx.tx.updateTable('saved_view').set({ name, version }).where('id', '=', id).execute();
    return { ...view, name, version };
  },
});

/** Takes a kept filter away; the dossiers it showed stay as they are. */
export const removeView = action({
  name: 'view.remove',
  permission: 'view.save',
  title: 'Xóa bộ lọc',
  input: removeInput,
  output: viewRow,
  publicData: false,
  version: async (tx, given) => (await holdView(tx, given.id)).version,
  async run(ctx, { id }): Promise<SavedView> {
    const view = await ownView(ctx.tx, ctx.actor.account, id);
    await ctx.tx.deleteFrom('saved_view').where('id', '=', id).execute();
    return view;
  },
});

function refuseTaken(others: readonly SavedView[], name: string): void {
  const same = (one: SavedView) => one.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi');
  if (others.some(same)) throw invalid('name', 'Đã có bộ lọc tên này. Đặt tên khác');
}

async function holdView(tx: Tx, id: string) {
  const row = await tx.selectFrom('saved_view').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

async function ownView(tx: Tx, account: string, id: string): Promise<SavedView> {
  const row = await holdView(tx, id);
  if (row.account !== account) throw notFound();
  return { id, list: row.list as ListName, name: row.name, query: row.query, version: row.version };
}
