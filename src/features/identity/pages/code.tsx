import { publicPage, Redirect } from '#platform/http/page';
import { Button, Form, TextField } from '#ui';
import { identityPaths } from '../urls.ts';
import { maskAddress } from '../words.ts';
import { atStep, onTheWay, wayOnQuery } from './on-the-way.tsx';

/** Second step of signing in: the app's code, or the code that was sent for a new device. */
export const codePage = publicPage({
  query: wayOnQuery,
  cache: 'private',
  shell: 'door',
  async load(ctx, _params, { tiep }) {
    const standing = await atStep(ctx, ['secondFactor', 'device'], tiep);
    if (standing instanceof Redirect) return standing;
    if (standing.step === 'secondFactor') return { tiep, sentTo: null };
    const code = await ctx.db
      .selectFrom('one_time_code')
      .select('sent_to')
      .where('session', '=', standing.session)
      .where('used_at', 'is', null)
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { tiep, sentTo: maskAddress(code?.sent_to ?? '') };
  },
  head: () => ({ title: 'Mã xác thực', noindex: true }),
  view: ({ tiep, sentTo }, ctx) => (
    <>
      <h1>{sentTo === null ? 'Nhập mã xác thực' : 'Xác nhận thiết bị mới'}</h1>
      {sentTo !== null && (
        <p>
          Mã 6 số đã gửi tới <b>{sentTo}</b>. Mã dùng trong 10 phút.
        </p>
      )}
      <Form {...onTheWay(identityPaths.code, tiep)} state={ctx.form('account.confirmCode')} class="stack">
        <TextField
          name="code"
          label={sentTo === null ? 'Mã 6 số trong ứng dụng' : 'Mã 6 số vừa nhận'}
          hint={sentTo === null ? 'Mất điện thoại thì nhập một mã dự phòng' : undefined}
          autocomplete="one-time-code"
          inputMode={sentTo === null ? 'text' : 'numeric'}
          maxLength={40}
          width="mid"
        />
        <Button kind="main" full>
          Tiếp tục
        </Button>
      </Form>
      {sentTo !== null && (
        <Form {...onTheWay(identityPaths.sendCode, tiep)} state={ctx.form('account.sendCode')}>
          <Button kind="plain">Gửi lại mã</Button>
        </Form>
      )}
      <SignOutInstead />
    </>
  ),
});

/** The way back out of a sign-in that goes on. */
export function SignOutInstead() {
  return (
    <Form action={identityPaths.signOut} label="Dùng tài khoản khác">
      <Button kind="bare">Dùng tài khoản khác</Button>
    </Form>
  );
}
