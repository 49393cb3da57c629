/** The acts on a task once it is given: told of, reported, accepted or given back, cancelled. */
import { v7 } from 'uuid';
import type { Day } from '#platform/clock';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { attachFiles } from '#platform/http/uploads';
import { carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { ownerNext, sideOf } from './giving.ts';
import { tellGiver, tellOwner } from './letters.ts';
import { findTask, type Task } from './queries.ts';
import {
  byTask,
  cancelTask as cancelInput,
  giveBackTask as giveBackInput,
  noteTask as noteInput,
  reportTask as reportInput,
  taskRow,
} from './schema.ts';

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
  { words, file, percent }: { words: string; file?: string | undefined; percent?: number | undefined },
  { action, kind, next }: Telling,
) {
  const note = v7();
  const { version } = await carryOut(ctx.tx, ctx, {
    ...{
      action,
      subject: id,
      expect: ctx.expect,
      facts: { note, ...(percent === undefined ? {} : { percent }) },
      next,
    },
    shown: { side: sideOf(ctx.actor), owner, giver: by },
    effect: async (tx) => {
      if (file) await attachFiles(ctx, [file], { commune, province });
      await tx
        .insertInto('task_note')
        .values({
          ...{ id: note, task: id, day: ctx.day, kind, words, file: file ?? null },
          ...{ office: ctx.actor.capacity, written_at: ctx.now, percent: percent ?? null },
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
