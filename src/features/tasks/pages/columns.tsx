import { taskTerm } from '#law/tasks';
import type { Day } from '#platform/clock';
import { StatusTag } from '#ui';
import type { Task } from '../queries.ts';
import { taskPaths } from '../urls.ts';
import { actSaid, dueSaid } from '../words.ts';

/** The columns of a list of tasks on a day. */
export const taskColumns = (day: Day) => [
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
  {
    head: 'Tình trạng',
    bare: true,
    cell: ({ state, percent }: Task) => (
      <>
        <StatusTag status={`task.${state}`} />
        {percent !== null && <span class="sub">Đã làm {percent}%</span>}
      </>
    ),
  },
];

function Standing({ task, day }: { task: Task; day: Day }) {
  const term = taskTerm(task, day);
  return term && <span class={term.late ? 'sub font-semibold' : 'sub'}>{term.words}</span>;
}
