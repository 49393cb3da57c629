import { councilPaths, findCouncil, type TeamMember, teamOf } from '#features/councils';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { notFound } from '#platform/refusal';
import { Button, Form, FormEnd, Icon, TextField, Tick } from '#ui';

const SPARE = 3;
const LEAST = 5;
const MOST = 40;

/** The advisory team of a council, as its decision names it; printed in the decision and signing the report. */
export const teamPage = page({
  permission: 'council.nameTeam',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const council = await findCouncil(ctx.db, id);
    if (council?.state !== 'active') throw notFound();
    return { council, team: await teamOf(ctx.db, id) };
  },
  head: ({ council }) => ({ title: `Tổ tư vấn – ${council.name}`, here: '/hoi-dong' }),
  view: ({ council, team }, ctx) => {
    const state = ctx.form('council.nameTeam');
    const typed = Object.keys(state.values).map((name) => Number(/^members\.(\d+)\./.exec(name)?.[1] ?? -1) + 1);
    const rows = Math.min(MOST, Math.max(LEAST, team.length + SPARE, ...typed));
    return (
      <div class="stack-5">
        <div>
          <p class="mb-1">
            <a class="crumb" href={councilPaths.council(council.id)}>
              <Icon name="left" />
              {council.name}
            </a>
          </p>
          <h1>Tổ tư vấn của Hội đồng</h1>
          <p class="ink2">
            Người được nêu trong quyết định thành lập. Có tài khoản thì thành viên tự làm phần của mình; không có thì cơ
            quan ghi thay. Để trống dòng không dùng.
          </p>
        </div>
        {team.length > 0 && <Accounts council={council.id} team={team} />}
        <Form
          action={councilPaths.team(council.id)}
          state={state}
          version={council.version}
          class="stack-4"
          label="Tổ tư vấn"
        >
          {Array.from({ length: rows }, (_, i) => (
            <Row key={String(i)} i={i} member={team[i]} />
          ))}
          <FormEnd>
            <Button kind="main">Lưu Tổ tư vấn</Button>
          </FormEnd>
        </Form>
      </div>
    );
  },
});

function Accounts({ council, team }: { council: string; team: readonly TeamMember[] }) {
  return (
    <section class="stack max-w-[44rem]" aria-labelledby="tai-khoan">
      <h2 class="text-lg" id="tai-khoan">
        Tài khoản của thành viên
      </h2>
      <ul class="stack-2">
        {team.map((one) => (
          <li key={one.id} class="row between line">
            <span>
              {one.name}
              <span class="sm mut block">{one.organisation}</span>
            </span>
            <a
              class="shrink-0"
              href={councilPaths.teamAccount(council, one.id)}
              aria-label={`Tài khoản của ${one.name}`}
            >
              {one.account === null ? 'Gắn tài khoản' : 'Có tài khoản'}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ i, member }: { i: number; member: TeamMember | undefined }) {
  return (
    <fieldset class="row items-end border-b border-line pb-4">
      <legend class="sr">Thành viên {i + 1}</legend>
      <TextField name={`members.${i}.name`} label="Họ tên" optional="sometimes" value={member?.name} width="mid" />
      <TextField name={`members.${i}.job`} label="Chức vụ" optional="sometimes" value={member?.job} width="mid" />
      <TextField
        name={`members.${i}.organisation`}
        label="Đơn vị"
        optional="sometimes"
        value={member?.organisation}
        width="mid"
      />
      <Tick name={`members.${i}.leader`} label="Tổ trưởng" checked={member?.leader} />
    </fieldset>
  );
}
