import { v7 } from 'uuid';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { correctRound as correctInput, planRound as planInput, roundRow } from './schema.ts';

/** Plans a round of the province. Two a year are fixed by the decision; more need a plan under the council's regulation. */
export const planRound = action({
  name: 'round.plan',
  title: 'Lập đợt đánh giá',
  input: planInput,
  output: roundRow,
  publicData: false,
  async run(ctx, given) {
    const province = ctx.actor.area;
    if (province === null) throw refused('Tài khoản này chưa gắn với tỉnh nào nên không lập được đợt.');
    if (given.completedBefore < given.proposedBefore)
      throw invalid('completedBefore', 'Ghi ngày hoàn thành sau ngày nhận hồ sơ');
    const used = await ctx.tx
      .selectFrom('evaluation_round')
      .select('id')
      .where('province', '=', province)
      .where('level', '=', 'province')
      .where('year', '=', given.year)
      .where('no', '=', given.no)
      .executeTakeFirst();
    if (used) throw invalid('no', `Năm ${given.year} đã có đợt ${given.no}. Chọn số khác`);
    const id = v7();
    const shown: FactsOf<'round.plan'> = { extra: given.extra, plan: given.act ?? '' };
    const moved = await beget(ctx.tx, ctx, {
      process: 'round',
      id,
      action: 'round.plan',
      reach: { province },
      facts: { ...given, act: given.act ?? null },
      shown,
      effect: async (tx) => {
        await tx
          .insertInto('evaluation_round')
          .values({
            id,
            level: 'province',
            province,
            year: given.year,
            no: given.no,
            proposed_before: given.proposedBefore,
            completed_before: given.completedBefore,
            inclusive: given.inclusive,
            extra: given.extra,
            act: given.act ?? null,
          })
          .execute();
      },
    });
    return { id, version: moved.version };
  },
});

/** Corrects dates or plan of a round; dossiers already accepted stay in it. */
export const correctRound = action({
  name: 'round.correct',
  title: 'Sửa đợt đánh giá',
  input: correctInput,
  output: roundRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, ...given }) {
    if (given.completedBefore < given.proposedBefore)
      throw invalid('completedBefore', 'Ghi ngày hoàn thành sau ngày nhận hồ sơ');
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'round.correct',
      subject: id,
      expect: ctx.expect,
      facts: { ...given, act: given.act ?? null },
      effect: async (tx) => {
        await tx
          .updateTable('evaluation_round')
          .set({
            proposed_before: given.proposedBefore,
            completed_before: given.completedBefore,
            inclusive: given.inclusive,
            extra: given.extra,
            act: given.act ?? null,
          })
          .where('id', '=', id)
          .execute();
      },
    });
    return { id, version: moved.version };
  },
});
