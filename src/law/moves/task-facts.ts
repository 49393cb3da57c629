/** What the moves of a task are told: whose it is, and which side acts. */
import type { Day } from '../answers.ts';
import type { TaskGiven, TaskGiver, TaskOwner, TaskSide } from '../tasks.ts';
import type { Reasoned } from './types.ts';

interface Answering {
  readonly side: TaskSide;
  readonly owner: TaskOwner;
  readonly giver: TaskGiver;
}
interface Judging {
  readonly side: TaskSide;
  readonly giver: TaskGiver;
}

export interface TaskFacts {
  'task.give': TaskGiven;
  'task.note': Answering;
  'task.report': Answering;
  'task.accept': Judging;
  'task.giveBack': Judging & Reasoned;
  /** `changes`: something is said otherwise than before. */
  'task.correct': Judging & Reasoned & { readonly changes: boolean };
  'conclusion.record': { readonly heldOn: Day; readonly tasks: number; readonly words: string | null };
  /** `tasks`: those not cancelled. */
  'conclusion.remove': Reasoned & { readonly tasks: number };
  'conclusion.correct': Reasoned & { readonly heldOn: Day };
  'task.cancel': Judging & Reasoned;
}
