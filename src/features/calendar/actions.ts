import { v7 } from 'uuid';
import { appointmentOf } from '#features/identity';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { refused } from '#platform/refusal';
import { feedHash, feedToken, openFeed } from './feed.ts';
import { feedInput, feedRow } from './schema.ts';

/** Makes the address of one's calendar, or a new one: the old address ends. */
export const openCalendar = action({
  name: 'account.openCalendar',
  title: 'Tạo địa chỉ đăng ký lịch',
  publicData: false,
  input: feedInput,
  output: feedRow,
  fresh: true,
  async run(ctx) {
    const appointment = await appointmentOf(ctx.tx, ctx.actor, ctx.day);
    if (appointment === undefined) throw refused('Vai trò này không còn hiệu lực.');
    await carryOut(ctx.tx, ctx, {
      action: 'account.openCalendar',
      subject: ctx.actor.account,
      effect: async (tx) => {
        await close(ctx);
        const id = v7();
        const token_hash = feedHash(feedToken(ctx.secret, id));
        const { account } = ctx.actor;
        await tx
          .insertInto('calendar_feed')
          .values({ id, account, appointment, token_hash, made_at: ctx.now })
          .execute();
      },
    });
    return { open: true };
  },
});

/** Ends the address of one's calendar. */
export const closeCalendar = action({
  name: 'account.closeCalendar',
  title: 'Hủy địa chỉ đăng ký lịch',
  publicData: false,
  input: feedInput,
  output: feedRow,
  async run(ctx) {
    await carryOut(ctx.tx, ctx, {
      action: 'account.closeCalendar',
      subject: ctx.actor.account,
      effect: async () => {
        if (!(await close(ctx))) throw refused('Chưa có địa chỉ đăng ký lịch nào.');
      },
    });
    return { open: false };
  },
});

async function close({ tx, actor, now }: ActionContext): Promise<boolean> {
  const feed = await openFeed(tx, actor);
  if (!feed) return false;
  await tx.updateTable('calendar_feed').set({ closed_at: now }).where('id', '=', feed.id).execute();
  return true;
}
