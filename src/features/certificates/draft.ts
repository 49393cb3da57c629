import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { FactsOf } from '#law/moves';
import type { Star } from '#law/rulebooks';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { beget, carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { holdDecision } from './record.ts';
import {
  cancelDecision as cancelInput,
  type DecisionKind,
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
    const found = await decidable(ctx.tx, given.session, ctx.actor.area);
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
      reach: { province: ctx.actor.area },
      facts: { kind: given.kind, session: given.session, dossiers: given.dossiers },
      shown,
      effect: async (tx) => {
        await tx
          .insertInto('decision')
          .values({
            id,
            kind: given.kind,
            level: 'province',
            province: ctx.actor.area,
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
              star: given.kind === 'recognition' ? provinceStar(one) : null,
            })),
          )
          .execute();
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

export interface Decidable {
  readonly dossier: string;
  readonly star: Star | null;
  readonly candidate: boolean;
  readonly path: 'toMinistry' | 'recogniseFour' | null;
}

/** Concluded dossiers of a session in this province that stand in no other draft or issued decision. */
async function decidable(tx: Tx, session: string, province: string | null): Promise<Decidable[]> {
  const { rows } = await sql<Decidable>`
    select r.dossier, r.star, r.candidate, r.path
      from evaluation_result r join lifecycle l on l.id = r.dossier join lifecycle s on s.id = r.session
     where r.session = ${session} and l.state = 'concluded' and s.state = 'concluded' and l.province = ${province}
       and not exists (select from decision_item i join lifecycle k on k.id = i.decision
                        where i.dossier = r.dossier and k.state <> 'cancelled')`.execute(tx);
  return rows;
}

/** Where a result leads: recognition in the province, approval as a candidate, no certificate, or a choice still open. */
export function destination(one: Omit<Decidable, 'dossier'>): DecisionKind | 'none' | 'choose' {
  if (one.star === null) return 'none';
  if (one.candidate) {
    if (one.path === 'recogniseFour') return 'recognition';
    return one.star === 5 || one.path === 'toMinistry' ? 'approval' : 'choose';
  }
  return one.star >= 3 ? 'recognition' : 'none';
}

/** The star the province gives: what the council found, at most what the province may recognise. */
function provinceStar(one: Decidable): number {
  return one.star === 5 ? 4 : (one.star ?? 0);
}

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
    const shown: FactsOf<'decision.propose'> = { number: given.number, dated: given.dated };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'decision.propose',
      subject: given.id,
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
