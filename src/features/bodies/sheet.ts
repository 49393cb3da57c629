/** Bodies, their members, officers in charge and communes without one, as files. Written to the access log. */
import { stateWords } from '#law/moves';
import { listFile } from '#platform/documents/list-file';
import { byId } from '#platform/http/fields';
import { download } from '#platform/http/read';
import { communesWithout, listOfficers } from './officers-read.ts';
import { findBody, listBodies, membersOf } from './queries.ts';
import { BODY_KINDS, BODY_LEVELS, listQuery, officerQuery } from './schema.ts';
import { roleWords } from './words.ts';

const MOST = 20_000;

/** The list of bodies with the filters of the screen. */
export const bodiesSheet = download({
  name: 'body.export',
  title: 'Ban chỉ đạo, tổ giúp việc (Excel)',
  permission: 'body.read',
  query: listQuery.omit({ trang: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const ask = { query, reach: ctx.within('body.read', 'l'), day: ctx.day };
    return listFile('ban-chi-dao-to-giup-viec', 'Ban chỉ đạo, tổ giúp việc', await listBodies(ctx.db, ask, 0, MOST), [
      ['Tên', 'text', 60, (row) => row.name],
      ['Loại', 'text', 24, (row) => BODY_KINDS[row.kind]],
      ['Cấp', 'text', 14, (row) => BODY_LEVELS[row.level]],
      ['Địa bàn', 'text', 34, (row) => row.place],
      ['Quyết định thành lập', 'text', 44, (row) => row.actLabel],
      ['Từ ngày', 'date', 12, (row) => row.from],
      ['Đến ngày', 'date', 12, (row) => row.to],
      ['Giải thể theo', 'text', 44, (row) => row.endedLabel],
      ['Số thành viên', 'integer', 12, (row) => row.members],
      ['Tình trạng', 'text', 16, (row) => stateWords('body', row.state).name],
      ['Nguồn', 'text', 44, (row) => (row.invented ? 'Dữ liệu giả định' : row.source)],
    ]);
  },
});

/** Everybody who serves or served in one body. */
export const membersSheet = download({
  name: 'body.exportMembers',
  title: 'Thành viên ban chỉ đạo, tổ giúp việc (Excel)',
  permission: 'body.read',
  params: byId,
  subject: ({ id }) => id,
  logged: 'export',
  async run(ctx, { id }) {
    const [body, contacts] = await Promise.all([findBody(ctx.db, id, ctx.day), ctx.may('body.readContacts', id)]);
    return listFile('thanh-vien', `Thành viên ${body.name}`, await membersOf(ctx.db, id, ctx.day, contacts), [
      ['Vai trò', 'text', 22, (row) => roleWords(body.kind, row.role)],
      ['Họ và tên', 'text', 28, (row) => row.name],
      ['Chức vụ, cơ quan', 'text', 44, (row) => row.position],
      ['Từ ngày', 'date', 12, (row) => row.from],
      ['Đến ngày', 'date', 12, (row) => row.to],
      ['Vào theo', 'text', 44, (row) => row.joinedBy],
      ['Ra theo', 'text', 44, (row) => row.leftBy],
      ['Điện thoại', 'text', 16, (row) => row.phone],
      ['Thư điện tử', 'text', 28, (row) => row.email],
    ]);
  },
});

/** Officers in charge with the filters of the screen. */
export const officersSheet = download({
  name: 'communeOfficer.export',
  title: 'Cán bộ phụ trách (Excel)',
  permission: 'communeOfficer.read',
  query: officerQuery.omit({ trang: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const contacts = await ctx.may('communeOfficer.readContacts');
    const ask = { query, reach: ctx.within('communeOfficer.read', 'l'), day: ctx.day, contacts };
    return listFile('can-bo-phu-trach', 'Cán bộ phụ trách', await listOfficers(ctx.db, ask, 0, MOST), [
      ['Xã', 'text', 40, (row) => row.place],
      ['Họ và tên', 'text', 28, (row) => row.name],
      ['Chức vụ', 'text', 34, (row) => row.position],
      ['Điện thoại', 'text', 16, (row) => row.phone],
      ['Thư điện tử', 'text', 28, (row) => row.email],
      ['Văn bản phân công', 'text', 44, (row) => row.actLabel],
      ['Từ ngày', 'date', 12, (row) => row.from],
      ['Đến ngày', 'date', 12, (row) => row.to],
      ['Ghi chú', 'text', 20, (row) => (row.invented ? 'Dữ liệu giả định' : null)],
    ]);
  },
});

/** Communes where nobody is in charge. */
export const communesWithoutSheet = download({
  name: 'communeOfficer.exportMissing',
  title: 'Xã chưa có người phụ trách (Excel)',
  permission: 'communeOfficer.read',
  query: officerQuery.omit({ trang: true, xem: true }),
  logged: 'export',
  async run(ctx, _params, { q }) {
    const unit = ctx.actor.role === 'commune' ? ctx.actor.unit : null;
    const rows = await communesWithout(ctx.db, { area: ctx.actor.area, unit, day: ctx.day, q }, 0, MOST);
    return listFile('xa-chua-co-nguoi-phu-trach', 'Xã chưa có người phụ trách', rows, [
      ['Xã', 'text', 34, (row) => row.name],
      ['Tỉnh', 'text', 30, (row) => row.province],
      ['Người gần nhất thôi từ', 'date', 16, (row) => row.last],
    ]);
  },
});
