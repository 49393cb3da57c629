import { taskTerm } from '#law/tasks';
import type { Day } from '#platform/clock';
import { formatDay } from '#ui';
import type { Task } from './queries.ts';

/** The last day, or the term as the giver words it; empty when there is none. */
export const dueSaid = ({ dueOn, term }: Pick<Task, 'dueOn' | 'term'>): string =>
  dueOn === null ? (term ?? '') : formatDay(dueOn);

/** How the term stands today, empty without a last day. */
export const standingSaid = (task: Task, day: Day): string => taskTerm(task, day)?.words ?? '';

/** 'Kết luận 2, 12/TB-UBND': where the task stands. */
export const actSaid = ({
  item,
  actLabel,
  meetingLabel,
  source,
}: Pick<Task, 'item' | 'actLabel' | 'meetingLabel' | 'source'>): string =>
  [item, meetingLabel ?? actLabel ?? source].filter(Boolean).join(', ');
