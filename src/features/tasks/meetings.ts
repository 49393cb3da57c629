/** Meetings of a body or of the office itself: their conclusions become tasks in one act. */
import { v7 } from 'uuid';
import { actMeant } from '#features/legal-acts';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { beget, carryOut } from '#platform/ledger/ledger';
import { giveOne, giverOf, refuseForeignBody } from './giving.ts';
import { findMeeting } from './meetings-read.ts';
import {
  conclusionRow,
  correctConclusion as correctInput,
  recordConclusion as recordInput,
  removeConclusion as removeInput,
} from './schema.ts';

/** Enters a meeting; each row of its conclusions is given as a task. */
export const recordConclusion = action({
  name: 'conclusion.record',
  title: 'Ghi kết luận cuộc họp',
  input: recordInput,
  output: conclusionRow,
  publicData: false,
  async run(ctx, { body, tasks, title, heldOn, chairedBy, words, file, ...given }) {
    if (body !== undefined) await refuseForeignBody(ctx, body, 'body');
    const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
    const id = v7();
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'conclusion', id, action: 'conclusion.record', reach: { province: ctx.actor.area } },
      shown: { heldOn, tasks: tasks.length, words: words ?? null },
      facts: { title, heldOn, body: body ?? null, act: act?.label ?? null, tasks: tasks.length },
      effect: async (tx) => {
        if (file) await attachFiles(ctx, [file], { province: ctx.actor.area });
        await tx
          .insertInto('steering_meeting')
          .values({
            ...{ id, body: body ?? null, by_ministry: giverOf(ctx.actor) === 'ministry', title, held_on: heldOn },
            ...{ chaired_by: chairedBy ?? null, words: words ?? null, act: act?.id ?? null, file: file ?? null },
          })
          .execute();
      },
    });
    const source = { kind: 'conclusion' as const, act: act?.id ?? null, meeting: id, giverBody: body ?? null };
    for (const [i, task] of tasks.entries()) await giveOne(ctx, task, source, `tasks.${i}.`);
    return { id, version, tasks: tasks.length };
  },
});

/** Puts title, day or general conclusions right; its tasks are corrected one by one. */
export const correctConclusion = action({
  name: 'conclusion.correct',
  title: 'Sửa kết luận cuộc họp',
  input: correctInput,
  output: conclusionRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, title, heldOn, chairedBy, words, file, reason, ...given }) {
    const meeting = await findMeeting(ctx.tx, id, ctx.day);
    const act = given.act === undefined ? null : await actMeant(ctx.tx, given.act, 'act');
    const before = { title: meeting.title, heldOn: meeting.heldOn, act: meeting.actLabel, words: meeting.words };
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'conclusion.correct', subject: id, expect: ctx.expect, reason, shown: { heldOn, reason } },
      facts: { title, heldOn, act: act?.label ?? null, words: words ?? null, before },
      effect: async (tx) => {
        if (file) await attachFiles(ctx, [file], { province: ctx.actor.area });
        await tx
          .updateTable('steering_meeting')
          .set({
            ...{ title, held_on: heldOn, chaired_by: chairedBy ?? null, words: words ?? null, act: act?.id ?? null },
            ...(file ? { file } : {}),
          })
          .where('id', '=', id)
          .execute();
      },
    });
    return { id, version, tasks: meeting.tasks };
  },
});

/** Takes a meeting entered by mistake out of the list; refused while a task of it is not cancelled. */
export const removeConclusion = action({
  name: 'conclusion.remove',
  title: 'Bỏ kết luận cuộc họp',
  input: removeInput,
  output: conclusionRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason }) {
    const { tasks } = await findMeeting(ctx.tx, id, ctx.day);
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'conclusion.remove', subject: id, expect: ctx.expect, reason },
      ...{ shown: { tasks, reason }, facts: {} },
    });
    return { id, version, tasks };
  },
});
