/** Puts the words of a task right: what was said before stays in the ledger, and its office is told. */
import { actMeant } from '#features/legal-acts';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { ownerNext, sideOf } from './giving.ts';
import { tellOwner } from './letters.ts';
import { findTask, type Task } from './queries.ts';
import { correctTask as correctInput, taskRow } from './schema.ts';

/** What a version of a task says. */
export interface TaskSaid {
  readonly words: string;
  readonly item: string | null;
  readonly act: string | null;
  readonly dueOn: string | null;
  readonly term: string | null;
}
const saidOf = ({ words, item, actLabel, dueOn, term }: Task): TaskSaid => ({
  words,
  item,
  act: actLabel,
  dueOn,
  term,
});

/** Corrects words, item, act or term; only the office that gave it. */
export const correctTask = action({
  name: 'task.correct',
  title: 'Sửa lời giao việc',
  input: correctInput,
  output: taskRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason, ...given }) {
    const task = await findTask(ctx.tx, id, ctx.day);
    const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
    const dueOn = given.dueOn ?? null;
    if (dueOn !== task.dueOn && dueOn !== null && task.givenOn !== null && dueOn < task.givenOn)
      throw invalid('dueOn', 'Hạn không được trước ngày giao.');
    const before = saidOf(task);
    const after: TaskSaid = {
      ...{ words: given.words, item: given.item ?? null, act: act?.label ?? null },
      ...{ dueOn, term: given.term ?? null },
    };
    const changes = (Object.keys(after) as (keyof TaskSaid)[]).some((key) => after[key] !== before[key]);
    const waits = task.state !== 'reported';
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'task.correct', subject: id, expect: ctx.expect, reason },
      shown: { side: sideOf(ctx.actor), giver: task.by, reason, changes },
      facts: { before: { ...before }, after: { ...after } },
      // A report that waits for its answer keeps the day of the answer.
      ...(waits ? { next: ownerNext(task.owner, dueOn) } : {}),
      effect: async (tx) => {
        await tx
          .updateTable('task')
          .set({ words: given.words, item: after.item, act: act?.id ?? null, due_on: dueOn, term: after.term })
          .where('id', '=', id)
          .execute();
      },
    });
    await tellOwner(ctx.tx, await findTask(ctx.tx, id, ctx.day), 'Lời giao việc đã sửa', `Lý do: ${reason}`);
    return { id, version };
  },
});
