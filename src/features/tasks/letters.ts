/** Who is told of a task: the office that has to do it, or the one that gave it. */
import { tellOfficers } from '#features/identity';
import { dayText } from '#law/days';
import type { Tx } from '#platform/db/database';
import type { Task } from './queries.ts';
import { taskPaths } from './urls.ts';

/** Tells the office that does the task; an office outside the system has nobody here. */
export async function tellOwner(tx: Tx, task: Task, subject: string, body?: string): Promise<void> {
  if (task.unit !== null) await tellOfficers(tx, task.unit, letterOf(task, subject, body));
}

/** Tells the office that gave it. */
export async function tellGiver(tx: Tx, task: Task, subject: string): Promise<void> {
  if (task.unit !== null)
    await tellOfficers(tx, task.by === 'ministry' ? null : task.province, letterOf(task, subject));
}

function letterOf(task: Task, subject: string, body?: string) {
  const term = task.dueOn === null ? task.term : `ngày ${dayText(task.dueOn)}`;
  return {
    subject: `${subject}: ${task.brief}`,
    body: [task.words, term === null ? '' : `Hạn: ${term}.`, body ?? ''].filter(Boolean).join('\n'),
    ...{ link: taskPaths.one(task.id), about: task.id },
  };
}
