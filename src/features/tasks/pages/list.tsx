import { SteeringWays } from '#features/legal-acts';
import { stateWords } from '#law/moves';
import { taskTerm } from '#law/tasks';
import type { Day } from '#platform/clock';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { page } from '#platform/http/page';
import { download } from '#platform/http/read';
import { Button, Chips, DataTable, EmptyState, Form, StatusTag, TakeList, TextField } from '#ui';
import { type Task, taskCounts, taskRows } from '../queries.ts';
import { listQuery, TASK_KINDS, TASK_VIEWS, type TaskView } from '../schema.ts';
import { taskPaths } from '../urls.ts';
import { actSaid, dueSaid, standingSaid } from '../words.ts';

const PAGE = 25;
const MOST_EXPORTED = 20_000;

/** Tasks within reach: what is not settled, what is late, what waits for an answer. */
export const tasksPage = page({
  permission: 'task.read',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const ask = { q: query.q, vanban: query.vanban, day: ctx.day, reach: ctx.within('task.read', 'l') };
    const [rows, counts, mayGive] = await Promise.all([
      taskRows(ctx.db, { ...ask, view: query.xem }, query.after ?? null, PAGE + 1),
      taskCounts(ctx.db, ask),
      ctx.may('task.give'),
    ]);
    const next = rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null;
    return { query, rows: rows.slice(0, PAGE), next, counts, mayGive, day: ctx.day };
  },
  head: () => ({ title: 'Việc được giao', here: '/viec-cua-toi' }),
  view: ({ query, rows, next, counts, mayGive, day }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Việc được giao</h1>
        <span class="row tight">
          <TakeList href={taskPaths.sheetWith({ q: query.q, vanban: query.vanban, xem: query.xem })} />
          {mayGive && (
            <Button kind="main" href={taskPaths.new} icon="plus">
              Giao việc
            </Button>
          )}
        </span>
      </div>
      <SteeringWays here={taskPaths.list} tasks />
      <Form action={taskPaths.list} method="get" label="Tìm việc" class="row items-end">
        {query.xem && <input type="hidden" name="xem" value={query.xem} />}
        {query.vanban && <input type="hidden" name="vanban" value={query.vanban} />}
        <TextField name="q" label="Tìm trong nội dung, cơ quan" value={query.q} width="mid" optional />
        <Button>Tìm</Button>
      </Form>
      <Chips
        label="Lọc theo tình trạng"
        chips={[
          {
            href: taskPaths.listWith({ q: query.q, vanban: query.vanban }),
            words: 'Đang làm',
            count: counts.doing,
            on: query.xem === undefined,
          },
          ...(Object.keys(TASK_VIEWS) as TaskView[]).map((view) => ({
            href: taskPaths.listWith({ q: query.q, vanban: query.vanban, xem: view }),
            words: TASK_VIEWS[view],
            count: counts[view],
            on: query.xem === view,
          })),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title="Không có việc nào">
          {query.q ? 'Thử từ khác, hoặc chọn “Tất cả”.' : 'Việc tỉnh hoặc Bộ giao hiện ở đây.'}
        </EmptyState>
      ) : (
        <DataTable caption="Việc được giao" rows={rows} keyOf={({ id }) => id} columns={columnsOn(day)} />
      )}
      {next && (
        <p class="more">
          <Button
            href={taskPaths.listWith({ q: query.q, vanban: query.vanban, xem: query.xem, after: next })}
            iconAfter="right"
          >
            Trang sau
          </Button>
        </p>
      )}
    </div>
  ),
});

const columnsOn = (day: Day) => [
  {
    head: 'Việc',
    rowHead: true,
    cell: (task: Task) => (
      <>
        <a href={taskPaths.one(task.id)}>{task.brief}</a>
        {actSaid(task) && <span class="sub font-normal">{actSaid(task)}</span>}
      </>
    ),
  },
  { head: 'Ai làm', cell: ({ ownerName }: Task) => ownerName },
  { head: 'Ai giao', hide: true, cell: ({ giver }: Task) => giver },
  {
    head: 'Hạn',
    cell: (task: Task) => (
      <>
        {dueSaid(task)}
        <Standing task={task} day={day} />
      </>
    ),
  },
  { head: 'Tình trạng', bare: true, cell: ({ state }: Task) => <StatusTag status={`task.${state}`} /> },
];

function Standing({ task, day }: { task: Task; day: Day }) {
  const term = taskTerm(task, day);
  return term && <span class={term.late ? 'sub font-semibold' : 'sub'}>{term.words}</span>;
}

/** The list as a file. Written to the access log. */
export const tasksSheet = download({
  name: 'task.export',
  title: 'Việc được giao (Excel)',
  permission: 'task.read',
  query: listQuery.omit({ after: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const ask = {
      q: query.q,
      vanban: query.vanban,
      view: query.xem,
      day: ctx.day,
      reach: ctx.within('task.read', 'l'),
    };
    const rows = inPages(
      (after: string | null, limit: number) => taskRows(ctx.db, ask, after, limit),
      ({ id }) => id,
      MOST_EXPORTED,
    );
    return listFile('viec-duoc-giao', 'Việc được giao', rows, [
      ['Việc', 'text', 70, (row) => row.words],
      ['Giao bằng', 'text', 20, (row) => TASK_KINDS[row.kind]],
      ['Văn bản giao', 'text', 40, (row) => row.actLabel ?? row.source],
      ['Mục, khoản', 'text', 20, (row) => row.item],
      ['Ai giao', 'text', 30, (row) => row.giver],
      ['Ai làm', 'text', 30, (row) => row.ownerName],
      ['Ngày giao', 'date', 12, (row) => row.givenOn],
      ['Hạn', 'date', 12, (row) => row.dueOn],
      ['Hạn bằng lời', 'text', 20, (row) => row.term],
      ['Tình trạng', 'text', 16, (row) => stateWords('task', row.state).name],
      ['So với hạn', 'text', 26, (row) => standingSaid(row, ctx.day)],
      ['Ngày báo cáo', 'date', 12, (row) => row.reportedOn],
      ['Đã làm', 'text', 60, (row) => row.lastNote],
    ]);
  },
});
