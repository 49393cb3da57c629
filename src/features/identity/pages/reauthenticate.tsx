import { page } from '#platform/http/page';
import { Button, Form, TextField } from '#ui';
import { identityPaths } from '../urls.ts';
import { onTheWay, wayOnQuery } from './on-the-way.tsx';

/** Confirms who sits there before an act that asks for it (S9). */
export const reauthenticatePage = page({
  permission: 'account.reauthenticate',
  query: wayOnQuery,
  shell: 'door',
  load: async (_ctx, _params, { tiep }) => ({ tiep }),
  head: () => ({ title: 'Xác nhận lại', noindex: true }),
  view: ({ tiep }, ctx) => (
    <>
      <h1>Xác nhận lại</h1>
      <p>
        Việc này cần biết chắc vẫn là <b>{ctx.actor.name}</b>. Chữ đã gõ được giữ nguyên.
      </p>
      <Form {...onTheWay(identityPaths.reauthenticate, tiep)} state={ctx.form('account.reauthenticate')} class="stack">
        {!ctx.actor.demo && (
          <TextField name="password" label="Mật khẩu" type="password" autocomplete="current-password" maxLength={256} />
        )}
        <Button kind="main" full>
          Xác nhận
        </Button>
      </Form>
    </>
  ),
});
