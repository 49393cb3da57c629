import { bodyPaths } from '#features/bodies';
import { actOffers, actsById, Cited, type CitedAct } from '#features/legal-acts';
import { findStep, verbOf } from '#law/moves';
import { answersTask } from '#law/tasks';
import type { Day } from '#platform/clock';
import { byId } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { doerWords, type HistoryRow, historyOf } from '#platform/ledger/read';
import { FactsList, formatDay, formatMoment, HistoryLine, Note, StatusTag } from '#ui';
import type { TaskSaid } from '../correcting.ts';
import { sideOf } from '../giving.ts';
import { findTask, notesOf, type Task, type TaskNote } from '../queries.ts';
import { TASK_KINDS } from '../schema.ts';
import { meetingPaths, taskPaths } from '../urls.ts';
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
    const steps = new Set(allowed.flat());
    const [acts, offers, mayMeet, mayBodies] = await Promise.all([
      actsById(ctx.db, [task.act], ctx.day),
      steps.has('task.correct') ? actOffers(ctx.db) : [],
      task.meeting === null ? false : ctx.may('conclusion.read', task.meeting),
      Promise.all([task.giverBody, task.ownerBody].map((body) => body !== null && ctx.may('body.read', body))),
    ]);
    const links = { act: [...acts.values()][0], meeting: mayMeet, giver: mayBodies[0], owner: mayBodies[1] };
    return { task, notes, history, may: steps, offers, links, day: ctx.day };
  },
  head: ({ task }) => ({
    title: task.brief,
    here: '/viec-cua-toi',
    up: { href: taskPaths.list, words: 'Việc được giao' },
  }),
  view: ({ task, notes, history, may, offers, links, day }, ctx) => (
    <div class="stack-7 max-w-[46rem]">
      <header class="stack">
        <h1>{task.brief}</h1>
        <p>
          <StatusTag status={`task.${task.state}`} />
        </p>
        {(task.state === 'returned' || task.state === 'cancelled') && <Why state={task.state} history={history} />}
      </header>
      <Facts task={task} links={links} day={day} />
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
      <TaskSteps task={task} may={may} offers={offers} form={(name) => ctx.form(name)} />
      <section class="stack">
        <h2 class="text-lg">Diễn biến</h2>
        <ol class="border-t border-line">
          {history.map(({ no, action, from, at, actorName, inPlaceOf, capacity, reason, facts }) => (
            <HistoryLine
              key={no}
              what={<b>{verbOf(action, from)}</b>}
              changes={action === 'task.correct' ? changesIn(facts) : []}
              reason={reason}
              told={`${formatMoment(at)}, ${doerWords(actorName, inPlaceOf)}, ${capacity}`}
            />
          ))}
        </ol>
      </section>
    </div>
  ),
});

interface Links {
  readonly act: CitedAct | undefined;
  readonly meeting: boolean;
  readonly giver: boolean | undefined;
  readonly owner: boolean | undefined;
}
const led = (may: boolean | undefined, href: string, words: string | null) =>
  may ? <a href={href}>{words}</a> : words;

function Facts({ task, links, day }: { task: Task; links: Links; day: Day }) {
  return (
    <FactsList
      facts={[
        task.words !== task.brief && {
          term: 'Nội dung',
          value: <span class="whitespace-pre-line">{task.words}</span>,
        },
        {
          term: 'Ai làm',
          value: task.ownerName,
          sub: task.ownerBody !== null && led(links.owner, bodyPaths.one(task.ownerBody), 'Xem ban, tổ này'),
        },
        task.together !== null && {
          term: 'Giao chung',
          value: <a href={taskPaths.together(task.together)}>Việc này giao cùng lúc cho nhiều đơn vị</a>,
        },
        {
          term: 'Ai giao',
          value: task.giver,
          sub: task.giverBody !== null && led(links.giver, bodyPaths.one(task.giverBody), task.giverBodyName),
        },
        { term: 'Hạn', value: dueSaid(task) || 'Không ghi', sub: standingSaid(task, day) },
        task.dueOn !== null && task.term !== null && { term: 'Hạn như văn bản ghi', value: task.term },
        task.givenOn !== null && { term: 'Ngày giao', value: formatDay(task.givenOn) },
        { term: 'Giao bằng', value: TASK_KINDS[task.kind] },
        task.meeting !== null && {
          term: 'Cuộc họp',
          value: led(links.meeting, meetingPaths.one(task.meeting), task.meetingLabel),
        },
        links.act !== undefined && {
          term: 'Văn bản giao',
          value: <Cited act={links.act} words={task.actLabel ?? undefined} />,
        },
        task.percent !== null && { term: 'Đã làm được', value: `${task.percent}%` },
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
          {note.percent !== null && `, đã làm ${note.percent}%`}
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

const SAID: Readonly<Record<keyof TaskSaid, string>> = {
  words: 'Nội dung',
  item: 'Mục, khoản',
  act: 'Văn bản giao',
  dueOn: 'Hạn',
  term: 'Hạn bằng lời',
};

/** What a correction said otherwise than before. */
function changesIn(facts: HistoryRow['facts']) {
  const { before, after } = facts as { before?: Partial<TaskSaid>; after?: Partial<TaskSaid> };
  const shown = (key: keyof TaskSaid, value: string | null | undefined) =>
    value == null ? null : key === 'dueOn' ? formatDay(value) : value;
  return (Object.keys(SAID) as (keyof TaskSaid)[])
    .filter((key) => (before?.[key] ?? null) !== (after?.[key] ?? null))
    .map((key) => ({ label: SAID[key], before: shown(key, before?.[key]), after: shown(key, after?.[key]) }));
}
