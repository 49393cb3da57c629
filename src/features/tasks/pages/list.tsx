import { SteeringWays } from '#features/legal-acts';
import { page } from '#platform/http/page';
import { Button, Chips, DataTable, EmptyState, Form, formatNumber, TakeList, TextField } from '#ui';
import { type Task, taskCounts, taskRows, togetherProgress } from '../queries.ts';
import { type ListQuery, listQuery, TASK_VIEWS, type TaskView } from '../schema.ts';
import { meetingPaths, taskPaths } from '../urls.ts';
import { taskColumns } from './columns.tsx';

const PAGE = 25;

/** Tasks within reach: what is not settled, what is late, what waits for an answer. */
export const tasksPage = page({
  permission: 'task.read',
  query: listQuery,
  shell: 'desk',
  async load(ctx, _params, query) {
    const { q, vanban, hop, ban, chung } = query;
    const ask = { q, vanban, hop, ban, chung, day: ctx.day, reach: ctx.within('task.read', 'l') };
    const [rows, counts, mayGive, mayMeet, progress] = await Promise.all([
      taskRows(ctx.db, { ...ask, view: query.xem }, query.after ?? null, PAGE + 1),
      taskCounts(ctx.db, ask),
      ctx.may('task.give'),
      ctx.may('conclusion.read'),
      chung === undefined ? null : togetherProgress(ctx.db, chung, ask.reach),
    ]);
    const next = rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null;
    return { query, rows: rows.slice(0, PAGE), next, counts, mayGive, mayMeet, progress, day: ctx.day };
  },
  head: () => ({ title: 'Việc được giao', here: '/viec-cua-toi' }),
  view: ({ query, rows, next, counts, mayGive, mayMeet, progress, day }) => (
    <div class="stack-5">
      <div class="row between">
        <h1>Việc được giao</h1>
        <span class="row tight">
          <TakeList href={taskPaths.sheetWith({ ...kept(query), xem: query.xem })} />
          <Button href={taskPaths.paper('docx', { ...kept(query), xem: query.xem ?? 'all' })} icon="paper" download>
            Báo cáo (Word)
          </Button>
          <Button
            kind="bare"
            href={taskPaths.paper('pdf', { ...kept(query), xem: query.xem ?? 'all' })}
            icon="paper"
            download
          >
            PDF
          </Button>
          {mayMeet && <Button href={meetingPaths.list}>Kết luận cuộc họp</Button>}
          {mayGive && (
            <Button kind="main" href={taskPaths.new} icon="plus">
              Giao việc
            </Button>
          )}
        </span>
      </div>
      <SteeringWays here={taskPaths.list} offices />
      <Form action={taskPaths.list} method="get" label="Tìm việc" class="row items-end">
        {query.xem && <input type="hidden" name="xem" value={query.xem} />}
        {query.vanban && <input type="hidden" name="vanban" value={query.vanban} />}
        {query.hop && <input type="hidden" name="hop" value={query.hop} />}
        {query.ban && <input type="hidden" name="ban" value={query.ban} />}
        {query.chung && <input type="hidden" name="chung" value={query.chung} />}
        <TextField name="q" label="Tìm trong nội dung, cơ quan" value={query.q} width="mid" optional />
        <Button>Tìm</Button>
      </Form>
      <Of query={query} rows={rows} />
      {progress !== null && progress.units > 0 && (
        <p role="status">
          Giao cùng lúc cho <b>{formatNumber(progress.units)}</b> đơn vị: {formatNumber(counts.accepted)} đã xong,{' '}
          {formatNumber(counts.reported)} chờ xem kết quả, {formatNumber(counts.late)} quá hạn; tiến độ trung bình{' '}
          <b>{progress.percent}%</b>.
        </p>
      )}
      <Chips
        label="Lọc theo tình trạng"
        chips={[
          {
            href: taskPaths.listWith(kept(query)),
            words: 'Đang làm',
            count: counts.doing,
            on: query.xem === undefined,
          },
          ...(Object.keys(TASK_VIEWS) as TaskView[]).map((view) => ({
            href: taskPaths.listWith({ ...kept(query), xem: view }),
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
        <DataTable caption="Việc được giao" rows={rows} keyOf={({ id }) => id} columns={taskColumns(day)} />
      )}
      {next && (
        <p class="more">
          <Button href={taskPaths.listWith({ ...kept(query), xem: query.xem, after: next })} iconAfter="right">
            Trang sau
          </Button>
        </p>
      )}
    </div>
  ),
});

const kept = ({ q, vanban, hop, ban, chung }: ListQuery) => ({ q, vanban, hop, ban, chung });

/** Of which act, meeting or body the list is, and the way back to all. */
function Of({ query: { q, vanban, hop, ban, chung }, rows }: { query: ListQuery; rows: readonly Task[] }) {
  const [first] = rows;
  const words = [
    vanban && (first?.actLabel ?? 'một văn bản'),
    hop && (first?.meetingLabel ?? 'một cuộc họp'),
    chung && (first?.brief ?? 'một việc giao cho nhiều đơn vị'),
    ban && ((first?.giverBody === ban ? first.giverBodyName : first?.ownerBodyName) ?? 'một ban, tổ'),
  ].filter(Boolean);
  return words.length === 0 ? null : (
    <p class="ink2">
      Việc của {words.join('; ')}. <a href={taskPaths.listWith({ q })}>Xem mọi việc</a>
    </p>
  );
}
