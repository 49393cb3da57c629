import { z } from 'zod';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import {
  Button,
  Chips,
  DataTable,
  EmptyState,
  Form,
  formatMoment,
  LoadMore,
  SelectField,
  TakeList,
  TextField,
} from '#ui';
import { countAccounts, listAccounts } from '../queries.ts';
import { type AccountRow, accountFilter, givenRoles } from '../schema.ts';
import { accountPath, identityPaths } from '../urls.ts';
import { accountStateWords, capacityOf } from '../words.ts';

const shown = 50;
const query = accountFilter.extend({
  after: z.string().max(100).optional().catch(undefined),
  id: uuid().optional().catch(undefined),
});
type Query = z.output<typeof query>;

/** Every account with roles, unit, last sign-in and factor (U44, S43). */
export const accountsPage = page({
  permission: 'account.list',
  query,
  shell: 'desk',
  async load(ctx, _params, asked) {
    const after = asked.after !== undefined && asked.id !== undefined ? ([asked.after, asked.id] as const) : null;
    const [rows, counts, canInvite, canExport] = await Promise.all([
      listAccounts(ctx.db, asked, { day: ctx.day, limit: shown + 1, after }),
      countAccounts(ctx.db),
      ctx.may('account.invite'),
      ctx.may('list.export'),
    ]);
    return { rows: rows.slice(0, shown), more: rows.length > shown, counts, asked, canInvite, canExport };
  },
  head: () => 'Tài khoản',
  view: ({ rows, more, counts, asked, canInvite, canExport }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Tài khoản</h1>
        <div class="row tight">
          {canExport && <TakeList href={link(asked, asked.state, identityPaths.accountsSheet)} />}
          {canInvite && (
            <>
              <Button href={identityPaths.signInRules} icon="shield">
                Quy tắc đăng nhập
              </Button>
              <Button href={identityPaths.importAccounts} icon="table">
                Nhập danh sách
              </Button>
              <Button kind="main" href={identityPaths.invite} icon="plus">
                Mời người dùng
              </Button>
            </>
          )}
        </div>
      </div>
      <Form action={identityPaths.accounts} method="get" label="Lọc tài khoản" class="row items-end">
        {asked.state && <input type="hidden" name="state" value={asked.state} />}
        <TextField name="q" label="Tên, thư điện tử, điện thoại" type="search" value={asked.q} optional />
        <SelectField
          name="role"
          label="Vai trò"
          optional
          empty="Mọi vai trò"
          value={asked.role}
          choices={Object.entries(givenRoles).map(([value, label]) => ({ value, label }))}
        />
        <Button>Lọc</Button>
      </Form>
      <Chips
        label="Trạng thái"
        chips={[
          { href: link(asked, undefined), words: 'Tất cả', on: asked.state === undefined },
          ...(['active', 'invited', 'disabled'] as const).map((state) => ({
            href: link(asked, state),
            words: accountStateWords[state] ?? state,
            count: counts[state] ?? 0,
            on: asked.state === state,
          })),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title="Không có tài khoản nào khớp" way={{ href: identityPaths.accounts, words: 'Xem tất cả' }}>
          Thử bớt từ tìm kiếm hoặc chọn trạng thái khác.
        </EmptyState>
      ) : (
        <DataTable rows={rows} columns={columns} caption="Tài khoản" keyOf={(row) => row.id} />
      )}
      {more && <LoadMore href={nextPage(asked, rows.at(-1))} />}
    </div>
  ),
});

const columns = [
  {
    head: 'Người dùng',
    rowHead: true,
    cell: (row: AccountRow) => (
      <>
        <a href={accountPath(row.id)}>{row.fullName}</a>
        <span class="sm mut block">{row.username}</span>
      </>
    ),
  },
  {
    head: 'Vai trò, đơn vị',
    cell: (row: AccountRow) =>
      row.appointments.length === 0
        ? 'Chưa có vai trò'
        : row.appointments.map((one) => <p key={one.id}>{rolePhrase(one)}</p>),
  },
  { head: 'Trạng thái', cell: (row: AccountRow) => accountStateWords[row.state] ?? row.state },
  { head: 'Mã xác thực', cell: (row: AccountRow) => (row.factor ? 'Đã bật' : 'Chưa bật') },
  {
    head: 'Đăng nhập gần nhất',
    cell: (row: AccountRow) => (row.lastSignInAt ? formatMoment(new Date(row.lastSignInAt)) : 'Chưa lần nào'),
  },
];

/** Role and body of an appointment as it stands in an answer. */
export function rolePhrase(one: AccountRow['appointments'][number]): string {
  const role = one.role as keyof typeof givenRoles;
  return `${capacityOf({ ...one, role })}${one.headsOffice ? ' (đứng đầu cơ quan)' : ''}`;
}

function link({ q, role }: Query, state: string | undefined, to = identityPaths.accounts as string): string {
  return path({ q, role, state }, to);
}

function nextPage(asked: Query, last: AccountRow | undefined): string {
  return path({ q: asked.q, role: asked.role, state: asked.state, after: last?.fullName, id: last?.id });
}

function path(values: Record<string, string | undefined>, to = identityPaths.accounts as string): string {
  const pairs = Object.entries(values).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  );
  return pairs.length === 0 ? to : `${to}?${new URLSearchParams(pairs)}`;
}
