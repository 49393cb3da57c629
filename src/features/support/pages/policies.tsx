import { SUPPORT_ITEMS } from '#law/support';
import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState, formatNumber } from '#ui';
import { listPolicies, type Policy } from '../policies.ts';
import { policyPaths, supportPaths } from '../urls.ts';
import { moneyWords, policyDays } from '../words.ts';

/** Policies within reach, each with what was paid under it. */
export const policiesPage = page({
  permission: 'supportPolicy.read',
  shell: 'desk',
  async load(ctx) {
    const [rows, maySet] = await Promise.all([
      listPolicies(ctx.db, ctx.within('supportPolicy.read', 'l')),
      ctx.may('supportPolicy.set'),
    ]);
    return { rows, maySet };
  },
  head: () => ({
    title: 'Chính sách hỗ trợ',
    here: '/viec-cua-toi',
    up: { href: supportPaths.list, words: 'Hỗ trợ đã trả' },
  }),
  view: ({ rows, maySet }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Chính sách hỗ trợ</h1>
        {maySet && (
          <Button kind="main" href={policyPaths.new} icon="plus">
            Ghi chính sách
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Chưa ghi chính sách nào">
          Ghi nghị quyết, quyết định hỗ trợ của tỉnh với mức và thời gian, rồi ghi khoản trả theo đó.
        </EmptyState>
      ) : (
        <DataTable caption="Chính sách hỗ trợ" rows={rows} keyOf={({ id }) => id} columns={columns} />
      )}
    </div>
  ),
});

const columns = [
  {
    head: 'Chính sách',
    rowHead: true,
    cell: (row: Policy) => (
      <>
        <a href={policyPaths.one(row.id)}>{row.name}</a>
        <span class="sub font-normal">
          {row.actLabel}
          {row.invented && ', dữ liệu giả định'}
        </span>
      </>
    ),
  },
  { head: 'Nội dung', cell: (row: Policy) => SUPPORT_ITEMS[row.item] },
  { head: 'Thời gian', cell: (row: Policy) => policyDays(row) },
  { head: 'Số khoản', number: true, cell: (row: Policy) => formatNumber(row.payments) },
  { head: 'Đã trả', number: true, cell: (row: Policy) => moneyWords(row.paid) },
];
