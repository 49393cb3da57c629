import { page } from '#platform/http/page';
import { Button, EmptyState, formatDay, QueueTable, TakeList } from '#ui';
import { listSessions, type SessionListRow } from '../queries.ts';
import { sessionModes } from '../schema.ts';
import { councilPaths } from '../urls.ts';

/** Sessions within reach: those in work first. */
export const sessionsPage = page({
  permission: 'session.read',
  shell: 'desk',
  load: async (ctx) => ({
    rows: await listSessions(ctx.db, ctx.within('session.read', 'l'), ctx.actor.account),
    mayPlan: await ctx.may('session.plan'),
    mayExport: await ctx.may('list.export'),
  }),
  head: () => ({ title: 'Phiên Hội đồng', here: '/hoi-dong', up: { href: councilPaths.councils, words: 'Hội đồng' } }),
  view: ({ rows, mayPlan, mayExport }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Phiên Hội đồng</h1>
        <div class="row tight">
          {mayExport && <TakeList href={councilPaths.sessionsSheet} />}
          {mayPlan && (
            <Button kind="main" href={councilPaths.newSession} icon="plus">
              Lập phiên
            </Button>
          )}
        </div>
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
  cancelled: 'Xem lý do hủy',
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
