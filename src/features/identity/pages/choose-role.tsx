import { publicPage, Redirect } from '#platform/http/page';
import { Button, Form, Note, Radios } from '#ui';
import { identityPaths } from '../urls.ts';
import { capacityOf, roleWords } from '../words.ts';
import { SignOutInstead } from './code.tsx';
import { atStep, onTheWay, wayOnQuery } from './on-the-way.tsx';

/** Several roles: which one this session acts in. */
export const chooseRolePage = publicPage({
  query: wayOnQuery,
  cache: 'private',
  shell: 'door',
  async load(ctx, _params, { tiep }) {
    const standing = await atStep(ctx, ['role', 'noRole', 'open'], tiep);
    if (standing instanceof Redirect) return standing;
    return { tiep, appointments: standing.appointments, now: standing.appointment?.id ?? null };
  },
  head: () => ({ title: 'Chọn vai trò', noindex: true }),
  view: ({ tiep, appointments, now }, ctx) =>
    appointments.length === 0 ? (
      <>
        <h1>Chưa có vai trò</h1>
        <Note kind="soon">Tài khoản này hiện không giữ vai trò nào. Hỏi người quản trị của tỉnh.</Note>
        <SignOutInstead />
      </>
    ) : (
      <>
        <h1>Làm việc với vai trò nào?</h1>
        <Form {...onTheWay(identityPaths.chooseRole, tiep)} state={ctx.form('account.chooseRole')} class="stack">
          <Radios
            name="appointment"
            label="Vai trò"
            value={now}
            choices={appointments.map((one) => ({
              value: one.id,
              label: roleWords[one.role],
              hint: capacityOf(one).slice(roleWords[one.role].length + 2) || undefined,
            }))}
          />
          <Button kind="main" full>
            Vào làm việc
          </Button>
        </Form>
        <SignOutInstead />
      </>
    ),
});
