import { acceptManyInput, keepResults, manyOut, onceEach } from '#features/dossiers';
import { action } from '#platform/http/action';
import { eachApart } from '#platform/http/each-apart';
import { acceptOne } from './intake.ts';

/** The province takes many dossiers into rounds, each by itself: one that cannot go is named and stops no other (U25). */
export const acceptMany = action({
  name: 'dossier.acceptMany',
  permission: 'dossier.accept',
  title: 'Đưa nhiều hồ sơ vào đợt đánh giá',
  input: acceptManyInput,
  output: manyOut,
  publicData: false,
  async run(ctx, { items, back }) {
    onceEach(items);
    const outcomes = await eachApart(ctx, 'dossier.accept', items, acceptOne);
    const rounds = await ctx.tx
      .selectFrom('evaluation_round')
      .select(['id', 'year', 'no'])
      .where('id', 'in', [...new Set(items.map(({ round }) => round))])
      .execute();
    const names = new Map(rounds.map(({ id, year, no }) => [id, `Đã vào đợt ${no} năm ${year}.`]));
    return keepResults(ctx, 'dossier.accept', back, outcomes, ({ round }) => names.get(round) ?? 'Đã vào đợt.');
  },
});
