import { MANDATED_PAPERS, type MandatedPaper } from '#law/mandate';
import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState, formatDay } from '#ui';
import { listMandates, type MandateRecord } from '../queries.ts';
import { paperPaths } from '../urls.ts';
import { termWords } from '../words.ts';

/** Who may sign for the Chairperson, under which paper, until when. */
export const mandatesPage = page({
  permission: 'mandate.read',
  shell: 'desk',
  load: async (ctx) => ({
    rows: await listMandates(ctx.db, ctx.within('mandate.read', 'l')),
    mayGrant: await ctx.may('mandate.grant'),
    day: ctx.day,
  }),
  head: () => ({ title: 'Giao ký', here: '/quyet-dinh', up: { href: '/quyet-dinh', words: 'Quyết định' } }),
  view: ({ rows, mayGrant, day }) => (
    <div class="stack-7">
      <div class="row between">
        <div>
          <h1>Giao ký</h1>
          <p class="mut">Ký thay, ký thừa lệnh, ký thừa ủy quyền theo Điều 13 Nghị định số 30/2020/NĐ-CP.</p>
        </div>
        {mayGrant && (
          <Button kind="main" href={paperPaths.newMandate} icon="plus">
            Ghi văn bản giao ký
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Chưa ghi văn bản giao ký nào">
          Khi cấp phó ký thay hoặc có người ký theo ủy quyền, ghi văn bản giao ký ở đây rồi chọn lúc ghi ban hành.
        </EmptyState>
      ) : (
        <DataTable rows={rows} columns={columnsOn(day)} caption="Văn bản giao ký" keyOf={(row) => row.id} />
      )}
    </div>
  ),
});

const stateOn = (one: MandateRecord, day: string): string => {
  if (day < one.from) return 'Chưa bắt đầu';
  return one.to !== null && day > one.to ? 'Đã hết' : 'Đang có hiệu lực';
};

const columnsOn = (day: string) => [
  {
    head: 'Người ký',
    rowHead: true,
    cell: (row: MandateRecord) => (
      <>
        <a href={paperPaths.mandate(row.id)}>{row.person}</a>
        <span class="sm mut block">{row.position}</span>
      </>
    ),
  },
  { head: 'Thẩm quyền', cell: (row: MandateRecord) => `${row.capacity}.` },
  { head: 'Văn bản giao ký', cell: (row: MandateRecord) => `${row.act}, ngày ${formatDay(row.actDate)}` },
  {
    head: 'Loại văn bản được ký',
    cell: (row: MandateRecord) => row.covers.map((one) => MANDATED_PAPERS[one as MandatedPaper]).join('; '),
  },
  { head: 'Thời hạn', cell: (row: MandateRecord) => termWords(row) },
  { head: 'Hôm nay', cell: (row: MandateRecord) => stateOn(row, day) },
];
