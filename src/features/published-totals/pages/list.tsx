import { z } from 'zod';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { day, uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import {
  Button,
  DataTable,
  EmptyState,
  formatDay,
  formatNumber,
  LoadMore,
  StatusTag,
  TakeList,
  withFilters,
} from '#ui';
import { differs } from '../differ.ts';
import { type Total, type TotalCursor, totals } from '../queries.ts';
import { QUALIFIERS, WHATS } from '../schema.ts';
import { totalPaths } from '../urls.ts';

const PAGE = 20;
const MOST_EXPORTED = 2000;

/** Published numbers beside what the records count for the same place and day; neither changes the other. */
export const totalsPage = page({
  permission: 'quality.read',
  query: z.object({ ngay: day().optional().catch(undefined), sau: uuid().optional().catch(undefined) }),
  shell: 'desk',
  async load(ctx, _params, { ngay, sau }) {
    const after: TotalCursor | null = ngay === undefined || sau === undefined ? null : [ngay, sau];
    const [rows, mayRecord] = await Promise.all([
      totals(ctx.db, ctx.day, ctx.within('quality.read', 'l'), { limit: PAGE + 1, after }),
      ctx.may('publishedTotal.record'),
    ]);
    return { rows: rows.slice(0, PAGE), last: rows.length > PAGE ? rows[PAGE - 1] : undefined, mayRecord };
  },
  head: () => ({
    title: 'Số đã công bố',
    here: '/so-san-pham',
    up: { href: '/chat-luong-du-lieu', words: 'Chất lượng dữ liệu' },
  }),
  view: ({ rows, last, mayRecord }) => (
    <div class="stack">
      <div class="pagehd">
        <div>
          <h1>Số đã công bố</h1>
          <p class="ink2">Số trong báo cáo, báo chí, đặt cạnh số tính từ dữ liệu cùng nơi, cùng ngày.</p>
        </div>
        <div class="row tight">
          {mayRecord && (
            <Button href={totalPaths.new} icon="plus">
              Ghi số đã công bố
            </Button>
          )}
          <TakeList href={totalPaths.sheet} />
        </div>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Chưa ghi số nào">
          Ghi số trong báo cáo của tỉnh, xã để thấy dữ liệu còn thiếu bao nhiêu.
        </EmptyState>
      ) : (
        <DataTable caption="Số đã công bố" rows={rows} keyOf={(row) => row.id} columns={columnsOf(mayRecord)} />
      )}
      <LoadMore
        href={last === undefined ? null : withFilters(totalPaths.list, { ngay: last.asOf, sau: last.id })}
        words="Trang sau"
      />
    </div>
  ),
});

const columnsOf = (mends: boolean) => [
  {
    head: 'Số gì, ở đâu',
    rowHead: true,
    cell: (row: Total) => (
      <>
        {mends ? <a href={totalPaths.one(row.id)}>{WHATS[row.what]}</a> : WHATS[row.what]}
        <span class="sub font-normal">{row.place}</span>
        {row.today && <span class="sub font-normal">Đơn vị cũ, nay là {row.today}</span>}
      </>
    ),
  },
  { head: 'Tính đến ngày', cell: (row: Total) => formatDay(row.asOf) },
  {
    head: 'Đã công bố',
    number: true,
    cell: (row: Total) =>
      `${row.qualifier === 'exact' ? '' : `${QUALIFIERS[row.qualifier].toLowerCase()} `}${formatNumber(row.number)}`,
  },
  { head: 'Theo dữ liệu', number: true, cell: (row: Total) => formatNumber(row.counted) },
  {
    head: 'So sánh',
    cell: (row: Total) =>
      differs(row.qualifier, row.number, row.counted) ? (
        <StatusTag status="paper.fix" words={`Lệch ${formatNumber(Math.abs(row.counted - row.number))}`} />
      ) : (
        <StatusTag status="paper.passed" words="Khớp" />
      ),
  },
  {
    head: 'Nguồn',
    cell: (row: Total) => (
      <>
        {row.sourceUrl === null ? (
          row.source
        ) : (
          <a href={row.sourceUrl} rel="noopener noreferrer nofollow">
            {row.source}
          </a>
        )}
        {row.publishedOn && <span class="sub">công bố {formatDay(row.publishedOn)}</span>}
        {row.note && <span class="sub">{row.note}</span>}
      </>
    ),
  },
];

/** The same list as a file. */
export const totalsSheet = download({
  name: 'publishedTotal.export',
  title: 'Số đã công bố',
  permission: 'list.export',
  logged: 'export',
  async run(ctx) {
    if (!(await ctx.may('quality.read'))) throw notFound();
    const reach = ctx.within('quality.read', 'l');
    const read = (after: TotalCursor | null, limit: number) => totals(ctx.db, ctx.day, reach, { limit, after });
    const rows = inPages(read, (row): TotalCursor => [row.asOf, row.id], MOST_EXPORTED);
    return listFile(`so-da-cong-bo-${ctx.day}`, 'Số đã công bố', rows, [
      ['Số gì', 'text', 36, (row) => WHATS[row.what]],
      ['Nơi', 'text', 32, (row) => row.place],
      ['Nay là', 'text', 32, (row) => row.today],
      ['Tính đến ngày', 'date', 14, (row) => row.asOf],
      ['Nguồn ghi', 'text', 10, (row) => QUALIFIERS[row.qualifier]],
      ['Đã công bố', 'integer', 12, (row) => row.number],
      ['Theo dữ liệu', 'integer', 12, (row) => row.counted],
      ['Nguồn', 'text', 40, (row) => row.source],
      ['Ngày công bố', 'date', 14, (row) => row.publishedOn],
    ]);
  },
});
