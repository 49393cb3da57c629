import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import { actMeant } from '#features/legal-acts';
import { officePlace } from '#features/units';
import type { DB } from '#platform/db/schema.generated';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { attendedBy, countReached, findTraining } from './queries.ts';
import {
  attendTraining as attendInput,
  correctTraining as correctInput,
  recordTraining as recordInput,
  type TrainingGiven,
  trainingRow,
  withdrawTraining as withdrawInput,
} from './schema.ts';

/** Enters a course that is over. */
export const recordTraining = action({
  name: 'training.record',
  title: 'Ghi lớp tập huấn, hội nghị',
  input: recordInput,
  output: trainingRow,
  publicData: false,
  async run(ctx, { unit, ...given }) {
    const place = await officePlace(ctx, unit);
    const act = await actId(ctx.tx, given.act);
    const id = v7();
    const shown = numbersOf(given);
    const { version } = await beget(ctx.tx, ctx, {
      ...{ process: 'training', id, action: 'training.record', reach: place, shown },
      facts: { ...shown, kind: given.kind, subject: given.subject },
      effect: async (tx) => {
        await tx
          .insertInto('training')
          .values({ id, ...place, ...columnsOf(given), act })
          .execute();
      },
    });
    return { id, version };
  },
});

/** Puts a course right; what it said before stays in the ledger. */
export const correctTraining = action({
  name: 'training.correct',
  title: 'Sửa lớp tập huấn, hội nghị',
  input: correctInput,
  output: trainingRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason, ...given }) {
    const former = await findTraining(ctx.tx, id);
    const act = await actId(ctx.tx, given.act);
    const shown = { ...numbersOf(given), reason };
    const before = { ...numbersOf(former), kind: former.kind, subject: former.subject };
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'training.correct', subject: id, expect: ctx.expect, reason, shown },
      facts: { ...numbersOf(given), kind: given.kind, subject: given.subject, before },
      effect: async (tx) => {
        await tx
          .updateTable('training')
          .set({ ...columnsOf(given), act })
          .where('id', '=', id)
          .execute();
      },
    });
    return { id, version };
  },
});

/** Says which producers took part, and takes off who was entered by mistake. */
export const attendTraining = action({
  name: 'training.attend',
  title: 'Ghi chủ thể đã dự',
  input: attendInput,
  output: trainingRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, join, leave }) {
    const there = new Set((await attendedBy(ctx.tx, id, ctx.day)).map((one) => one.id));
    const joining = [...new Set(join)].filter((one) => !there.has(one));
    const leaving = [...new Set(leave)].filter((one) => there.has(one));
    const reach = ctx.within('producer.correct', 'l');
    if ((await countReached(ctx.tx, joining, reach)) < joining.length)
      throw invalid('join', 'Chọn chủ thể trong địa bàn của bạn.');
    const shown = { joining: joining.length, leaving: leaving.length };
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'training.attend', subject: id, expect: ctx.expect, shown },
      facts: { ...shown, joined: joining, left: leaving },
      effect: async (tx) => {
        await sql`insert into training_producer (training, producer) select ${id}::uuid, unnest(${joining}::uuid[]) on conflict do nothing`.execute(
          tx,
        );
        await sql`delete from training_producer where training = ${id}::uuid and producer = any(${leaving}::uuid[])`.execute(
          tx,
        );
      },
    });
    return { id, version };
  },
});

/** Takes a course away that was entered by mistake; the ledger keeps it. */
export const withdrawTraining = action({
  name: 'training.withdraw',
  title: 'Rút lớp tập huấn, hội nghị',
  input: withdrawInput,
  output: trainingRow,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, reason }) {
    const { version } = await carryOut(ctx.tx, ctx, {
      ...{ action: 'training.withdraw', subject: id, expect: ctx.expect, reason, shown: { reason } },
    });
    return { id, version };
  },
});

const actId = async (db: Kysely<DB>, typed: string | undefined) =>
  typed === undefined ? null : (await actMeant(db, typed, 'act')).id;

type Numbers = Pick<TrainingGiven, 'from' | 'to' | 'people'> & {
  readonly [K in 'turns' | 'officers' | 'producers' | 'women']?: number | null | undefined;
};
/** Without attendances everybody came once. */
const numbersOf = ({ from, to, people, turns, officers, producers, women }: Numbers) => ({
  ...{ from, to, people, turns: turns ?? people },
  ...{ officers: officers ?? null, producers: producers ?? null, women: women ?? null },
});

function columnsOf({ kind, subject, organiser, venue, qualifier, note, ...given }: Omit<TrainingGiven, 'unit'>) {
  const { from, to, ...numbers } = numbersOf(given);
  return {
    ...{ kind, subject, organiser, venue: venue ?? null, qualifier, note: note ?? null },
    ...{ from_on: from, to_on: to, ...numbers },
  };
}
