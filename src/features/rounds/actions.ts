import { v7 } from 'uuid';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { correctRound as correctInput, planRound as planInput, roundRow } from './schema.ts';

/** Plans a round of the province, or of the Ministry. Two a year are fixed by the decision; more need a plan under the council's regulation. */
export const planRound = action({
  name: 'round.plan',
  title: 'Lập đợt đánh giá',
  input: planInput,
  output: roundRow,
  publicData: false,
  async run(ctx, given) {
    const level = ctx.actor.role === 'ministry' ? 'central' : 'province';
    const province = level === 'central' ? null : ctx.actor.area;
    if (level === 'province' && province === null)
      throw refused('Tài khoản này chưa gắn với tỉnh nào nên không lập được đợt.');
    if (given.completedBefore < given.proposedBefore)
      throw invalid('completedBefore', 'Ghi ngày hoàn thành sau ngày nhận hồ sơ');
    const used = await ctx.tx
      .selectFrom('evaluation_round')
      .select('id')
      .where('province', 'is not distinct from', province)
      .where('level', '=', level)
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
            level,
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
      shown: { extra: given.extra, plan: given.act ?? '' } satisfies FactsOf<'round.correct'>,
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
