import { sql } from 'kysely';
import { v7 } from 'uuid';
import { officeNext } from '#features/councils';
import type { FactsOf } from '#law/moves';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { decidable, destination, starOf } from './destination.ts';
import { holdDecision } from './record.ts';
import {
  cancelDecision as cancelInput,
  type DecisionRow,
  decisionRow,
  draftDecision as draftInput,
  proposeDecision as proposeInput,
  saveDecision as saveInput,
} from './schema.ts';

/** Drafts one decision over products of a concluded session: those recognised, or the candidates whose result is approved. */
export const draftDecision = action({
  name: 'decision.draft',
  title: 'Soạn quyết định',
  input: draftInput,
  output: decisionRow,
  async run(ctx, given): Promise<DecisionRow> {
    for (const one of [...given.dossiers].sort()) await sql`select hold_subject(${one})`.execute(ctx.tx);
    const level = ctx.actor.role === 'ministry' ? 'central' : 'province';
    const province = level === 'central' ? null : ctx.actor.area;
    if (level === 'province' && province === null) throw refused('Tài khoản này chưa gắn với tỉnh nào.');
    const found = await decidable(ctx.tx, given.session, province);
    const items = given.dossiers.map((dossier) => {
      const one = found.find((row) => row.dossier === dossier);
      if (!one || destination(one) !== given.kind)
        throw invalid(
          'dossiers',
          'Chọn những sản phẩm đã có kết quả thuộc loại quyết định này, chưa nằm trong dự thảo khác',
        );
      return one;
    });
    const id = v7();
    const shown: FactsOf<'decision.draft'> = { dossiers: items.length };
    const moved = await beget(ctx.tx, ctx, {
      process: 'decision',
      id,
      action: 'decision.draft',
      next: officeNext(level),
      reach: { province },
      facts: { kind: given.kind, session: given.session, dossiers: given.dossiers },
      shown,
      effect: async (tx) => {
        await tx
          .insertInto('decision')
          .values({
            id,
            kind: given.kind,
            level,
            province,
            session: given.session,
            title: given.title,
            content: '{}',
          })
          .execute();
        await tx
          .insertInto('decision_item')
          .values(
            items.map((one, i) => ({
              decision: id,
              dossier: one.dossier,
              position: i + 1,
              star: given.kind === 'recognition' ? starOf(one, level) : null,
            })),
          )
          .execute();
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** Saves the parts of the papers officials edit. */
export const saveDecision = action({
  name: 'decision.save',
  permission: 'decision.draft',
  title: 'Lưu dự thảo quyết định',
  input: saveInput,
  output: decisionRow,
  subject: (given) => given.id,
  version: (tx, given) => textVersion(tx, given.id),
  async run(ctx, { id, title, ...content }): Promise<DecisionRow> {
    const decision = await holdDecision(ctx.tx, id);
    if (decision.state !== 'draft' && decision.state !== 'proposed')
      throw refused('Quyết định đã ban hành hoặc đã hủy nên không sửa được nữa.');
    await ctx.tx
      .updateTable('decision')
      .set((eb) => ({ title, content: JSON.stringify(content), draft_version: eb('draft_version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    return { id, state: decision.state, version: decision.version };
  },
});

/** Version of the editable texts, the row locked until the transaction ends (Q5). */
async function textVersion(tx: Tx, id: string): Promise<number> {
  const row = await tx
    .selectFrom('decision')
    .select('draft_version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.draft_version ?? 0;
}

/** Records the submission (tờ trình) that puts the list before the Chairperson. */
export const proposeDecision = action({
  name: 'decision.propose',
  title: 'Ghi tờ trình',
  input: proposeInput,
  output: decisionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<DecisionRow> {
    const { level } = await holdDecision(ctx.tx, given.id);
    const shown: FactsOf<'decision.propose'> = { number: given.number, dated: given.dated };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'decision.propose',
      subject: given.id,
      next: officeNext(level),
      expect: ctx.expect,
      facts: { number: given.number, dated: given.dated },
      shown,
      effect: async (tx) => {
        await tx
          .updateTable('decision')
          .set({ submission_number: given.number, submission_date: given.dated })
          .where('id', '=', given.id)
          .execute();
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

/** Cancels a draft; its products can be put into another one. */
export const cancelDecision = action({
  name: 'decision.cancel',
  title: 'Hủy dự thảo quyết định',
  input: cancelInput,
  output: decisionRow,
  subject: (given) => given.id,
  async run(ctx, { id, reason }): Promise<DecisionRow> {
    const shown: FactsOf<'decision.cancel'> = { reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'decision.cancel',
      subject: id,
      expect: ctx.expect,
      reason,
      shown,
    });
    return { id, state: moved.state, version: moved.version };
  },
});
