import { v7 } from 'uuid';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { attachFiles } from '#platform/http/uploads';
import { beget, carryOut } from '#platform/ledger/ledger';
import { notFound } from '#platform/refusal';
import { officeOf } from './office.ts';
import { holdMandate } from './queries.ts';
import { endMandate as endInput, grantMandate as grantInput, type MandateRow, mandateRow } from './schema.ts';

/** Records the paper under which somebody signs for the head of the office: who, what, from when to when (Decree 30 Art. 13). */
export const grantMandate = action({
  name: 'mandate.grant',
  title: 'Ghi văn bản giao ký',
  input: grantInput,
  output: mandateRow,
  publicData: false,
  async run(ctx, given): Promise<MandateRow> {
    const province = officeOf(ctx.actor);
    const id = v7();
    const { person, capacity, act, actDate, covers, from, to = null } = given;
    const shown: FactsOf<'mandate.grant'> = { person, capacity, act, actDate, covers, from, to };
    const moved = await beget(ctx.tx, ctx, {
      process: 'mandate',
      id,
      action: 'mandate.grant',
      reach: { province },
      facts: { capacity, act, actDate, covers, from, to },
      shown,
      effect: async (tx) => {
        if (given.file !== undefined) await attachFiles(ctx, [given.file], { province });
        await tx
          .insertInto('mandate')
          .values({
            ...{ id, province, person, position: given.position, capacity, covers, act },
            ...{ act_date: actDate, valid_from: from, valid_to: to, file: given.file ?? null },
          })
          .execute();
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** Ends a mandate before its time; papers dated up to its last day keep their signature. */
export const endMandate = action({
  name: 'mandate.end',
  title: 'Chấm dứt giao ký',
  input: endInput,
  output: mandateRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, lastDay, reason }): Promise<MandateRow> {
    const mandate = await holdMandate(ctx.tx, id);
    if (!mandate) throw notFound('Không tìm thấy văn bản giao ký này.');
    const shown: FactsOf<'mandate.end'> = { reason, lastDay, from: mandate.from, to: mandate.to };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'mandate.end',
      subject: id,
      expect: ctx.expect,
      reason,
      facts: { lastDay },
      shown,
      effect: async (tx) => {
        await tx.updateTable('mandate').set({ valid_to: lastDay }).where('id', '=', id).execute();
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});
