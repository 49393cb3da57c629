import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState } from '#ui';
import { listPractices } from '../queries.ts';
import { practicePaths } from '../urls.ts';

/** Practices within reach: the office's own, or those one is to score in. */
export const practicesPage = page({
  permission: 'practice.read',
  shell: 'desk',
  async load(ctx) {
    return {
      rows: await listPractices(ctx.db, ctx.within('practice.read', 'l')),
      mayMake: await ctx.may('practice.make'),
    };
  },
  head: () => ({ title: 'Phiên tập chấm', here: '/hoi-dong' }),
  view: ({ rows, mayMake }) => (
    <div class="stack-7">
      <div class="row between">
        <div>
          <h1>Phiên tập chấm</h1>
          <p class="mut">Chấm thử sản phẩm đã có kết quả rồi so với điểm Hội đồng. Không đổi hồ sơ, kết quả nào.</p>
        </div>
        {mayMake && (
          <Button kind="main" href={practicePaths.make} icon="plus">
            Lập phiên tập chấm
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Chưa có phiên tập chấm nào">
          {mayMake
            ? 'Lập phiên tập để ủy viên mới chấm thử sản phẩm đã có kết quả.'
            : 'Khi cơ quan OCOP lập phiên tập cho Hội đồng của bạn, phiên sẽ hiện ở đây.'}
        </EmptyState>
      ) : (
        <DataTable
          rows={rows}
          caption="Phiên tập chấm"
          keyOf={(row) => row.id}
          columns={[
            { head: 'Phiên tập', rowHead: true, cell: (row) => <a href={practicePaths.one(row.id)}>{row.title}</a> },
            { head: 'Hội đồng', cell: (row) => row.council },
            { head: 'Sản phẩm', number: true, cell: (row) => row.products },
            { head: 'Trạng thái', cell: (row) => (row.state === 'open' ? 'Đang tập' : 'Đã xong') },
          ]}
        />
      )}
    </div>
  ),
});
