import { z } from 'zod';
import { councilPaths, findCouncil, teamOf } from '#features/councils';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, Icon, Note, TextField } from '#ui';

/** Links an account to a member of the team, or takes it off (Art. 7.3.b, 7.4.b). */
export const memberAccountPage = page({
  permission: 'council.linkAdviser',
  params: z.object({ id: uuid(), member: uuid() }),
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id, member: wanted }) {
    const council = await findCouncil(ctx.db, id);
    const member = (await teamOf(ctx.db, id)).find((one) => one.id === wanted);
    if (council?.state !== 'active' || !member) throw notFound();
    return { council, member };
  },
  head: ({ member }) => ({ title: `Tài khoản của ${member.name}`, here: '/hoi-dong' }),
  view: ({ council, member }, ctx) => {
    const action = councilPaths.teamAccount(council.id, member.id);
    const state = ctx.form('council.linkAdviser');
    return (
      <div class="stack-5 max-w-[42rem]">
        <div>
          <p class="mb-1">
            <a class="crumb" href={councilPaths.team(council.id)}>
              <Icon name="left" />
              Tổ tư vấn
            </a>
          </p>
          <h1>Tài khoản của {member.name}</h1>
          <p class="ink2">{[member.job, member.organisation].filter(Boolean).join(', ')}</p>
        </div>
        {member.account === null ? (
          <>
            <p>
              Có tài khoản thì thành viên tự đọc hồ sơ được giao, viết và nộp phần thẩm tra của mình. Thành viên không
              thấy hồ sơ khác, phiếu chấm và điểm.
            </p>
            <Form action={action} state={state} version={council.version} class="box stack-4" label="Mời thành viên">
              <h2 class="text-lg">Mời bằng thư điện tử hoặc điện thoại</h2>
              <TextField name="email" label="Thư điện tử" type="email" autocomplete="off" optional="sometimes" />
              <TextField name="phone" label="Số điện thoại" type="tel" autocomplete="off" optional="sometimes" />
              <FormEnd>
                <Button kind="main">Gửi lời mời và gắn</Button>
              </FormEnd>
            </Form>
            <Form
              action={action}
              state={state}
              summary={false}
              version={council.version}
              class="box stack-4"
              label="Gắn tài khoản đã có"
            >
              <h2 class="text-lg">Người này đã có tài khoản</h2>
              <TextField
                name="name"
                label="Tài khoản đã có"
                hint="Tên đăng nhập, thư điện tử hoặc số điện thoại. Tên người trên tài khoản phải đúng tên thành viên."
                autocomplete="off"
                maxLength={254}
              />
              <FormEnd>
                <Button>Gắn tài khoản</Button>
              </FormEnd>
            </Form>
          </>
        ) : (
          <>
            <Note kind="good" title={`Đang dùng tài khoản của ${member.holder}.`}>
              Thôi tài khoản thì từ lần mở trang kế tiếp người này không còn đọc được hồ sơ đã giao.
            </Note>
            <Form action={`${action}/thoi`} state={ctx.form('council.unlinkAdviser')} version={council.version}>
              <Button kind="stop">Thôi tài khoản này</Button>
            </Form>
          </>
        )}
      </div>
    );
  },
});
