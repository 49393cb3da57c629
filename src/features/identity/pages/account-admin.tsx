import type { FormState } from '#platform/http/context';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { takers } from '#policy';
import { Button, FactsList, Form, formatMoment, TextField } from '#ui';
import { readAccount } from '../queries.ts';
import type { AccountRow } from '../schema.ts';
import { accountPath, identityPaths } from '../urls.ts';
import { accountStateWords } from '../words.ts';
import { rolePhrase } from './accounts.tsx';
import { PlaceChooser, PlaceDetails, placeQuery, placeValues, readPlaceChoice } from './place-fields.tsx';

/** One account as the administrator sees and changes it. */
export const accountAdminPage = page({
  permission: 'account.read',
  params: byId,
  query: placeQuery,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }, query) {
    const [account, choice, canChange] = await Promise.all([
      readAccount(ctx.db, id, ctx.day),
      readPlaceChoice(ctx.db, query, ctx.day),
      ctx.may('account.changeRoles', id),
    ]);
    if (account === null) throw notFound();
    return { account, choice, canChange: canChange && id !== ctx.actor.account };
  },
  personal: (_data, { id }) => ({ subject: id, what: 'account' }),
  head: ({ account }) => ({
    title: account.fullName,
    here: identityPaths.accounts,
    up: { href: identityPaths.accounts, words: 'Tài khoản' },
  }),
  view: ({ account, choice, canChange }, ctx) => {
    const path = accountPath(account.id);
    const act = (name: string) => ({ state: ctx.form(name, account.id), version: account.version });
    return (
      <div class="stack-7 max-w-[42rem]">
        <section class="stack">
          <h1>{account.fullName}</h1>
          <FactsList
            facts={[
              { term: 'Tên đăng nhập', value: account.username },
              { term: 'Trạng thái', value: accountStateWords[account.state] ?? account.state },
              { term: 'Thư điện tử', value: account.email ?? 'Chưa ghi' },
              { term: 'Số điện thoại', value: account.phone ?? 'Chưa ghi' },
              { term: 'Mã xác thực', value: account.factor ? 'Đã bật' : 'Chưa bật' },
              {
                term: 'Đăng nhập gần nhất',
                value: account.lastSignInAt ? formatMoment(new Date(account.lastSignInAt)) : 'Chưa lần nào',
              },
            ]}
          />
        </section>
        <section class="stack" aria-labelledby="vai-tro">
          <h2 id="vai-tro">Vai trò</h2>
          <ul class="border-t-2 border-ink-1">
            {account.appointments.map((one) => (
              <li key={one.id} class="row between line border-b border-line py-3">
                <span class="grow">{rolePhrase(one)}</span>
                {canChange && (
                  <Form
                    action={`${path}/thoi-vai-tro`}
                    {...act('account.endRole')}
                    hidden={{ appointment: one.id }}
                    summary={false}
                  >
                    <Button small kind="stop" label={`Thôi vai trò ${rolePhrase(one)}`}>
                      Thôi vai trò
                    </Button>
                  </Form>
                )}
              </li>
            ))}
            {account.appointments.length === 0 && <li class="border-b border-line py-3">Chưa có vai trò</li>}
          </ul>
          {canChange && account.state === 'active' && account.appointments.some(({ role }) => role in takers) && (
            <p>
              <a href={`${identityPaths.delegations}/moi?nguoi=${account.id}`}>Ghi nghỉ, giao làm thay</a>
            </p>
          )}
          {canChange && (
            <details open={choice.role !== undefined}>
              <summary>Thêm vai trò</summary>
              <div class="stack mt-4">
                <PlaceChooser action={path} choice={choice} />
                {choice.ready && (
                  <Form
                    action={`${path}/vai-tro`}
                    {...act('account.addRole')}
                    hidden={placeValues(choice)}
                    class="stack"
                  >
                    <PlaceDetails choice={choice} />
                    <Button kind="main">Thêm vai trò</Button>
                  </Form>
                )}
              </div>
            </details>
          )}
        </section>
        {canChange ? (
          <Acts account={account} act={act} />
        ) : (
          <p class="mut">Quyền của tài khoản này do một người quản trị khác đổi.</p>
        )}
      </div>
    );
  },
});

type Act = (name: string) => { state: FormState; version: number };

function Acts({ account, act }: { account: AccountRow; act: Act }) {
  const path = accountPath(account.id);
  return (
    <>
      {account.state !== 'disabled' && (
        <section class="stack" aria-labelledby="lien-he">
          <h2 id="lien-he">Liên hệ</h2>
          <Form action={`${path}/lien-he`} {...act('account.changeContact')} class="stack">
            <TextField
              name="email"
              label="Thư điện tử"
              type="email"
              autocomplete="off"
              optional
              value={account.email}
            />
            <TextField
              name="phone"
              label="Số điện thoại"
              type="tel"
              autocomplete="off"
              optional
              value={account.phone}
            />
            <Button>Sửa liên hệ</Button>
          </Form>
          {account.state === 'invited' && (
            <Form action={`${path}/moi-lai`} state={act('account.inviteAgain').state} class="stack-2">
              <p>Lời mời dùng được trong 72 giờ. Gửi lại thì mã cũ hết dùng.</p>
              <Button>Gửi lại lời mời</Button>
            </Form>
          )}
        </section>
      )}
      {account.state === 'active' && (
        <section class="stack" aria-labelledby="an-toan">
          <h2 id="an-toan">Đăng nhập</h2>
          <Form action={`${path}/dang-xuat`} {...act('account.endSessions')} class="stack-2">
            <p>Người này phải đăng nhập lại ở mọi nơi.</p>
            <Button>Kết thúc các phiên đăng nhập</Button>
          </Form>
          {account.factor && (
            <Form action={`${path}/dat-lai-ma`} {...act('account.resetFactor')} class="stack-2">
              <p>Dùng khi mất điện thoại: lần đăng nhập tới sẽ bật mã mới.</p>
              <Button>Đặt lại mã xác thực</Button>
            </Form>
          )}
        </section>
      )}
      <section class="stack" aria-labelledby="khoa">
        <h2 id="khoa">{account.state === 'disabled' ? 'Mở lại tài khoản' : 'Khóa tài khoản'}</h2>
        {account.state === 'active' && (
          <Form action={`${path}/khoa`} {...act('account.disable')} class="stack">
            <TextField
              name="reason"
              label="Lý do khóa"
              maxLength={500}
              hint="Người này bị đăng xuất ngay ở mọi nơi"
              autocomplete="off"
            />
            <Button kind="stop">Khóa tài khoản</Button>
          </Form>
        )}
        {account.state === 'invited' && <p class="ink2">Lời mời chưa được nhận nên chưa ai đăng nhập được.</p>}
        {account.state === 'disabled' && (
          <Form action={`${path}/mo-khoa`} {...act('account.enable')}>
            <Button kind="main">Mở lại tài khoản</Button>
          </Form>
        )}
      </section>
    </>
  );
}
