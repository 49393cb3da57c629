/** One press turns an idea into the draft of a dossier; producer and product are entered into the register on the way. */
import { startDossier } from '#features/dossiers';
import { registerProducer } from '#features/producers';
import { offeredSets } from '#features/products';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { findIdea, type Idea } from './queries.ts';
import { filedOut, fileIdea as input } from './schema.ts';

export const fileIdea = action({
  name: 'idea.file',
  title: 'Lập hồ sơ từ ý tưởng',
  input,
  output: filedOut,
  subject: ({ id }) => id,
  async run(ctx, { id, type, another }) {
    const idea = await findIdea(ctx.tx, id, ctx.day);
    const inRulebook = (await offeredSets(ctx.day, null)).some(({ value }) => value === idea.productSet);
    const producer = idea.producer ?? (await entered(ctx, idea, { type, another }));
    let dossier = '';
    await carryOut(ctx.tx, ctx, {
      ...{ action: 'idea.file', subject: id, expect: ctx.expect },
      shown: { producer: producer !== null, productSet: inRulebook },
      effect: async (tx) => {
        const started = await startDossier.run(
          ctx,
          {
            ...{ producer, kind: 'first', newProduct: idea.name, productSet: idea.productSet ?? '' },
            onBehalf: ctx.actor.role !== 'producer',
          },
          undefined,
        );
        dossier = started.id;
        await tx.updateTable('product_idea').set({ producer, person: null, dossier }).where('id', '=', id).execute();
      },
    });
    return { id, dossier };
  },
});

/** The producer, entered into the register from what the idea says. Throws 422 without its kind, 409 where there is one like it. */
async function entered(
  ctx: ActionContext,
  { person, commune }: Idea,
  { type, another }: { type: string | undefined; another: boolean },
): Promise<string> {
  if (type === undefined) throw invalid('type', 'Chọn loại hình của chủ thể.');
  const { id } = await registerProducer.run(
    ctx,
    registerProducer.input.parse({ name: person, type, commune, another }),
    undefined,
  );
  return id;
}
