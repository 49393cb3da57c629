import { actPaths } from '#features/legal-acts';
import { findStep, verbOf } from '#law/moves';
import { answersTask } from '#law/tasks';
import type { Day } from '#platform/clock';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { doerWords, type HistoryRow, historyOf } from '#platform/ledger/read';
import { FactsList, formatDay, formatMoment, HistoryLine, Note, StatusTag } from '#ui';
import { sideOf } from '../acts.ts';
import { findTask, notesOf, type Task, type TaskNote } from '../queries.ts';
import { TASK_KINDS } from '../schema.ts';
import { taskPaths } from '../urls.ts';
import { dueSaid, standingSaid } from '../words.ts';
import { TASK_STEPS, type TaskStep, TaskSteps } from './steps.tsx';

/** One task: what is to be done, what was told of it, and the steps the reader may take. */
export const taskPage = page({
  permission: 'task.read',
  params: byId,
  subject: ({ id }) => id,
  shell: 'desk',
  async load(ctx, { id }) {
    const [task, notes, history] = await Promise.all([
      findTask(ctx.db, id, ctx.day),
      notesOf(ctx.db, id),
      historyOf(ctx.db, id, { limit: 50 }),
    ]);
    const side = sideOf(ctx.actor);
    const mine = (step: TaskStep) =>
      step === 'task.note' || step === 'task.report' ? side === answersTask(task.owner, task.by) : side === task.by;
    const allowed = await Promise.all(
      TASK_STEPS.filter((step) => findStep(step, task.state) && mine(step)).map(async (step) =>
        (await ctx.may(step, id)) ? [step] : [],
      ),
    );
    return { task, notes, history, may: new Set(allowed.flat()), day: ctx.day };
  },
  head: ({ task }) => ({
    title: task.brief,
    here: '/viec-cua-toi',
    up: { href: taskPaths.list, words: 'Việc được giao' },
  }),
  view: ({ task, notes, history, may, day }, ctx) => (
    <div class="stack-7 max-w-[46rem]">
      <header class="stack">
        <h1>{task.brief}</h1>
        <p>
          <StatusTag status={`task.${task.state}`} />
        </p>
        {(task.state === 'returned' || task.state === 'cancelled') && <Why state={task.state} history={history} />}
      </header>
      <Facts task={task} day={day} />
      <section class="stack">
        <h2 class="text-lg">Đã làm</h2>
        {notes.length === 0 ? (
          <p class="ink2">Chưa ghi tiến độ.</p>
        ) : (
          <ol class="border-t border-line">
            {notes.map((note) => (
              <Told key={note.id} note={note} />
            ))}
          </ol>
        )}
      </section>
      <TaskSteps task={task} may={may} form={(name) => ctx.form(name)} />
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

function Facts({ task, day }: { task: Task; day: Day }) {
  return (
    <FactsList
      facts={[
        task.words !== task.brief && {
          term: 'Nội dung',
          value: <span class="whitespace-pre-line">{task.words}</span>,
        },
        { term: 'Ai làm', value: task.ownerName },
        { term: 'Ai giao', value: task.giver },
        { term: 'Hạn', value: dueSaid(task) || 'Không ghi', sub: standingSaid(task, day) },
        task.dueOn !== null && task.term !== null && { term: 'Hạn như văn bản ghi', value: task.term },
        task.givenOn !== null && { term: 'Ngày giao', value: formatDay(task.givenOn) },
        { term: 'Giao bằng', value: TASK_KINDS[task.kind] },
        task.act !== null && { term: 'Văn bản giao', value: <a href={actPaths.one(task.act)}>{task.actLabel}</a> },
        task.item !== null && { term: 'Mục, khoản', value: task.item },
        task.source !== null && { term: 'Nguồn', value: task.source },
      ]}
    />
  );
}

function Why({ state, history }: { state: 'returned' | 'cancelled'; history: readonly HistoryRow[] }) {
  const step = state === 'returned' ? 'task.giveBack' : 'task.cancel';
  return (
    <Note kind="info" title={state === 'returned' ? 'Được giao lại.' : 'Đã hủy.'}>
      {history.find(({ action }) => action === step)?.reason}
    </Note>
  );
}

function Told({ note }: { note: TaskNote }) {
  return (
    <HistoryLine
      what={
        <>
          <b>{note.kind === 'report' ? 'Báo cáo kết quả' : 'Tiến độ'}</b>
          <span class="block whitespace-pre-line">{note.words}</span>
          {note.file && (
            <a class="inline-block py-1" href={`/tep/${note.file}`}>
              {note.fileName}
            </a>
          )}
        </>
      }
      changes={[]}
      reason={null}
      told={`${formatDay(note.day)}, ${note.office}`}
    />
  );
}
