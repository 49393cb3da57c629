// Accounts for programs and spreadsheets: the API's list and single account, the empty list to fill in.
import { z } from 'zod';
import { writeSheet, XLSX_TYPE } from '#platform/documents/sheet';
import { byId } from '#platform/http/fields';
import { download, list, read } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { importColumns } from './import.ts';
import { listAccounts, readAccount } from './queries.ts';
import { accountFilter, accountRow } from './schema.ts';

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
      name: 'danh-sach-tai-khoan.xlsx',
      type: XLSX_TYPE,
      body: writeSheet(
        'Tài khoản',
        importColumns.map((header) => ({ header, kind: 'text' as const, width: 22 })),
        [example],
      ),
    };
  },
});
