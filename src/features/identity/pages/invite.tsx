import { page } from '#platform/http/page';
import { Button, Form, TextField } from '#ui';
import { identityPaths } from '../urls.ts';
import { PlaceChooser, PlaceDetails, placeQuery, placeValues, readPlaceChoice } from './place-fields.tsx';

/** Makes an account: first the role and its body, then the person. */
export const invitePage = page({
  permission: 'account.invite',
  query: placeQuery,
  shell: 'desk',
  load: async (ctx, _params, query) => ({ choice: await readPlaceChoice(ctx.db, query, ctx.day) }),
  head: () => ({
    title: 'Mời người dùng',
    here: identityPaths.accounts,
    up: { href: identityPaths.accounts, words: 'Tài khoản' },
  }),
  view: ({ choice }, ctx) => {
    const values = placeValues(choice);
    return (
      <div class="stack-5 max-w-[42rem]">
        <h1>Mời người dùng</h1>
        <PlaceChooser action={identityPaths.invite} choice={choice} />
        {choice.ready && (
          <Form
            action={`${identityPaths.invite}?${new URLSearchParams(wayBack(choice))}`}
            state={ctx.form('account.invite')}
            hidden={values}
            class="stack"
          >
            <h2>Người dùng</h2>
            <TextField name="fullName" label="Họ và tên" autocomplete="off" maxLength={100} />
            <TextField
              name="email"
              label="Thư điện tử"
              hint="Thư mời gửi tới đây; không có thì gửi tới điện thoại"
              type="email"
              autocomplete="off"
              optional
            />
            <TextField name="phone" label="Số điện thoại" type="tel" autocomplete="off" optional />
            <TextField
              name="username"
              label="Tên đăng nhập"
              hint="Bỏ trống thì dùng thư điện tử hoặc số điện thoại"
              autocomplete="off"
              optional
            />
            <PlaceDetails choice={choice} />
            <Button kind="main">Gửi lời mời</Button>
          </Form>
        )}
      </div>
    );
  },
});

function wayBack({
  role,
  province,
  commune,
}: {
  role?: string | undefined;
  province?: string | undefined;
  commune?: string | undefined;
}) {
  return Object.entries({ vai: role, tinh: province, xa: commune }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
}
