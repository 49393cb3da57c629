import { dayText } from '#law/days';
import { action } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { tell } from '#platform/outbox/outbox';
import { refuseNames } from './blind.ts';
import { cancelSession as cancelInput, type SessionRow, sessionRow } from './schema.ts';
import { clearAgenda } from './session.ts';
import { holdSession, type SessionRecord, type SessionSeat, sessionSeats } from './session-record.ts';
import { councilPaths } from './urls.ts';

/**
 * Cancels a session before scoring begins: its dossiers go back to their round, every seat is told why. The law knows no
 * way back from here; another session is planned instead.
 */
export const cancelSession = action({
  name: 'session.cancel',
  title: 'Hủy phiên Hội đồng',
  input: cancelInput,
  output: sessionRow,
  subject: (given) => given.id,
  async run(ctx, { id, reason }): Promise<SessionRow> {
    const session = await holdSession(ctx.tx, id);
    const seats = await sessionSeats(ctx.tx, id);
    await refuseNames(ctx.tx, session, session.dossiers, { reason });
    const moved = await carryOut(ctx.tx, ctx, {
      action: 'session.cancel',
      subject: id,
      expect: ctx.expect,
      reason,
      facts: { dossiers: session.dossiers },
      shown: { reason },
      effect: async (tx) => {
        await clearAgenda(ctx, tx, { ...session, state: 'cancelled' }, session.dossiers);
        for (const one of seats) {
          const letter = letterTo(one, session, reason);
          await tell(tx, { channel: 'app', account: one.account, ...letter });
          if (one.email) await tell(tx, { channel: 'email', address: one.email, ...letter });
        }
      },
    });
    return { id, state: moved.state, version: moved.version };
  },
});

const letterTo = (seat: SessionSeat, { id, title, heldOn }: SessionRecord, reason: string) => ({
  subject: `Hủy phiên Hội đồng: ${title}`,
  body: [
    `Kính gửi ${seat.name}.`,
    `${title}${heldOn ? `, dự kiến ngày ${dayText(heldOn)},` : ''} đã hủy. Lý do: ${reason}`,
    'Hồ sơ của phiên trở lại đợt đánh giá và được xếp vào phiên khác.',
  ].join('\n'),
  link: councilPaths.session(id),
  about: id,
});
