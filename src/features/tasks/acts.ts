/** The acts on a task: given, told of, reported, accepted or given back, cancelled. */
import { v7 } from 'uuid';
import { actMeant } from '#features/legal-acts';
import { readUnit } from '#features/units';
import { type TaskGiver, type TaskOwner, type TaskSide, taskProblem } from '#law/tasks';
import type { Day } from '#platform/clock';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { tellGiver, tellOwner } from './letters.ts';
import { findTask, type Task } from './queries.ts';
import {
  byTask,
  cancelTask as cancelInput,
  giveBackTask as giveBackInput,
  giveTask as giveInput,
  noteTask as noteInput,
  reportTask as reportInput,
  type TaskGivenInput,
  taskRow,
} from './schema.ts';

const MINISTRY = 'Bộ Nông nghiệp và Môi trường';

/** The side an officer stands on, also in a colleague's place. */
export function sideOf({ area, role }: ActionContext['actor']): TaskSide {
  if (area === null) return 'ministry';
  return role === 'commune' ? 'commune' : 'province';
}

/** The queue of the office that does it; an office outside the system has none here. */
const ownerNext = (owner: TaskOwner, dueOn: Day | null) =>
  owner === 'words' ? { actor: null, dueOn: null } : { actor: owner, dueOn };

/** Gives a task: the Ministry to a province, a province to a commune, both to an office named by words. */
export const giveTask = action({
  name: 'task.give',
  title: 'Giao việc',
  input: giveInput,
  output: taskRow,
  publicData: false,
  async run(ctx, given) {
    const by: TaskGiver = ctx.actor.area === null ? 'ministry' : 'province';
    const { owner, commune, province } = await ownerOf(ctx, given);
    const dueOn = given.dueOn ?? null;
    const facts = { giver: by, owner, givenOn: ctx.day, dueOn };
    const problem = taskProblem(facts);
    if (problem) throw invalid(problem.field, problem.message);
    const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
    const giver = await officeName(ctx);
    const id = v7();
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'task', id, action: 'task.give', reach: { commune, province }, next: ownerNext(owner, dueOn) },
      facts: { ...facts, words: given.words, unit: given.unit ?? null, ownerName: given.owner ?? null },
      effect: async (tx) => {
        await tx
          .insertInto('task')
          .values({
            ...{ id, kind: given.kind, by_ministry: by === 'ministry', giver, unit: given.unit ?? null },
            ...{ owner: given.owner ?? null, act: act?.id ?? null, item: given.item ?? null, words: given.words },
            ...{ given_on: ctx.day, due_on: dueOn, term: given.term ?? null },
          })
          .execute();
      },
    });
    await tellOwner(ctx.tx, await findTask(ctx.tx, id, ctx.day), 'Việc mới được giao');
    return { id, version };
  },
});

/** Whose task it becomes. Throws 422 for nobody, for two, and for a place that is not the giver's. */
async function ownerOf({ tx, actor, day }: ActionContext, { unit, owner }: TaskGivenInput) {
  if (unit !== undefined && owner !== undefined)
    throw invalid('owner', 'Chọn đơn vị, hoặc ghi cơ quan khác; không ghi cả hai.');
  if (unit === undefined) {
    if (owner === undefined) throw invalid('unit', 'Chọn đơn vị được giao, hoặc ghi cơ quan khác.');
    return { owner: 'words' as const, commune: null, province: actor.area };
  }
  const found = await readUnit(tx, unit, day);
  const foreign = actor.area !== null && found?.province !== actor.area;
  if (!found || found.former || found.level === 'district' || foreign)
    throw invalid('unit', 'Chọn một đơn vị hiện nay của bạn.');
  return found.level === 'commune'
    ? { owner: found.level, commune: unit, province: found.province }
    : { owner: found.level, commune: null, province: unit };
}

async function officeName({ tx, actor, day }: ActionContext): Promise<string> {
  const name = actor.area === null ? null : (await readUnit(tx, actor.area, day))?.name;
  return name == null ? MINISTRY : `UBND ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** Writes down how far it is; the first word sets it under way. */
export const noteTask = action({
  name: 'task.note',
  title: 'Ghi tiến độ',
  input: noteInput,
  output: taskRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, given) {
    const task = await findTask(ctx.tx, given.id, ctx.day);
    return tellOf(ctx, task, given, { action: 'task.note', kind: 'progress', next: ownerNext(task.owner, task.dueOn) });
  },
});

/** Reports the result to the office that gave it. */
export const reportTask = action({
  name: 'task.report',
  title: 'Báo cáo kết quả',
  input: reportInput,
  output: taskRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, given) {
    const task = await findTask(ctx.tx, given.id, ctx.day);
    const next = { actor: task.by, dueOn: null };
    const out = await tellOf(ctx, task, given, { action: 'task.report', kind: 'report', next });
    await tellGiver(ctx.tx, task, `${task.ownerName} báo cáo kết quả`);
    return out;
  },
});

interface Telling {
  readonly action: 'task.note' | 'task.report';
  readonly kind: 'progress' | 'report';
  readonly next: { actor: string | null; dueOn: Day | null };
}

async function tellOf(
  ctx: ActionContext,
  { id, owner, by, commune, province }: Task,
  { words, file }: { words: string; file?: string | undefined },
  { action, kind, next }: Telling,
) {
  const note = v7();
  const { version } = await carryOut(ctx.tx, ctx, {
    ...{ action, subject: id, expect: ctx.expect, facts: { note }, next },
    shown: { side: sideOf(ctx.actor), owner, giver: by },
    effect: async (tx) => {
      if (file) await attachFiles(ctx, [file], { commune, province });
      await tx
        .insertInto('task_note')
        .values({
          ...{ id: note, task: id, day: ctx.day, kind, words, file: file ?? null },
          ...{ office: ctx.actor.capacity, written_at: ctx.now },
        })
        .execute();
      if (kind === 'report') await tx.updateTable('task').set({ reported_on: ctx.day }).where('id', '=', id).execute();
    },
  });
  return { id, version };
}

/** The giver takes the result: the task is done. */
export const acceptTask = action({
  name: 'task.accept',
  title: 'Nhận kết quả',
  input: byTask,
  output: taskRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id }) {
    const task = await findTask(ctx.tx, id, ctx.day);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'task.accept', subject: id, expect: ctx.expect },
      shown: { side: sideOf(ctx.actor), giver: task.by },
    });
    await tellOwner(ctx.tx, task, 'Kết quả đã được nhận');
    return { id, version };
  },
});

/** The giver is not content: the office goes on, by the former last day or a new one. */
export const giveBackTask = action({
  name: 'task.giveBack',
  title: 'Giao lại',
  input: giveBackInput,
  output: taskRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason, dueOn }) {
    const task = await findTask(ctx.tx, id, ctx.day);
    if (dueOn !== undefined && dueOn < ctx.day) throw invalid('dueOn', 'Hạn mới không được trước hôm nay.');
    const until = dueOn ?? task.dueOn;
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'task.giveBack', subject: id, expect: ctx.expect, reason, facts: { dueOn: until } },
      ...{ shown: { side: sideOf(ctx.actor), giver: task.by, reason }, next: ownerNext(task.owner, until) },
      effect: async (tx) => {
        await tx.updateTable('task').set({ due_on: until }).where('id', '=', id).execute();
      },
    });
    await tellOwner(ctx.tx, { ...task, dueOn: until }, 'Việc được giao lại', `Lý do: ${reason}`);
    return { id, version };
  },
});

/** Nobody has to do it any more. */
export const cancelTask = action({
  name: 'task.cancel',
  title: 'Hủy việc',
  input: cancelInput,
  output: taskRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason }) {
    const task = await findTask(ctx.tx, id, ctx.day);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'task.cancel', subject: id, expect: ctx.expect, reason },
      shown: { side: sideOf(ctx.actor), giver: task.by, reason },
    });
    await tellOwner(ctx.tx, task, 'Việc đã hủy', `Lý do: ${reason}`);
    return { id, version };
  },
});
