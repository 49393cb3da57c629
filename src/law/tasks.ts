/** Tasks of steering: who gives, does and answers, and how late one is in words. The law gives communes and provinces the programme (Art. 10); how they are tasked is the offices' own. */
import type { Basis, Day } from './answers.ts';
import { daysBetween } from './days.ts';

export const TASK_BASIS: Basis = { act: 'Quy chế làm việc của cơ quan', article: '' };

export type TaskGiver = 'province' | 'ministry';
/** `words`: an office that is not in the system. */
export type TaskOwner = 'commune' | 'province' | 'words';
export type TaskSide = 'commune' | 'province' | 'ministry';

/** Who writes down what was done: the office itself, or the giver for an office that is not in the system. */
export const answersTask = (owner: TaskOwner, giver: TaskGiver): TaskSide => (owner === 'words' ? giver : owner);

export interface TaskGiven {
  readonly giver: TaskGiver;
  readonly owner: TaskOwner;
  /** Null: the source does not tell. */
  readonly givenOn: Day | null;
  readonly dueOn: Day | null;
}

/** What is wrong with a task as given, with the field it stands in; null when it can be given. */
export function taskProblem({ giver, owner, givenOn, dueOn }: TaskGiven): { field: string; message: string } | null {
  if (giver === 'ministry' && owner === 'commune')
    return { field: 'unit', message: 'Bộ giao việc cho tỉnh; việc của xã do tỉnh giao.' };
  if (giver === 'province' && owner === 'province')
    return { field: 'unit', message: 'Tỉnh giao việc cho xã hoặc cơ quan khác; việc của tỉnh do Bộ giao.' };
  if (dueOn !== null && givenOn !== null && dueOn < givenOn)
    return { field: 'dueOn', message: 'Hạn không được trước ngày giao.' };
  return null;
}

interface TaskStanding {
  readonly state: string;
  readonly dueOn: Day | null;
  readonly reportedOn: Day | null;
}

const count = (days: number) => `${days} ngày`;

/** How the term stands on a day, in words; null without a last day and for a cancelled task. */
export function taskTerm(
  { state, dueOn, reportedOn }: TaskStanding,
  day: Day,
): { words: string; late: boolean } | null {
  if (dueOn === null || state === 'cancelled') return null;
  if (state === 'reported' || state === 'accepted') {
    const over = reportedOn === null ? 0 : daysBetween(dueOn, reportedOn);
    return over > 0
      ? { words: `Báo cáo muộn ${count(over)}`, late: state === 'reported' }
      : { words: 'Báo cáo đúng hạn', late: false };
  }
  const left = daysBetween(day, dueOn);
  if (left < 0) return { words: `Quá hạn ${count(-left)}, chưa báo cáo`, late: true };
  return { words: left === 0 ? 'Hạn hôm nay' : `Còn ${count(left)}`, late: false };
}
