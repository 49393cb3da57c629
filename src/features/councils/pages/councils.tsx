import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState, formatDay, StatusTag, TakeList } from '#ui';
import { type CouncilListRow, listCouncils } from '../queries.ts';
import { councilPaths } from '../urls.ts';

/** Councils of the office, with their sessions a step away. */
export const councilsPage = page({
  permission: 'council.read',
  shell: 'desk',
  load: async (ctx) => ({
    rows: await listCouncils(ctx.db, ctx.within('council.read', 'l')),
    mayEstablish: await ctx.may('council.establish'),
    mayExport: await ctx.may('list.export'),
    practises: await ctx.may('practice.read'),
  }),
  head: () => 'Hội đồng đánh giá, phân hạng',
  view: ({ rows, mayEstablish, mayExport, practises }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Hội đồng đánh giá, phân hạng</h1>
        <div class="row tight">
          <Button href={councilPaths.sessions} icon="calendar">
            Các phiên
          </Button>
          {practises && <Button href={councilPaths.practices}>Phiên tập chấm</Button>}
          {mayExport && <TakeList href={councilPaths.councilsSheet} />}
          {mayEstablish && (
            <Button kind="main" href={councilPaths.newCouncil} icon="plus">
              Thành lập Hội đồng
            </Button>
          )}
        </div>
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title="Chưa có Hội đồng nào"
          way={mayEstablish ? { href: councilPaths.newCouncil, words: 'Thành lập Hội đồng' } : undefined}
        >
          Ghi quyết định thành lập, thành viên và quy chế. Các phiên chấm dùng quy chế này.
        </EmptyState>
      ) : (
        <DataTable rows={rows} columns={columns} caption="Các Hội đồng" keyOf={(row) => row.id} />
      )}
    </div>
  ),
});

const columns = [
  {
    head: 'Hội đồng',
    rowHead: true,
    cell: (row: CouncilListRow) => (
      <>
        <a href={councilPaths.council(row.id)}>{row.name}</a>
        <span class="sm mut block">
          {row.act}, ngày {formatDay(row.actDate)}
        </span>
      </>
    ),
  },
  { head: 'Thành viên', number: true, cell: (row: CouncilListRow) => row.seats },
  { head: 'Phiên', number: true, cell: (row: CouncilListRow) => row.sessions },
  {
    head: 'Trạng thái',
    cell: (row: CouncilListRow) => (
      <StatusTag status={row.state === 'dissolved' ? 'council.dissolved' : 'council.active'} />
    ),
  },
];
