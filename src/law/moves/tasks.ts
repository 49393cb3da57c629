/** Tasks: given by the Ministry to a province, by a province to a commune or another office; reported back, accepted or given back. */
import { type Basis, refuse } from '../answers.ts';
import { answersTask, TASK_BASIS, taskProblem } from '../tasks.ts';
import { all, ask, said } from './conditions.ts';
import type { NeedsTable } from './facts.ts';
import type { TaskFacts } from './task-facts.ts';
import type { MoveRow, StateWords } from './types.ts';

export const taskStates = {
  new: { name: 'Mới', explain: 'Chưa giao.' },
  given: { name: 'Đã giao', explain: 'Chờ cơ quan được giao bắt đầu.' },
  underWay: { name: 'Đang làm', explain: 'Đã có tiến độ, chưa báo cáo.' },
  reported: { name: 'Đã báo cáo', explain: 'Chờ cơ quan giao việc xem.' },
  returned: { name: 'Giao lại', explain: 'Cơ quan giao việc chưa nhận kết quả; làm tiếp rồi báo cáo lại.' },
  accepted: { name: 'Đã xong', explain: 'Cơ quan giao việc đã nhận kết quả.', final: true },
  cancelled: { name: 'Đã hủy', explain: 'Không phải làm nữa, có lý do.', final: true },
} as const satisfies Record<string, StateWords>;

const open = ['given', 'underWay', 'returned'] as const;
const basis = TASK_BASIS;
/** Who acts next is the office of the task; the act names it. */
export const taskMoves = [
  { action: 'task.give', from: ['new'], to: 'given', next: 'commune', verb: 'Giao việc', basis },
  { action: 'task.note', from: open, to: 'underWay', next: 'commune', verb: 'Ghi tiến độ', basis },
  { action: 'task.report', from: open, to: 'reported', next: 'province', verb: 'Báo cáo kết quả', basis },
  { action: 'task.accept', from: ['reported'], to: 'accepted', next: null, verb: 'Nhận kết quả', basis },
  { action: 'task.giveBack', from: ['reported'], to: 'returned', next: 'commune', verb: 'Giao lại', basis },
  { action: 'task.correct', from: [...open, 'reported'], to: 'same', next: 'same', verb: 'Sửa lời giao', basis },
  { action: 'task.cancel', from: [...open, 'reported'], to: 'cancelled', next: null, verb: 'Hủy việc', basis },
] as const satisfies readonly MoveRow[];

export const conclusionStates = {
  new: { name: 'Mới', explain: 'Chưa ghi.' },
  kept: { name: 'Trong sổ', explain: 'Kết luận đã ghi; việc của cuộc họp theo dõi ở danh sách việc.' },
  removed: { name: 'Đã bỏ', explain: 'Ghi nhầm; không còn hiện trong sổ.', final: true },
} as const satisfies Record<string, StateWords>;

const HOUSE: Basis = { act: 'Quy chế làm việc của cơ quan', article: '' };
export const conclusionMoves = [
  { action: 'conclusion.record', from: ['new'], to: 'kept', next: null, verb: 'Ghi kết luận cuộc họp', basis: HOUSE },
  {
    action: 'conclusion.remove',
    from: ['kept'],
    to: 'removed',
    next: null,
    verb: 'Bỏ kết luận cuộc họp',
    basis: HOUSE,
  },
  { action: 'conclusion.correct', from: ['kept'], to: 'same', next: null, verb: 'Sửa kết luận cuộc họp', basis: HOUSE },
] as const satisfies readonly MoveRow[];

const held = (heldOn: string | undefined, day: string) =>
  ask(heldOn !== undefined && heldOn <= day, 'heldOn', 'Ngày họp không sau hôm nay.', HOUSE);
const answering = ({ side, owner, giver }: Partial<TaskFacts['task.note']>) =>
  ask(
    owner !== undefined && giver !== undefined && side === answersTask(owner, giver),
    'notOwner',
    'Việc này giao cho cơ quan khác; cơ quan ấy ghi tiến độ và báo cáo.',
    basis,
  );
const judging = ({ side, giver }: Partial<TaskFacts['task.accept']>) =>
  ask(giver !== undefined && side === giver, 'notGiver', 'Chỉ cơ quan đã giao việc này làm được bước đó.', basis);
const reason = (given: string | undefined, words: string) => ask(said(given), 'reason', words, basis);

export const taskNeeds: NeedsTable<keyof TaskFacts> = {
  'task.give': ({ giver, owner, givenOn, dueOn }) => {
    if (giver === undefined || owner === undefined || givenOn === undefined || dueOn === undefined)
      return refuse('owner', 'Ghi ai giao, ai làm, ngày giao và hạn.', basis);
    const problem = taskProblem({ giver, owner, givenOn, dueOn });
    return all(problem === null ? undefined : refuse(problem.field, problem.message, basis));
  },
  'task.note': (facts) => all(answering(facts)),
  'task.report': (facts) => all(answering(facts)),
  'task.accept': (facts) => all(judging(facts)),
  'task.giveBack': (facts) =>
    all(judging(facts), reason(facts.reason, 'Ghi lý do giao lại để cơ quan kia biết làm gì.')),
  'task.correct': (facts) =>
    all(
      judging(facts),
      ask(facts.changes === true, 'same', 'Chưa thấy gì khác với lời giao đang có.', basis),
      reason(facts.reason, 'Ghi lý do sửa để cơ quan làm việc này biết.'),
    ),
  'conclusion.record': ({ heldOn, tasks, words }, day) =>
    all(
      held(heldOn, day),
      ask((tasks ?? 0) > 0 || said(words ?? undefined), 'empty', 'Ghi kết luận, hoặc ít nhất một việc.', HOUSE),
    ),
  'conclusion.correct': ({ heldOn, reason: given }, day) =>
    all(held(heldOn, day), ask(said(given), 'reason', 'Ghi lý do sửa.', HOUSE)),
  'conclusion.remove': ({ tasks, reason: given }) =>
    all(
      ask(tasks === 0, 'tasks', 'Cuộc họp còn việc chưa hủy. Hủy các việc đó trước.', HOUSE),
      ask(said(given), 'reason', 'Ghi lý do bỏ.', HOUSE),
    ),
  'task.cancel': (facts) => all(judging(facts), reason(facts.reason, 'Ghi lý do hủy.')),
};
