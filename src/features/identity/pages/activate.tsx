import { publicPage } from '#platform/http/page';
import { identityPaths } from '../urls.ts';
import { LetterForm } from './letter-form.tsx';

/** Takes up an invitation. */
export const activatePage = publicPage({
  cache: 'private',
  shell: 'door',
  load: async () => ({}),
  head: () => ({ title: 'Nhận tài khoản', noindex: true }),
  view: (_data, ctx) => (
    <>
      <h1>Nhận tài khoản</h1>
      <p>Thư mời có tên đăng nhập và một mã. Mã dùng trong 72 giờ.</p>
      <LetterForm action={identityPaths.activate} state={ctx.form('account.useCode')} act="Nhận tài khoản" />
    </>
  ),
});
