import { publicPage, Redirect } from '#platform/http/page';
import { Button, Form, Note, TextField } from '#ui';
import { identityPaths } from '../urls.ts';
import { SignOutInstead } from './code.tsx';
import { NewPasswordFields } from './letter-form.tsx';
import { atStep, onTheWay, wayOnQuery } from './on-the-way.tsx';

/** A new password: forced at the first sign-in, or wished for. */
export const changePasswordPage = publicPage({
  query: wayOnQuery,
  cache: 'private',
  shell: 'door',
  async load(ctx, _params, { tiep }) {
    const standing = await atStep(ctx, ['password', 'open'], tiep);
    return standing instanceof Redirect
      ? standing
      : { tiep, forced: standing.step === 'password', demo: standing.demo };
  },
  head: () => ({ title: 'Đổi mật khẩu', noindex: true }),
  view: ({ tiep, forced, demo }, ctx) => (
    <>
      <h1>{forced ? 'Đặt mật khẩu của riêng bạn' : 'Đổi mật khẩu'}</h1>
      {forced && <p>Mật khẩu được cấp chỉ dùng một lần. Đặt mật khẩu mới để tiếp tục.</p>}
      {demo ? (
        <Note kind="info">
          Tài khoản trình diễn không có mật khẩu. <a href={identityPaths.account}>Về trang tài khoản</a>
        </Note>
      ) : (
        <Form
          {...onTheWay(identityPaths.changePassword, tiep)}
          state={ctx.form('account.changePassword')}
          class="stack"
        >
          {!forced && (
            <TextField
              name="current"
              label="Mật khẩu đang dùng"
              type="password"
              autocomplete="current-password"
              maxLength={256}
            />
          )}
          <NewPasswordFields />
          <Note kind="info">Các phiên đăng nhập ở nơi khác sẽ kết thúc.</Note>
          <Button kind="main" full>
            Đổi mật khẩu
          </Button>
        </Form>
      )}
      {forced ? (
        <SignOutInstead />
      ) : (
        <p class="sm">
          <a href={identityPaths.account}>Không, quay về</a>
        </p>
      )}
    </>
  ),
});
