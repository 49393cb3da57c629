import { page } from '#platform/http/page';
import { Button, FileField, Form } from '#ui';
import { importColumns } from '../import.ts';
import { givenRoles } from '../schema.ts';
import { identityPaths } from '../urls.ts';

/** Many accounts at once, from Excel or CSV. Nothing is made while a row is wrong. */
export const importPage = page({
  permission: 'account.import',
  shell: 'desk',
  load: async () => ({}),
  head: () => ({
    title: 'Nhập danh sách tài khoản',
    here: identityPaths.accounts,
    up: { href: identityPaths.accounts, words: 'Tài khoản' },
  }),
  view: (_data, ctx) => (
    <div class="stack-5 max-w-[42rem]">
      <h1>Nhập danh sách tài khoản</h1>
      <p>
        <a href={`${identityPaths.importAccounts}/mau.xlsx`}>Tải tệp mẫu</a>, mỗi dòng một người. Còn dòng sai thì chưa
        ai được mời; trang này nói rõ từng dòng cần sửa.
      </p>
      <Form action={identityPaths.importAccounts} state={ctx.form('account.import')} files class="stack">
        <FileField
          name="file"
          label="Tệp danh sách"
          hint="Excel (.xlsx) hoặc CSV, không quá 2.000 dòng"
          accept=".xlsx,.csv"
        />
        <Button kind="main" busy="Đang đọc từng dòng…">
          Mời tất cả
        </Button>
      </Form>
      <section class="stack-2">
        <h2>Các cột</h2>
        <p class="ink2">{importColumns.join(' · ')}</p>
        <p class="ink2">
          <b>Vai trò</b> là một trong: {Object.values(givenRoles).join(', ')}.
        </p>
        <p class="ink2">
          <b>Mã đơn vị</b> là mã xã 5 số hoặc mã tỉnh 2 số. Vai chủ thể ghi đúng tên chủ thể trong sổ và mã xã.
        </p>
      </section>
    </div>
  ),
});
