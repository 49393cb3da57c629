import { z } from 'zod';
import { uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, EmptyState, Form, formatDay, Note, QueueTable, SelectField, TextField } from '#ui';
import { listCouncils, listSessions, roundChoices, type SessionListRow } from '../queries.ts';
import { sessionModes } from '../schema.ts';
import { councilPaths } from '../urls.ts';

/** Sessions within reach: those in work first. */
export const sessionsPage = page({
  permission: 'session.read',
  shell: 'desk',
  load: async (ctx) => ({
    rows: await listSessions(ctx.db, ctx.within('session.read', 'l')),
    mayPlan: await ctx.may('session.plan'),
  }),
  head: () => ({ title: 'Phiên Hội đồng', here: '/hoi-dong' }),
  view: ({ rows, mayPlan }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Phiên Hội đồng</h1>
        {mayPlan && (
          <Button kind="main" href={councilPaths.newSession} icon="plus">
            Lập phiên
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title="Chưa có phiên nào"
          way={mayPlan ? { href: councilPaths.newSession, words: 'Lập phiên' } : undefined}
        >
          Lập phiên khi đã có hồ sơ vào đợt và báo cáo của Tổ tư vấn.
        </EmptyState>
      ) : (
        <QueueTable
          rows={rows.map(rowOf)}
          caption="Phiên Hội đồng"
          heads={{ name: 'Phiên', act: 'Việc tiếp theo', status: 'Trạng thái' }}
          keys
        />
      )}
    </div>
  ),
});

const NEXT: Readonly<Record<string, string>> = {
  preparing: 'Xếp hồ sơ, bắt đầu chấm',
  scoring: 'Theo dõi phiếu, đóng phiếu',
  closed: 'Mở điểm',
  opened: 'Xem chênh lệch, chốt biên bản',
  concluded: 'Xem kết quả',
};

function rowOf(row: SessionListRow) {
  return {
    href: councilPaths.session(row.id),
    name: row.title,
    who: `${row.dossiers} sản phẩm · ${sessionModes[row.mode]}${row.heldOn ? ` · ${formatDay(row.heldOn)}` : ''}`,
    act: NEXT[row.state],
    status: `session.${row.state}`,
  };
}

/** Plans a session of one of the province's councils. */
export const newSessionPage = page({
  permission: 'session.plan',
  query: z.object({ council: uuid().optional().catch(undefined) }),
  shell: 'desk',
  load: async (ctx, _params, { council }) => ({
    councils: (await listCouncils(ctx.db, ctx.within('council.read', 'l'))).filter((one) => one.state === 'active'),
    rounds: await roundChoices(ctx.db, ctx.actor.area ?? ''),
    council,
  }),
  head: () => ({ title: 'Lập phiên Hội đồng', here: '/hoi-dong' }),
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
        <div class="row">
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
