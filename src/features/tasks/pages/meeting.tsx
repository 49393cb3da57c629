import { bodyPaths } from '#features/bodies';
import { actsById, Cited } from '#features/legal-acts';
import { verbOf } from '#law/moves';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { doerWords, historyOf } from '#platform/ledger/read';
import { Button, DataTable, FactsList, formatDay, formatMoment, HistoryLine } from '#ui';
import { findMeeting } from '../meetings-read.ts';
import { taskRows } from '../queries.ts';
import { meetingPaths, taskPaths } from '../urls.ts';
import { taskColumns } from './columns.tsx';

const MOST = 200;

/** One meeting: its general conclusions, and its tasks with how far each is. */
export const meetingPage = page({
  permission: 'conclusion.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const ask = { hop: id, day: ctx.day, reach: ctx.within('task.read', 'l'), view: 'all' as const };
    const [meeting, tasks, mayCorrect, history] = await Promise.all([
      findMeeting(ctx.db, id, ctx.day),
      taskRows(ctx.db, ask, null, MOST),
      ctx.may('conclusion.correct', id),
      historyOf(ctx.db, id, { limit: 50 }),
    ]);
    const acts = await actsById(ctx.db, [meeting.act], ctx.day);
    return { meeting, tasks, mayCorrect, history, act: [...acts.values()][0], day: ctx.day };
  },
  head: ({ meeting }) => ({
    title: meeting.title,
    here: '/viec-cua-toi',
    up: { href: meetingPaths.list, words: 'Kết luận cuộc họp' },
  }),
  view: ({ meeting, tasks, mayCorrect, history, act, day }) => (
    <div class="stack-7">
      <div class="row between">
        <h1>{meeting.title}</h1>
        <span class="row tight">
          {tasks.length > 0 && (
            <>
              <Button href={taskPaths.paper('docx', { hop: meeting.id, xem: 'all' })} icon="paper" download>
                Báo cáo (Word)
              </Button>
              <Button href={taskPaths.paper('pdf', { hop: meeting.id, xem: 'all' })} icon="paper" kind="bare" download>
                PDF
              </Button>
            </>
          )}
          {mayCorrect && <Button href={meetingPaths.correct(meeting.id)}>Sửa</Button>}
          {mayCorrect && (
            <Button kind="main" href={taskPaths.newOf(meeting.id)} icon="plus">
              Thêm việc
            </Button>
          )}
        </span>
      </div>
      <FactsList
        facts={[
          { term: 'Ngày họp', value: formatDay(meeting.heldOn) },
          meeting.body !== null && {
            term: 'Cuộc họp của',
            value: <a href={bodyPaths.one(meeting.body)}>{meeting.bodyName}</a>,
          },
          meeting.chairedBy !== null && { term: 'Chủ trì', value: meeting.chairedBy },
          meeting.words !== null && {
            term: 'Kết luận chung',
            value: <span class="whitespace-pre-line">{meeting.words}</span>,
          },
          act !== undefined && {
            term: 'Thông báo kết luận',
            value: <Cited act={act} words={meeting.actLabel ?? undefined} />,
          },
          meeting.file !== null && {
            term: 'Tệp',
            value: (
              <a class="inline-block py-1" href={`/tep/${meeting.file}`}>
                {meeting.fileName}
              </a>
            ),
          },
        ]}
      />
      <section class="stack">
        <h2 class="text-lg">Việc theo kết luận</h2>
        <p class="ink2" role="status">
          {meeting.tasks} việc, {meeting.done} đã xong, {meeting.late} quá hạn.
        </p>
        {tasks.length > 0 && (
          <DataTable caption="Việc theo kết luận" rows={tasks} keyOf={({ id }) => id} columns={taskColumns(day)} />
        )}
      </section>
      <section class="stack">
        <h2 class="text-lg">Diễn biến</h2>
        <ol class="border-t border-line">
          {history.map(({ no, action, from, at, actorName, inPlaceOf, capacity, reason }) => (
            <HistoryLine
              key={no}
              what={<b>{verbOf(action, from)}</b>}
              changes={[]}
              reason={reason}
              told={`${formatMoment(at)}, ${doerWords(actorName, inPlaceOf)}, ${capacity}`}
            />
          ))}
        </ol>
      </section>
    </div>
  ),
});
