import type { FormState } from '#platform/http/context';
import { Button, Form, TextField } from '#ui';
import { identityPaths } from '../urls.ts';

/** The code of a letter and the password it lets one set. */
export function LetterForm({ action, state, act }: { action: string; state: FormState; act: string }) {
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
