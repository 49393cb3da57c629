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
  head: (_data, { lang }) => ({ title: WORDS[lang].title, noindex: true }),
  view: ({ tiep }, ctx) => {
    const words = WORDS[ctx.lang];
    return (
      <>
        <h1>{words.title}</h1>
        {words.note && <p class="mut">{words.note}</p>}
        <Form {...onTheWay(identityPaths.signIn, tiep)} state={ctx.form('account.signIn')} class="stack">
          <TextField
            name="name"
            label={words.name}
            hint={words.nameHint}
            autocomplete="username"
            inputMode="email"
            maxLength={254}
          />
          <TextField
            name="password"
            label={words.password}
            type="password"
            autocomplete="current-password"
            maxLength={256}
          />
          <Button kind="main" full busy={words.busy}>
            {words.title}
          </Button>
          <p class="row between sm">
            <a href={identityPaths.reset}>{words.forgotten}</a>
            <a href={identityPaths.activate}>{words.invited}</a>
          </p>
        </Form>
        {ctx.demo && (
          <Note icon="user">
            {words.demo}{' '}
            <a href={identityPaths.tryAs}>
              <b>{words.tryAs}</b>
            </a>{' '}
            {words.noAccount}
          </Note>
        )}
      </>
    );
  },
});

/** The door is the last page in English: the work behind it is in Vietnamese. */
const WORDS = {
  vi: {
    title: 'Đăng nhập',
    note: '',
    name: 'Số điện thoại hoặc thư điện tử',
    nameHint: 'Hoặc tên đăng nhập được cấp',
    password: 'Mật khẩu',
    busy: 'Đang đăng nhập…',
    forgotten: 'Quên mật khẩu',
    invited: 'Có thư mời? Nhận tài khoản',
    demo: 'Đây là bản trình diễn.',
    tryAs: 'Vào thử với vai…',
    noAccount: 'không cần tài khoản.',
  },
  en: {
    title: 'Sign in',
    note: 'The pages for producers and offices are in Vietnamese.',
    name: 'Telephone number or e-mail',
    nameHint: 'Or the name you were given',
    password: 'Password',
    busy: 'Signing in…',
    forgotten: 'Forgotten password',
    invited: 'Invited? Take up your account',
    demo: 'This is the demonstration.',
    tryAs: 'Try it as…',
    noAccount: 'no account needed.',
  },
} as const;
