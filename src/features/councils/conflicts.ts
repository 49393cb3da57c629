import { v7 } from 'uuid';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound } from '#platform/refusal';
import { needSeat } from './attendance.ts';
import { isBlindTo } from './blind.ts';
import { keepConflict as keepInput, type SessionRow, sessionRow, recordTie as tieInput } from './schema.ts';
import { holdSession, steppedBackFrom } from './session-record.ts';

/** Lets a member score although a conflict was found, with the reason; nobody decides about themselves (R4.10). */
export const keepConflict = action({
  name: 'session.keepConflict',
  title: 'Cho chấm dù có dấu hiệu xung đột lợi ích',
  input: keepInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    const seat = await needSeat(ctx.tx, session, given.seat);
    const hidden = await steppedBackFrom(ctx.tx, session.id, ctx.actor.account);
    if (hidden.has(given.dossier) || (await isBlindTo(ctx.tx, session.id, ctx.actor.account))) throw notFound();
    if (!session.dossiers.includes(given.dossier)) throw invalid('dossier', 'Chọn một hồ sơ của phiên này');
    const shown: FactsOf<'session.keepConflict'> = {
      ...{ seat: given.seat, dossier: given.dossier, reason: given.reason },
      own: seat.account === ctx.actor.account,
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.keepConflict',
      subject: session.id,
      expect: ctx.expect,
      reason: given.reason,
      facts: { seat: given.seat, dossier: given.dossier, kind: given.kind },
      shown,
      effect: async (tx) => {
        const { seat: of, dossier, kind, reason } = given;
        await tx
          .insertInto('conflict_kept')
          .values({ session: session.id, dossier, seat: of, kind, reason })
          .onConflict((on) => on.doNothing())
          .execute();
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});

/** Records who advised, funded or inspected a product of the session, or helped to write its dossier. */
export const recordTie = action({
  name: 'session.recordTie',
  title: 'Ghi đơn vị đã hỗ trợ, kiểm tra sản phẩm',
  input: tieInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    if (!session.dossiers.includes(given.dossier)) throw invalid('dossier', 'Chọn một hồ sơ của phiên này');
    const { product } = await ctx.tx
      .selectFrom('dossier')
      .select('product')
      .where('id', '=', given.dossier)
      .executeTakeFirstOrThrow();
    const { organisation = null, person = null, year = null, note = null } = given;
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.recordTie',
      subject: session.id,
      expect: ctx.expect,
      facts: { dossier: given.dossier, kind: given.kind, organisation, year },
      shown: { who: organisation ?? person ?? '' },
      effect: async (tx) => {
        await tx
          .insertInto('product_tie')
          .values({
            id: v7(),
            product,
            kind: given.kind,
            organisation,
            person,
            year,
            note,
            recorded_by: ctx.actor.account,
          })
          .execute();
      },
    });
    return { id: session.id, state: moved.state, version: moved.version };
  },
});
