// Accounts for programs and spreadsheets: the API's list and single account, the empty list to fill in.
import { z } from 'zod';
import { listFile } from '#platform/documents/list-file';
import { writeSheet, XLSX_TYPE } from '#platform/documents/sheet';
import { byId } from '#platform/http/fields';
import { download, list, read } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { importColumns } from './import.ts';
import { rolePhrase } from './pages/accounts.tsx';
import { listAccounts, readAccount } from './queries.ts';
import { accountFilter, accountRow } from './schema.ts';
import { accountStateWords } from './words.ts';

export const accountList = list({
  name: 'account.list',
  title: 'Danh sách tài khoản',
  permission: 'account.list',
  query: accountFilter,
  item: accountRow,
  cursor: z.tuple([z.string(), z.uuid()]),
  async run(ctx, _params, query, { limit, after }) {
    const rows = await listAccounts(ctx.db, query, { day: ctx.day, limit: limit + 1, after });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? [last.fullName, last.id] : null };
  },
});

export const accountRead = read({
  name: 'account.read',
  title: 'Tài khoản',
  permission: 'account.read',
  params: byId,
  subject: ({ id }) => id,
  output: accountRow,
  version: ({ version }) => version,
  async run(ctx, { id }) {
    const account = await readAccount(ctx.db, id, ctx.day);
    if (account === null) throw notFound();
    return account;
  },
});

const MOST = 5000;

/** Accounts as a spreadsheet, with the filters of the screen; no codes, no keys. */
export const accountsSheet = download({
  name: 'account.export',
  title: 'Xuất tài khoản ra Excel',
  permission: 'account.list',
  query: accountFilter,
  logged: 'export',
  async run(ctx, _params, filter) {
    const rows = await listAccounts(ctx.db, filter, { day: ctx.day, limit: MOST, after: null });
    return listFile('tai-khoan', 'Tài khoản', rows, [
      ['Họ tên', 'text', 28, (row) => row.fullName],
      ['Tên đăng nhập', 'text', 28, (row) => row.username],
      ['Thư điện tử', 'text', 28, (row) => row.email],
      ['Điện thoại', 'text', 28, (row) => row.phone],
      ['Vai trò, đơn vị', 'text', 28, (row) => row.appointments.map(rolePhrase).join('; ')],
      ['Trạng thái', 'text', 28, (row) => accountStateWords[row.state] ?? row.state],
      ['Mã xác thực', 'text', 28, (row) => (row.factor ? 'Đã bật' : 'Chưa bật')],
    ]);
  },
});

/** The empty list with its columns and one example, to be filled in and sent back. */
export const importTemplate = download({
  name: 'account.importTemplate',
  title: 'Tệp mẫu danh sách tài khoản',
  permission: 'account.import',
  async run() {
    const example = [
      'Trần Thị Ví Dụ',
      '',
      'vi-du@vidu.vn',
      '0912 345 678',
      'Cán bộ xã',
      '11977',
      '',
      'UBND xã Tân Hưng',
      'Công chức',
    ];
    return {
      name: 'danh-sach-tai-khoan',
      type: XLSX_TYPE,
      body: writeSheet(
        'Tài khoản',
        importColumns.map((header) => ({ header, kind: 'text' as const, width: 22 })),
        [example],
      ),
    };
  },
});
