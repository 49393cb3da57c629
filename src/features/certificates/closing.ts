import { sql } from 'kysely';
import { v7 } from 'uuid';
import { endExtension } from '#features/registry';
import type { FactsOf } from '#law/moves';
import type { Star } from '#law/rulebooks';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { refused } from '#platform/refusal';
import { tellNotice, tellResult } from './letters.ts';
import { closeUnrecognised as closeInput, decisionRow, notifyResult as notifyInput } from './schema.ts';

/** Closes a dossier of 1 or 2 stars: recorded and notified, no decision, no certificate (Art. 4.1.a). */
export const closeUnrecognised = action({
  name: 'dossier.closeUnrecognised',
  title: 'Ghi nhận kết quả dưới 3 sao',
  input: closeInput,
  output: decisionRow,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, { id }) {
    const star = await resultStar(ctx.tx, id);
    const shown: FactsOf<'dossier.closeUnrecognised'> = { star };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.closeUnrecognised',
      subject: id,
      expect: ctx.expect,
      facts: { star },
      shown,
      effect: async (tx) => {
        await endExtension(ctx, id, 'notRecognised', ctx.day);
        await tellResult(tx, id);
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

async function resultStar(tx: Tx, dossier: string): Promise<Star | null> {
  const { rows } = await sql<{ star: Star | null }>`
    select star from evaluation_result where dossier = ${dossier} order by computed_at desc limit 1`.execute(tx);
  if (!rows[0]) throw refused('Hồ sơ này chưa có kết quả chấm.');
  return rows[0].star;
}

/** Records the written notice of result to commune and producer, in every case (Art. 7.3.g). */
export const notifyResult = action({
  name: 'dossier.notify',
  title: 'Ghi thông báo kết quả',
  input: notifyInput,
  output: decisionRow,
  grave: true,
  subject: (given) => given.id,
  async run(ctx, given) {
    const sentTo = [
      ...(given.toCommune ? (['commune'] as const) : []),
      ...(given.toProducer ? (['producer'] as const) : []),
    ];
    const shown: FactsOf<'dossier.notify'> = { dated: given.dated, sentTo };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.notify',
      subject: given.id,
      expect: ctx.expect,
      facts: { number: given.number ?? null, dated: given.dated, sentTo },
      shown,
      effect: async (tx) => {
        await tx
          .insertInto('result_notice')
          .values({
            id: v7(),
            dossier: given.id,
            number: given.number ?? null,
            dated: given.dated,
            content: JSON.stringify({ sentTo }),
          })
          .execute();
        await tellNotice(tx, given.id, { number: given.number ?? null, dated: given.dated, sentTo });
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});
