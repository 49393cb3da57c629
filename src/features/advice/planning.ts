/** Visits of the advisory team still to come: planned, moved, called off; the producer is told of each (Art. 7.3.c, 7.4.c). */
import { v7 } from 'uuid';
import { adviceLevelOf, type DossierRecord, holdDossier, tellOffice, tellProducer } from '#features/dossiers';
import type { FactsOf } from '#law/moves';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { refused } from '#platform/refusal';
import { formatDay } from '#ui';
import {
  type AdviceRow,
  adviceRow,
  cancelVisit as cancelInput,
  moveVisit as moveInput,
  planVisit as planInput,
} from './schema.ts';

/** The people of a visit, one a line. */
export const peopleOf = (lines: string): string[] => lines.split('\n').filter((line) => line.trim() !== '');

/** '28/11/2026, 8 giờ 30' */
export const whenWords = (visitOn: Day, startsAt: string | null | undefined): string =>
  [formatDay(visitOn), startsAt].filter(Boolean).join(', ');

async function tellBoth(tx: Tx, dossier: DossierRecord, subject: string, lines: readonly string[]): Promise<void> {
  const words = { subject: `${subject}: ${dossier.product.name}`, body: lines.join('\n') };
  await tellProducer(tx, dossier, words);
  await tellOffice(tx, dossier, 'commune', words);
}

/** Plans a visit: day, place, who comes. */
export const planVisit = action({
  name: 'dossier.planVisit',
  title: 'Hẹn khảo sát thực tế',
  input: planInput,
  output: adviceRow.extend({ plan: adviceRow.shape.id }),
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, visitOn, startsAt, place, people, purpose }) {
    const dossier = await holdDossier(ctx.tx, id);
    const going = peopleOf(people);
    const shown: FactsOf<'dossier.planVisit'> = { visitOn, place, people: going.length };
    const plan = v7();
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.planVisit',
      subject: id,
      expect: ctx.expect,
      facts: { plan, visitOn },
      shown,
      effect: async (tx) => {
        await tx
          .insertInto('planned_visit')
          .values({
            ...{ id: plan, dossier: id, level: adviceLevelOf(dossier), visit_on: visitOn, starts_at: startsAt ?? null },
            ...{ place, people: going.join('\n'), purpose: purpose ?? null, planned_by: ctx.actor.account },
          })
          .execute();
        await tellBoth(tx, dossier, 'Tổ tư vấn hẹn khảo sát thực tế', [
          `Ngày ${whenWords(visitOn, startsAt)}, tại ${place}.`,
          `Người đến: ${going.join('; ')}.`,
          ...(purpose ? [purpose] : []),
        ]);
      },
    });
    return { id, state: moved.state, version: moved.version, plan };
  },
});

/** The plan while it is still to come, of this dossier and this level. */
async function openPlan(tx: Tx, dossier: DossierRecord, plan: string) {
  const found = await tx
    .selectFrom('planned_visit')
    .select(['id', 'visit_on as visitOn', 'starts_at as startsAt', 'place', 'moves'])
    .where('id', '=', plan)
    .where('dossier', '=', dossier.id)
    .where('level', '=', adviceLevelOf(dossier))
    .where('visit', 'is', null)
    .where('cancelled_on', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw refused('Cuộc khảo sát này đã ghi kết quả hoặc đã hủy. Tải lại trang hồ sơ.');
  return found;
}

/** Marks a plan as carried out by the visit just recorded. */
export async function carriedOut(tx: Tx, dossier: DossierRecord, plan: string, visit: string): Promise<void> {
  const { id } = await openPlan(tx, dossier, plan);
  await tx.updateTable('planned_visit').set({ visit }).where('id', '=', id).execute();
}

/** Another day or place, with the reason. */
export const moveVisit = action({
  name: 'dossier.moveVisit',
  title: 'Dời ngày khảo sát',
  input: moveInput,
  output: adviceRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, plan, visitOn, startsAt, place, reason }): Promise<AdviceRow> {
    const dossier = await holdDossier(ctx.tx, id);
    const before = await openPlan(ctx.tx, dossier, plan);
    const shown: FactsOf<'dossier.moveVisit'> = { visitOn, reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.moveVisit',
      subject: id,
      expect: ctx.expect,
      reason,
      facts: { plan, before: before.visitOn, visitOn },
      shown,
      effect: async (tx) => {
        await tx
          .updateTable('planned_visit')
          .set({
            ...{ visit_on: visitOn, starts_at: startsAt ?? null, place, moved_reason: reason },
            ...{ moves: before.moves + 1, changed_at: ctx.now },
          })
          .where('id', '=', plan)
          .execute();
        await tellBoth(tx, dossier, 'Tổ tư vấn dời ngày khảo sát', [
          `Từ ngày ${whenWords(before.visitOn, before.startsAt)} sang ngày ${whenWords(visitOn, startsAt)}, tại ${place}.`,
          `Lý do: ${reason}`,
        ]);
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

/** A visit that will not take place, with the reason. */
export const cancelVisit = action({
  name: 'dossier.cancelVisit',
  title: 'Hủy hẹn khảo sát',
  input: cancelInput,
  output: adviceRow,
  publicData: false,
  subject: (given) => given.id,
  async run(ctx, { id, plan, reason }): Promise<AdviceRow> {
    const dossier = await holdDossier(ctx.tx, id);
    const before = await openPlan(ctx.tx, dossier, plan);
    const shown: FactsOf<'dossier.cancelVisit'> = { reason };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'dossier.cancelVisit',
      subject: id,
      expect: ctx.expect,
      reason,
      facts: { plan, before: before.visitOn },
      shown,
      effect: async (tx) => {
        await tx
          .updateTable('planned_visit')
          .set({ cancelled_on: ctx.day, cancel_reason: reason, changed_at: ctx.now })
          .where('id', '=', plan)
          .execute();
        await tellBoth(tx, dossier, 'Tổ tư vấn hủy hẹn khảo sát', [
          `Cuộc khảo sát ngày ${whenWords(before.visitOn, before.startsAt)} tại ${before.place} không diễn ra.`,
          `Lý do: ${reason}`,
        ]);
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});
