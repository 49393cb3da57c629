import { qrSvg } from '#platform/documents/qr';
import { publicPage, Redirect, redirect } from '#platform/http/page';
import { Button, Form, TextField } from '#ui';
import { totpUri } from '../one-time-password.ts';
import { enrolmentSecret } from '../recovery.ts';
import { identityPaths } from '../urls.ts';
import { SignOutInstead } from './code.tsx';
import { atStep, onTheWay, wayOnQuery } from './on-the-way.tsx';

/** Ties an app of the telephone to the account: picture, key by hand, first code. */
export const factorPage = publicPage({
  query: wayOnQuery,
  cache: 'private',
  shell: 'door',
  async load(ctx, _params, { tiep }) {
    const standing = await atStep(ctx, ['enrol', 'open'], tiep);
    if (standing instanceof Redirect) return standing;
    if (standing.enrolled || standing.demo) return redirect(identityPaths.account);
    const secret = enrolmentSecret(ctx.secret, standing.session);
    return { tiep, secret, picture: pictureOf(totpUri(secret, standing.username)), forced: standing.step === 'enrol' };
  },
  head: () => ({ title: 'Bật mã xác thực', noindex: true }),
  view: ({ tiep, secret, picture, forced }, ctx) => (
    <>
      <h1>Bật mã xác thực</h1>
      {forced && <p>Vai trò của bạn cần thêm một mã trên điện thoại khi đăng nhập.</p>}
      <ol class="stack list-decimal pl-6">
        <li>Cài một ứng dụng tạo mã trên điện thoại, ví dụ Aegis, FreeOTP, Google Authenticator.</li>
        <li>
          Quét hình này:
          <img class="mt-2 size-48 bg-white" src={picture} alt="Mã QR cho ứng dụng tạo mã" width="192" height="192" />
          <details class="mt-2">
            <summary>Không quét được? Nhập khóa bằng tay</summary>
            <p id="khoa" class="mt-2 font-semibold tracking-wide">
              {secret.match(/.{1,4}/g)?.join(' ')}
            </p>
          </details>
        </li>
        <li>Nhập 6 số mà ứng dụng đang hiện.</li>
      </ol>
      <Form {...onTheWay(identityPaths.factor, tiep)} state={ctx.form('account.enrolFactor')} class="stack">
        <TextField
          name="code"
          label="Mã 6 số"
          autocomplete="one-time-code"
          inputMode="numeric"
          maxLength={10}
          width="short"
        />
        <Button kind="main" full>
          Bật mã xác thực
        </Button>
      </Form>
      {forced && <SignOutInstead />}
    </>
  ),
});

function pictureOf(uri: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(qrSvg(uri)).toString('base64')}`;
}
