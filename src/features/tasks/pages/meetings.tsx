import { SteeringWays } from '#features/legal-acts';
import { page } from '#platform/http/page';
import { Button, DataTable, EmptyState, Form, formatDay, LoadMore, TakeList, TextField, withFilters } from '#ui';
import { listMeetings, type Meeting } from '../meetings-read.ts';
import { meetingQuery } from '../schema.ts';
import { meetingPaths, taskPaths } from '../urls.ts';

const PAGE = 30;

/** Meetings with how far their conclusions are, the newest first. */
export const meetingsPage = page({
  permission: 'conclusion.read',
  query: meetingQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const from = ((query.trang ?? 1) - 1) * PAGE;
    const ask = { q: query.q, day: ctx.day, reach: ctx.within('conclusion.read', 'l') };
    const [rows, mayRecord] = await Promise.all([
      listMeetings(ctx.db, ask, from, PAGE + 1),
      ctx.may('conclusion.record'),
    ]);
    return { query, rows: rows.slice(0, PAGE), more: rows.length > PAGE, mayRecord };
  },
  head: () => ({
    title: 'Kết luận cuộc họp',
    here: '/viec-cua-toi',
    up: { href: taskPaths.list, words: 'Việc được giao' },
  }),
  view: ({ query, rows, more, mayRecord }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Kết luận cuộc họp</h1>
        <span class="row tight">
          <TakeList href={withFilters(meetingPaths.sheet, { q: query.q })} />
          {mayRecord && (
            <Button kind="main" href={meetingPaths.new} icon="plus">
              Ghi kết luận
            </Button>
          )}
        </span>
      </div>
      <SteeringWays here={taskPaths.list} offices />
      <Form action={meetingPaths.list} method="get" label="Tìm cuộc họp" class="row items-end">
        <TextField name="q" label="Tìm cuộc họp, kết luận" value={query.q} width="mid" optional />
        <Button>Tìm</Button>
      </Form>
      {rows.length === 0 ? (
        <EmptyState title="Không có cuộc họp nào">
          {query.q ? 'Thử từ khác.' : 'Cuộc họp đã ghi kết luận hiện ở đây.'}
        </EmptyState>
      ) : (
        <DataTable caption="Kết luận cuộc họp" rows={rows} keyOf={({ id }) => id} columns={columns} />
      )}
      <LoadMore
        href={more ? withFilters(meetingPaths.list, { ...query, trang: String((query.trang ?? 1) + 1) }) : null}
        words="Trang sau"
      />
    </div>
  ),
});

const columns = [
  {
    head: 'Cuộc họp',
    rowHead: true,
    cell: (row: Meeting) => (
      <>
        <a href={meetingPaths.one(row.id)}>{row.title}</a>
        {row.bodyName && <span class="sub font-normal">{row.bodyName}</span>}
      </>
    ),
  },
  { head: 'Ngày', cell: ({ heldOn }: Meeting) => formatDay(heldOn) },
  { head: 'Thông báo', hide: true, cell: ({ actLabel }: Meeting) => actLabel ?? '' },
  { head: 'Việc', num: true, cell: ({ tasks }: Meeting) => tasks },
  { head: 'Đã xong', num: true, cell: ({ done }: Meeting) => done },
  { head: 'Quá hạn', num: true, cell: ({ late }: Meeting) => (late > 0 ? <b>{late}</b> : 0) },
];
