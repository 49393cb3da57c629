import { publicPage } from '#platform/http/page';
import { Button, Form, TextField } from '#ui';
import { identityPaths } from '../urls.ts';

/** Asks for the letter with a code for a new password. Says the same to everybody (S5). */
export const askResetPage = publicPage({
  cache: 'private',
  shell: 'door',
  load: async () => ({}),
  head: () => ({ title: 'Quên mật khẩu', noindex: true }),
  view: (_data, ctx) => (
    <>
      <h1>Quên mật khẩu</h1>
      <p>Hệ thống gửi mã vào thư điện tử hoặc điện thoại đã đăng ký. Mã dùng trong 10 phút.</p>
      <Form action={identityPaths.reset} state={ctx.form('account.askReset')} class="stack">
        <TextField
          name="name"
          label="Số điện thoại hoặc thư điện tử"
          hint="Hoặc tên đăng nhập được cấp"
          autocomplete="username"
          inputMode="email"
          maxLength={254}
        />
        <Button kind="main" full>
          Gửi mã cho tôi
        </Button>
        <p class="sm">
          <a href={identityPaths.signIn}>Về trang đăng nhập</a>
        </p>
      </Form>
    </>
  ),
});
