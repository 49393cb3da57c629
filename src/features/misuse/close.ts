import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { closed, closeInput } from './schema.ts';

/** Closes a report with a finding and the words the sender is told. Refusals: 404, 409 by the law's needs, 412. */
export const closeMisuse = action({
  name: 'misuse.close',
  title: 'Kết luận và trả lời phản ánh',
  input: closeInput,
  output: closed,
  subject: ({ id }) => id,
  publicData: false,
  async run(ctx, { id, finding, answer }) {
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'misuse.close',
      subject: id,
      facts: { finding },
      shown: { finding, answer },
      effect: async (tx) => {
        await tx
          .updateTable('misuse_report')
          .set({ finding, answer, closed_on: ctx.day })
          .where('id', '=', id)
          .execute();
      },
    });
    return { id, version: moved.version };
  },
});
