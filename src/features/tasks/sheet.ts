/** Tasks and meetings as files. Written to the access log. */
import { stateWords } from '#law/moves';
import { listFile } from '#platform/documents/list-file';
import { inPages } from '#platform/documents/sheet';
import { download } from '#platform/http/read';
import { listMeetings } from './meetings-read.ts';
import { taskRows } from './queries.ts';
import { listQuery, meetingQuery, TASK_KINDS } from './schema.ts';
import { standingSaid } from './words.ts';

const MOST_EXPORTED = 20_000;

/** The list with the filters of the screen. */
export const tasksSheet = download({
  name: 'task.export',
  title: 'Việc được giao (Excel)',
  permission: 'task.read',
  query: listQuery.omit({ after: true }),
  logged: 'export',
  async run(ctx, _params, query) {
    const { xem: view, ...rest } = query;
    const ask = { ...rest, view, day: ctx.day, reach: ctx.within('task.read', 'l') };
    const rows = inPages(
      (after: string | null, limit: number) => taskRows(ctx.db, ask, after, limit),
      ({ id }) => id,
      MOST_EXPORTED,
    );
    return listFile('viec-duoc-giao', 'Việc được giao', rows, [
      ['Việc', 'text', 70, (row) => row.words],
      ['Giao bằng', 'text', 20, (row) => TASK_KINDS[row.kind]],
      ['Văn bản giao', 'text', 40, (row) => row.actLabel ?? row.source],
      ['Cuộc họp', 'text', 36, (row) => row.meetingLabel],
      ['Mục, khoản', 'text', 20, (row) => row.item],
      ['Ai giao', 'text', 30, (row) => row.giver],
      ['Ai làm', 'text', 30, (row) => row.ownerName],
      ['Ngày giao', 'date', 12, (row) => row.givenOn],
      ['Hạn', 'date', 12, (row) => row.dueOn],
      ['Hạn bằng lời', 'text', 20, (row) => row.term],
      ['Đã làm (%)', 'integer', 10, (row) => row.percent],
      ['Tình trạng', 'text', 16, (row) => stateWords('task', row.state).name],
      ['So với hạn', 'text', 26, (row) => standingSaid(row, ctx.day)],
      ['Ngày báo cáo', 'date', 12, (row) => row.reportedOn],
      ['Đã làm', 'text', 60, (row) => row.lastNote],
    ]);
  },
});

/** Meetings with how far their conclusions are. */
export const meetingsSheet = download({
  name: 'conclusion.export',
  title: 'Kết luận cuộc họp (Excel)',
  permission: 'conclusion.read',
  query: meetingQuery.omit({ trang: true }),
  logged: 'export',
  async run(ctx, _params, { q }) {
    const ask = { q, day: ctx.day, reach: ctx.within('conclusion.read', 'l') };
    return listFile('ket-luan-hop', 'Kết luận cuộc họp', await listMeetings(ctx.db, ask, 0, MOST_EXPORTED), [
      ['Ngày họp', 'date', 12, (row) => row.heldOn],
      ['Cuộc họp', 'text', 50, (row) => row.title],
      ['Của ban, tổ', 'text', 44, (row) => row.bodyName],
      ['Chủ trì', 'text', 30, (row) => row.chairedBy],
      ['Kết luận chung', 'text', 70, (row) => row.words],
      ['Thông báo kết luận', 'text', 44, (row) => row.actLabel],
      ['Số việc', 'integer', 10, (row) => row.tasks],
      ['Đã xong', 'integer', 10, (row) => row.done],
      ['Quá hạn', 'integer', 10, (row) => row.late],
    ]);
  },
});
