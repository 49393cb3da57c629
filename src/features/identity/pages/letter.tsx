import type { FormState } from '#platform/http/context';
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

function LetterForm({ action, state, act }: { action: string; state: FormState; act: string }) {
  return (
    <Form action={action} state={state} class="stack">
      <TextField name="name" label="Tên đăng nhập" autocomplete="username" maxLength={254} />
      <TextField
        name="code"
        label="Mã trong thư"
        hint="Ví dụ: k7mq-2xwd-9ahb"
        autocomplete="one-time-code"
        maxLength={40}
        width="mid"
      />
      <NewPasswordFields />
      <Button kind="main" full>
        {act}
      </Button>
      <p class="row between sm">
        <a href={identityPaths.reset}>Xin mã mới</a>
        <a href={identityPaths.signIn}>Về trang đăng nhập</a>
      </p>
    </Form>
  );
}

/** The new password, twice. */
export function NewPasswordFields() {
  return (
    <>
      <TextField
        name="password"
        label="Mật khẩu mới"
        hint="Ít nhất 12 ký tự, chủ thể ít nhất 10. Vài từ không liên quan là dễ nhớ nhất."
        type="password"
        autocomplete="new-password"
        maxLength={256}
      />
      <TextField
        name="again"
        label="Nhập lại mật khẩu mới"
        type="password"
        autocomplete="new-password"
        maxLength={256}
      />
    </>
  );
}
