import { page } from '#platform/http/page';
import { Button, Checkboxes, FactsList, Form, formatMoment, TextField } from '#ui';
import { listSessions, type OwnSession, readOwnContact, recoveryCodesLeft } from '../queries.ts';
import { messageChannels } from '../schema.ts';
import { findStanding } from '../standing.ts';
import { identityPaths } from '../urls.ts';
import { capacityOf, deviceWords } from '../words.ts';

/** One's own account: roles, contact, password, second factor, sessions (S8). */
export const accountPage = page({
  permission: 'account.reauthenticate',
  shell: 'auto',
  async load(ctx) {
    const { account } = ctx.actor;
    const [own, sessions, codes, standing] = await Promise.all([
      readOwnContact(ctx.db, account),
      listSessions(ctx.db, account),
      recoveryCodesLeft(ctx.db, account),
      findStanding(ctx.db, ctx.session ?? '', ctx.now),
    ]);
    const [delegates, days] = await Promise.all([ctx.may('delegation.read'), ctx.may('calendar.read')]);
    return { own, sessions, codes, delegates, days, roles: standing?.appointments ?? [] };
  },
  head: () => ({ title: 'Tài khoản và bảo mật', here: identityPaths.account }),
  view: ({ own, sessions, codes, delegates, days, roles }, ctx) => (
    <div class="stack-7 max-w-[42rem] py-2">
      <section class="stack">
        <h1>Tài khoản và bảo mật</h1>
        <FactsList
          facts={[
            { term: 'Họ và tên', value: ctx.actor.name },
            { term: 'Tên đăng nhập', value: own.username },
            { term: 'Đang làm với vai', value: ctx.actor.capacity },
            roles.length > 1 && {
              term: 'Vai trò khác',
              value: (
                <a href={identityPaths.chooseRole}>
                  {roles
                    .map((one) => capacityOf(one))
                    .filter((words) => words !== ctx.actor.capacity)
                    .join('; ')}
                </a>
              ),
            },
            days && { term: 'Lịch', value: <a href={identityPaths.calendar}>Ngày họp, hạn việc theo tháng</a> },
            delegates && { term: 'Khi vắng', value: <a href={identityPaths.delegations}>Nghỉ, làm thay</a> },
          ]}
        />
      </section>
      <section class="stack" aria-labelledby="lien-he">
        <h2 id="lien-he">Liên hệ nhận mã và thông báo</h2>
        <Form
          action={`${identityPaths.account}/lien-he`}
          state={ctx.form('account.changeOwnContact')}
          class="stack"
          label="Liên hệ"
        >
          <TextField name="email" label="Thư điện tử" type="email" autocomplete="email" optional value={own.email} />
          <TextField name="phone" label="Số điện thoại" type="tel" autocomplete="tel" optional value={own.phone} />
          <Button>Lưu liên hệ</Button>
        </Form>
        <Form
          action={`${identityPaths.account}/kenh`}
          state={ctx.form('account.changeChannels')}
          class="stack"
          label="Kênh nhận thông báo"
        >
          <Checkboxes
            name="channels"
            label="Nhận thông báo qua"
            hint="Thông báo luôn có trong hộp thư ở đây. Mã đăng nhập vẫn gửi như thường."
            optional="sometimes"
            values={own.channels}
            choices={Object.entries(messageChannels).map(([value, label]) => ({ value, label }))}
          />
          <Button>Lưu kênh nhận</Button>
        </Form>
      </section>
      {!own.demo && (
        <section class="stack" aria-labelledby="bao-mat">
          <h2 id="bao-mat">Mật khẩu và mã xác thực</h2>
          <FactsList
            facts={[
              { term: 'Mật khẩu', value: <a href={identityPaths.changePassword}>Đổi mật khẩu</a> },
              {
                term: 'Mã xác thực',
                value: own.enrolled ? 'Đã bật' : <a href={identityPaths.factor}>Bật mã xác thực trên điện thoại</a>,
              },
              own.enrolled && {
                term: 'Mã dự phòng',
                value: `Còn ${codes} mã`,
                sub: <a href={identityPaths.recoveryCodes}>Tạo mã mới</a>,
              },
            ]}
          />
        </section>
      )}
      <section class="stack" aria-labelledby="phien">
        <h2 id="phien">Nơi đang đăng nhập</h2>
        <ul class="border-t-2 border-ink-1">
          {sessions.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              here={session.id === ctx.actor.session}
              state={ctx.form('account.endOwnSessions')}
            />
          ))}
        </ul>
        {sessions.length > 1 && (
          <Form action={`${identityPaths.account}/phien`} state={ctx.form('account.endOwnSessions')} summary={false}>
            <Button kind="stop">Đăng xuất mọi nơi khác</Button>
          </Form>
        )}
      </section>
    </div>
  ),
});

function SessionRow({
  session,
  here,
  state,
}: {
  session: OwnSession;
  here: boolean;
  state: Parameters<typeof Form>[0]['state'];
}) {
  const device = deviceWords(session.device);
  return (
    <li class="row between line border-b border-line py-3">
      <div class="grow">
        <p class="font-semibold">{here ? `${device}, phiên này` : device}</p>
        <p class="sm mut">
          Từ {formatMoment(session.createdAt)}, dùng gần nhất {formatMoment(session.lastSeenAt)}, địa chỉ{' '}
          {session.address ?? 'không rõ'}
        </p>
      </div>
      {!here && (
        <Form action={`${identityPaths.account}/phien`} state={state} hidden={{ session: session.id }} summary={false}>
          <Button small label={`Đăng xuất ${device}`}>
            Đăng xuất
          </Button>
        </Form>
      )}
    </li>
  );
}
