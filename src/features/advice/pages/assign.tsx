import { councilPaths, teamConflicts, teamsAt } from '#features/councils';
import { adviceLevelOf, advicePaths, adviceWork, getDossier, partsOf } from '#features/dossiers';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, Checkboxes, DateField, EmptyState, Form, FormEnd, formatDay } from '#ui';
import { teamProvince } from '../acts.ts';
import { Frame } from './frame.tsx';

/** Gives a dossier to members of the advisory team. */
export const assignPage = page({
  permission: 'dossier.assignAdvisers',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const dossier = await getDossier(ctx.db, id);
    const level = adviceLevelOf(dossier);
    const [team, work] = await Promise.all([teamsAt(ctx.db, level, teamProvince(dossier)), adviceWork(ctx.db, id)]);
    const signs = await teamConflicts(ctx.db, team, [id], ctx.day);
    const parts = await partsOf(ctx.db, dossier);
    const dueOn = parts.find((one) => one.dueOn !== null)?.dueOn ?? null;
    return {
      dossier,
      team,
      signs,
      dueOn,
      given: work.advisers.filter((one) => one.level === level).map((one) => one.id),
    };
  },
  head: ({ dossier }) => ({ title: `Giao hồ sơ – ${dossier.product.name}`, here: '/ho-so' }),
  view: ({ dossier, team, signs, dueOn, given }, ctx) => (
    <Frame dossier={dossier} title="Giao hồ sơ cho thành viên Tổ tư vấn">
      {team.length === 0 ? (
        <EmptyState title="Chưa ghi Tổ tư vấn" way={{ href: councilPaths.councils, words: 'Mở Hội đồng' }}>
          Ghi Tổ tư vấn theo quyết định thành lập ở trang của Hội đồng.
        </EmptyState>
      ) : (
        <Form
          action={advicePaths.assign(dossier.id)}
          state={ctx.form('dossier.assignAdvisers')}
          version={dossier.version}
          class="stack-5"
        >
          <Checkboxes
            name="members"
            label="Giao cho"
            values={given}
            choices={team.map((one) => ({
              value: one.id,
              label: `${one.name}${one.leader ? ', Tổ trưởng' : ''}`,
              hint: [
                [one.job, one.organisation].filter(Boolean).join(', '),
                one.account === null ? 'Không có tài khoản.' : 'Tự viết phần thẩm tra bằng tài khoản.',
                ...signs.filter(({ seat }) => seat === one.id).map(({ words }) => `Có thể liên quan: ${words}`),
              ].join(' · '),
            }))}
          />
          <DateField
            name="dueOn"
            label="Hạn nộp phần thẩm tra"
            value={dueOn === null ? undefined : formatDay(dueOn)}
            hint="Thành viên có tài khoản được nhắc trước hạn và khi quá hạn. Ví dụ: 04/02/2026"
            optional
          />
          <FormEnd>
            <Button kind="main">Giao hồ sơ</Button>
          </FormEnd>
        </Form>
      )}
    </Frame>
  ),
});
