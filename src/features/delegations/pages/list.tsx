import { roleWords } from '#features/identity';
import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState } from '#ui';
import { type DelegationRecord, listDelegations } from '../queries.ts';
import { causes } from '../schema.ts';
import { delegationPaths } from '../urls.ts';
import { actsWords, daysWords, standingWords } from '../words.ts';

/** Who is away, who takes the place, in which acts, until when. */
export const delegationsPage = page({
  permission: 'delegation.read',
  shell: 'desk',
  load: async (ctx) => ({
    rows: await listDelegations(ctx.db, ctx.within('delegation.read', 'l')),
    mayRecord: ctx.actor.role !== 'administrator' && (await ctx.may('delegation.record')),
    administrator: ctx.actor.role === 'administrator',
    day: ctx.day,
  }),
  head: () => ({
    title: 'Nghỉ, làm thay',
    here: '/viec-cua-toi',
    up: { href: '/viec-cua-toi', words: 'Việc của tôi' },
  }),
  view: ({ rows, mayRecord, administrator, day }) => (
    <div class="stack-7">
      <div class="row between">
        <div>
          <h1>Nghỉ, làm thay</h1>
          <p class="mut">Người làm thay thấy việc của người vắng; mỗi việc làm thay ghi tên cả hai.</p>
        </div>
        {mayRecord && (
          <Button kind="main" href={delegationPaths.new} icon="plus">
            Ghi nghỉ, giao làm thay
          </Button>
        )}
      </div>
      {administrator && (
        <p>
          Ghi thay cho người ốm: mở <a href="/quan-tri/tai-khoan">tài khoản của người đó</a>, chọn “Ghi nghỉ, giao làm
          thay”.
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Chưa ai ghi nghỉ">
          Khi vắng nhiều ngày, ghi ở đây ai làm thay, việc gì, đến hôm nào.
        </EmptyState>
      ) : (
        <DataTable rows={rows} columns={columnsOn(day)} caption="Nghỉ, làm thay" keyOf={(row) => row.id} />
      )}
    </div>
  ),
});

const columnsOn = (day: string) => [
  {
    head: 'Người vắng',
    rowHead: true,
    cell: (row: DelegationRecord) => (
      <>
        <a href={delegationPaths.one(row.id)}>{row.holderName}</a>
        <span class="sm mut block">{[roleWords[row.role], row.office].filter(Boolean).join(', ')}</span>
      </>
    ),
  },
  { head: 'Lý do', cell: (row: DelegationRecord) => causes[row.cause] },
  {
    head: 'Người làm thay',
    cell: (row: DelegationRecord) => (
      <>
        {row.deputyName ?? 'Không có'}
        {row.deputyName !== null && <span class="sm mut block">{actsWords(row.acts)}</span>}
      </>
    ),
  },
  { head: 'Thời hạn', cell: (row: DelegationRecord) => daysWords(row) },
  { head: 'Hôm nay', cell: (row: DelegationRecord) => standingWords(row, day) },
];
