import { z } from 'zod';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, Form, Note, SelectField, TextField } from '#ui';
import { listCouncils, roundChoices } from '../queries.ts';
import { sessionModes } from '../schema.ts';
import { councilPaths } from '../urls.ts';

/** Plans a session of one of the province's councils. */
export const newSessionPage = page({
  permission: 'session.plan',
  query: z.object({ council: uuid().optional().catch(undefined) }),
  shell: 'desk',
  load: async (ctx, _params, { council }) => ({
    councils: (await listCouncils(ctx.db, ctx.within('session.plan', 'l'))).filter((one) => one.state === 'active'),
    rounds: await roundChoices(ctx.db, ctx.actor.area),
    council,
  }),
  head: () => ({
    title: 'Lập phiên Hội đồng',
    here: '/hoi-dong',
    up: { href: councilPaths.sessions, words: 'Phiên Hội đồng' },
  }),
  view: ({ councils, rounds, council }, ctx) => (
    <div class="stack-5">
      <h1>Lập phiên Hội đồng</h1>
      {councils.length === 0 && (
        <Note kind="soon" title="Chưa có Hội đồng đang hoạt động.">
          <a href={councilPaths.newCouncil}>Thành lập Hội đồng</a> trước khi lập phiên.
        </Note>
      )}
      <Form action={councilPaths.newSession} state={ctx.form('session.plan')} class="stack-4">
        <SelectField
          name="council"
          label="Hội đồng"
          value={council ?? councils[0]?.id}
          choices={councils.map((one) => ({ value: one.id, label: `${one.name} (${one.act})` }))}
          wide
        />
        <SelectField
          name="round"
          label="Đợt đánh giá"
          optional
          empty="Không gắn đợt"
          value={rounds[0]?.id}
          choices={rounds.map((one) => ({ value: one.id, label: `Đợt ${one.no} năm ${one.year}` }))}
        />
        <TextField name="title" label="Tên phiên" hint="Ví dụ: Phiên 1, đợt 2 năm 2026" />
        <SelectField
          name="mode"
          label="Hình thức"
          hint="Lần đầu và nâng hạng phải họp. Đánh giá lại lấy ý kiến bằng văn bản (Điều 7 khoản 6)."
          value="meeting"
          choices={Object.entries(sessionModes).map(([value, label]) => ({ value, label }))}
        />
        <div class="row items-end">
          <TextField name="heldOn" label="Ngày họp" width="date" inputMode="numeric" optional />
          <TextField name="place" label="Địa điểm" width="mid" optional />
        </div>
        <div class="formend">
          <Button kind="main">Lập phiên</Button>
        </div>
      </Form>
    </div>
  ),
});
