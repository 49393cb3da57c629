import { publicPage, Redirect } from '#platform/http/page';
import { Button, Form, Note } from '#ui';
import { recoveryCodesOf } from '../recovery.ts';
import { codeHash } from '../secrets.ts';
import { homes, identityPaths, ownPath } from '../urls.ts';
import { atStep, wayOnQuery } from './on-the-way.tsx';

/** The ten recovery codes, shown to the browser that made them and for ten minutes only. */
export const recoveryCodesPage = publicPage({
  query: wayOnQuery,
  cache: 'private',
  shell: 'door',
  async load(ctx, _params, { tiep }) {
    const standing = await atStep(ctx, ['role', 'noRole', 'open'], tiep);
    if (standing instanceof Redirect) return standing;
    const next = ownPath(tiep) ?? homes[standing.appointment?.role ?? 'public'];
    const codes = ctx.session !== null && standing.fresh ? recoveryCodesOf(ctx.secret, ctx.session) : [];
    const kept = await ctx.db
      .selectFrom('recovery_code')
      .select('code_hash')
      .where('account', '=', standing.account)
      .where('code_hash', '=', codeHash(ctx.secret, standing.account, codes[0] ?? ''))
      .executeTakeFirst();
    return { next, codes: kept ? codes : [], enrolled: standing.enrolled };
  },
  head: () => ({ title: 'Mã dự phòng', noindex: true }),
  view: ({ next, codes, enrolled }, ctx) =>
    codes.length > 0 ? (
      <>
        <h1>Cất mười mã dự phòng này</h1>
        <p>Mỗi mã vào được một lần khi không có điện thoại. Trang này chỉ hiện trong 10 phút.</p>
        <ol class="box grid grid-cols-2 gap-x-4 gap-y-2 text-[.9375rem] font-semibold">
          {codes.map((code) => (
            <li key={code} class="whitespace-nowrap">
              {code}
            </li>
          ))}
        </ol>
        <Note kind="info">In ra hoặc chép tay, cất xa máy tính. Không chụp ảnh, không gửi cho ai.</Note>
        <Button kind="main" full href={next}>
          Đã cất, đi tiếp
        </Button>
      </>
    ) : (
      <>
        <h1>Mã dự phòng</h1>
        <p>Mã đã hiện một lần rồi và không xem lại được. Mất mã thì tạo mười mã mới; mã cũ hết dùng.</p>
        {enrolled && (
          <Form action={identityPaths.recoveryCodes} state={ctx.form('account.renewRecoveryCodes')}>
            <Button kind="main">Tạo mã dự phòng mới</Button>
          </Form>
        )}
        <p class="sm">
          <a href={identityPaths.account}>Về trang tài khoản</a>
        </p>
      </>
    ),
});
