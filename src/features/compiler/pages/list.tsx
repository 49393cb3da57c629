import { z } from 'zod';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { day, uuid } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { download } from '#platform/http/read';
import { notFound } from '#platform/refusal';
import { Button, DataTable, EmptyState, formatDay, LoadMore, StatusTag, statusLook, TakeList, withFilters } from '#ui';
import { listReports, type ReportCursor, type ReportLine } from '../queries.ts';
import { reportPaths } from '../urls.ts';

const PAGE = 30;
const MOST_EXPORTED = 2000;

/** Reports of the office, and those sent to it. */
export const reportsPage = page({
  permission: 'report.read',
  query: z.object({ den: day().optional().catch(undefined), sau: uuid().optional().catch(undefined) }),
  shell: 'desk',
  async load(ctx, _params, { den, sau }) {
    const after: ReportCursor | null = den === undefined || sau === undefined ? null : [den, sau];
    const [rows, mayBegin] = await Promise.all([
      listReports(ctx.db, ctx.within('report.read', 'l'), { limit: PAGE + 1, after }),
      ctx.may('report.begin'),
    ]);
    const country = ctx.actor.area === null;
    return {
      rows: rows.slice(0, PAGE),
      country,
      last: rows.length > PAGE ? rows[PAGE - 1] : undefined,
      mayBegin,
      day: ctx.day,
    };
  },
  head: () => ({ title: 'Báo cáo', here: reportPaths.list }),
  view: ({ rows, last, mayBegin, country, day: today }) => (
    <div class="stack-5">
      <div class="pagehd">
        <div>
          <h1>Báo cáo</h1>
          <p class="ink2">Số liệu tính từ hồ sơ, mỗi số mở được danh sách; bản đã gửi giữ nguyên.</p>
        </div>
        <div class="row tight">
          {mayBegin && (
            <Button kind="main" href={reportPaths.new} icon="plus">
              Lập báo cáo
            </Button>
          )}
          {mayBegin && <Button href={reportPaths.templates}>Mẫu báo cáo</Button>}
          {country && <Button href={reportPaths.country}>Cộng cả nước</Button>}
          <TakeList href={reportPaths.sheet} />
        </div>
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Chưa có báo cáo nào">
          {mayBegin
            ? 'Chọn mẫu và kỳ: số liệu được tính sẵn, chỉ còn phần nhận xét phải viết.'
            : 'Chưa có báo cáo gửi đến.'}
        </EmptyState>
      ) : (
        <DataTable caption="Các báo cáo" rows={rows} keyOf={({ id }) => id} columns={columnsOf(today)} />
      )}
      <LoadMore
        href={last === undefined ? null : withFilters(reportPaths.list, { den: last.period.to, sau: last.id })}
        words="Kỳ trước"
      />
    </div>
  ),
});

const MINE: ReadonlySet<string> = new Set(['draft', 'provinceDraft', 'returned', 'returnedByMinistry']);

const columnsOf = (today: string) => [
  {
    head: 'Báo cáo',
    rowHead: true,
    cell: (row: ReportLine) => (
      <>
        <a href={reportPaths.one(row.id)}>{row.title}</a>
        <span class="sub font-normal">{row.unitName}</span>
      </>
    ),
  },
  { head: 'Kỳ', cell: ({ period }: ReportLine) => `${formatDay(period.from)} – ${formatDay(period.to)}` },
  { head: 'Số liệu đến', cell: (row: ReportLine) => formatDay(row.asOf) },
  {
    head: 'Hạn gửi',
    cell: (row: ReportLine) =>
      MINE.has(row.state) && row.sendBy < today ? (
        <StatusTag status="term.overdue" words={`Quá hạn ${formatDay(row.sendBy)}`} />
      ) : (
        formatDay(row.sendBy)
      ),
  },
  { head: 'Tình trạng', bare: true, cell: (row: ReportLine) => <StatusTag status={`report.${row.state}`} /> },
];

/** The same list as a file. */
export const reportsSheet = download({
  name: 'report.list',
  title: 'Danh sách báo cáo',
  permission: 'list.export',
  logged: 'export',
  async run(ctx) {
    if (!(await ctx.may('report.read'))) throw notFound();
    const reach = ctx.within('report.read', 'l');
    const read = (after: ReportCursor | null, limit: number) => listReports(ctx.db, reach, { limit, after });
    const rows = inPages(read, (row): ReportCursor => [row.period.to, row.id], MOST_EXPORTED);
    return listFile(`bao-cao-${ctx.day}`, 'Danh sách báo cáo', rows, [
      ['Báo cáo', 'text', 50, (row) => row.title],
      ['Địa bàn', 'text', 32, (row) => row.unitName],
      ['Từ ngày', 'date', 14, (row) => row.period.from],
      ['Đến ngày', 'date', 14, (row) => row.period.to],
      ['Số liệu đến', 'date', 14, (row) => row.asOf],
      ['Hạn gửi', 'date', 14, (row) => row.sendBy],
      ['Tình trạng', 'text', 24, (row) => statusLook(`report.${row.state}`).words],
    ]);
  },
});
