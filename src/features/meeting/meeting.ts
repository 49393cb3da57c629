/** The meeting as it is held: its hours in the ledger, the product on the table for every screen. */
import { findMeeting, holdSession, type SessionRow, sessionRow } from '#features/councils';
import type { FactsOf } from '#law/moves';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, refused } from '#platform/refusal';
import { beginMeeting as beginInput, endMeeting as endInput, leadMeeting as leadInput, ledRow } from './schema.ts';

/** Begins the meeting at an hour of its day; the first product of the agenda lies on the table. */
export const beginMeeting = action({
  name: 'session.beginMeeting',
  title: 'Bắt đầu phiên họp',
  input: beginInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, given.id);
    const begun = (await findMeeting(ctx.tx, given.id)) !== undefined;
    const shown: FactsOf<'session.beginMeeting'> = { mode: session.mode, begun, at: given.at };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.beginMeeting',
      subject: given.id,
      expect: ctx.expect,
      facts: { at: given.at },
      shown,
      effect: async (tx) => {
        const current = session.dossiers[0] ?? null;
        await tx.insertInto('meeting').values({ session: given.id, began: given.at, current }).execute();
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

/** Ends the meeting at an hour of its day; nothing lies on the table any more. */
export const endMeeting = action({
  name: 'session.endMeeting',
  title: 'Kết thúc phiên họp',
  input: endInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, given): Promise<SessionRow> {
    await holdSession(ctx.tx, given.id);
    const meeting = await findMeeting(ctx.tx, given.id);
    const shown: FactsOf<'session.endMeeting'> = {
      began: meeting?.began ?? null,
      ended: (meeting?.ended ?? null) !== null,
      at: given.at,
    };
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.endMeeting',
      subject: given.id,
      expect: ctx.expect,
      facts: { began: meeting?.began ?? null, at: given.at },
      shown,
      effect: async (tx) => {
        await tx
          .updateTable('meeting')
          .set((eb) => ({ ended: given.at, current: null, version: eb('version', '+', 1) }))
          .where('session', '=', given.id)
          .execute();
      },
    });
    return { id: given.id, state: moved.state, version: moved.version };
  },
});

/** Lays another product on the table; every screen of the room follows. Refused as stale when somebody else has moved on meanwhile. */
export const leadMeeting = action({
  name: 'session.lead',
  title: 'Chuyển sản phẩm đang xem',
  input: leadInput,
  output: ledRow,
  publicData: false,
  subject: (given) => given.id,
  version: async (tx, given) => {
    const query = tx.selectFrom('meeting').select('version').where('session', '=', given.id).forUpdate();
    return (await query.executeTakeFirst())?.version ?? 0;
  },
  async run(ctx, given) {
    const session = await holdSession(ctx.tx, given.id);
    const meeting = await findMeeting(ctx.tx, given.id);
    if (!meeting) throw refused('Phiên họp chưa bắt đầu. Thư ký bắt đầu phiên họp trước.');
    if (meeting.ended !== null) throw refused(`Phiên họp đã kết thúc lúc ${meeting.ended}.`);
    if (!session.dossiers.includes(given.dossier)) throw invalid('dossier', 'Chọn một sản phẩm của phiên này');
    const { version } = await ctx.tx
      .updateTable('meeting')
      .set((eb) => ({ current: given.dossier, version: eb('version', '+', 1) }))
      .where('session', '=', given.id)
      .returning('version')
      .executeTakeFirstOrThrow();
    return { id: given.id, dossier: given.dossier, version };
  },
});
