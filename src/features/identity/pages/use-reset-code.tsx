import { publicPage } from '#platform/http/page';
import { identityPaths } from '../urls.ts';
import { LetterForm } from './letter-form.tsx';

/** Sets a new password with the code of a letter. */
export const useResetCodePage = publicPage({
  cache: 'private',
  shell: 'door',
  load: async () => ({}),
  head: () => ({ title: 'Đặt lại mật khẩu', noindex: true }),
  view: (_data, ctx) => (
    <>
      <h1>Đặt lại mật khẩu</h1>
      <p>Nếu tên vừa nhập có tài khoản, mã đã được gửi đi. Không nhận được sau 5 phút thì hỏi người quản trị.</p>
      <LetterForm action={identityPaths.useResetCode} state={ctx.form('account.useCode')} act="Đặt mật khẩu" />
    </>
  ),
});
