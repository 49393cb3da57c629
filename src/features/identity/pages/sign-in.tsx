import { publicPage, redirect } from '#platform/http/page';
import { Button, Form, Note, TextField } from '#ui';
import { findStanding } from '../standing.ts';
import { identityPaths, wayTo } from '../urls.ts';
import { onTheWay, wayOnQuery } from './on-the-way.tsx';

/** The door. Whoever is in, or half in, is led on. */
export const signInPage = publicPage({
  query: wayOnQuery,
  cache: 'private',
  shell: 'door',
  async load(ctx, _params, { tiep }) {
    const standing = ctx.session === null ? null : await findStanding(ctx.db, ctx.session, ctx.now);
    return standing === null ? { tiep } : redirect(wayTo(standing.step, standing.appointment?.role ?? null, tiep));
  },
  head: () => ({ title: 'Đăng nhập', noindex: true }),
  view: ({ tiep }, ctx) => (
    <>
      <h1>Đăng nhập</h1>
      <Form {...onTheWay(identityPaths.signIn, tiep)} state={ctx.form('account.signIn')} class="stack">
        <TextField
          name="name"
          label="Số điện thoại hoặc thư điện tử"
          hint="Hoặc tên đăng nhập được cấp"
          autocomplete="username"
          inputMode="email"
          maxLength={254}
        />
        <TextField name="password" label="Mật khẩu" type="password" autocomplete="current-password" maxLength={256} />
        <Button kind="main" full busy="Đang đăng nhập…">
          Đăng nhập
        </Button>
        <p class="row between sm">
          <a href={identityPaths.reset}>Quên mật khẩu</a>
          <a href={identityPaths.activate}>Có thư mời? Nhận tài khoản</a>
        </p>
      </Form>
      {ctx.demo && (
        <Note icon="user">
          Đây là bản trình diễn.{' '}
          <a href={identityPaths.tryAs}>
            <b>Vào thử với vai…</b>
          </a>{' '}
          không cần tài khoản.
        </Note>
      )}
    </>
  ),
});
