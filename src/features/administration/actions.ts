import { sql } from 'kysely';
import { v7 } from 'uuid';
import { isLawSetting, LAW_SETTINGS, type LawSetting } from '#law/settings';
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { beget, carryOut } from '#platform/ledger/ledger';
import { messageSettingsKey } from '#platform/outbox/message-settings';
import { invalid, type Json, notFound } from '#platform/refusal';
import { changeSetting as store } from '#platform/settings';
import {
  readAllNotes as allNotesInput,
  changeSetting as changeInput,
  changeMessages as changeMessagesInput,
  enterHoliday as enterInput,
  holidayRow,
  readNote as noteInput,
  removeHoliday as removeInput,
  settingRow,
} from './schema.ts';

/** Settles an open question of the law from a day on; what was decided before keeps the value of its day. */
export const changeSetting = action({
  name: 'settings.change',
  title: 'Đổi thiết lập',
  input: changeInput,
  output: settingRow,
  fresh: true,
  async run(ctx, given) {
    if (!isLawSetting(given.key)) throw invalid('key', 'Chọn một thiết lập trong danh sách');
    const value = readValue(LAW_SETTINGS[given.key], given.value);
    await recordSetting(ctx, { key: given.key, value, validFrom: given.validFrom }, given.note);
    await store(ctx.tx, { key: given.key, scope: null, validFrom: given.validFrom, value, note: given.note });
    return { key: given.key, validFrom: given.validFrom };
  },
});

/** Sets from today on how text messages go out: with or without diacritics, and in which hours none does. */
export const changeMessages = action({
  name: 'settings.changeMessages',
  permission: 'settings.change',
  title: 'Đổi cách gửi tin nhắn',
  publicData: false,
  input: changeMessagesInput,
  output: settingRow,
  fresh: true,
  async run(ctx, { plain, quietFrom, quietTo, note }) {
    if ((quietFrom === undefined) !== (quietTo === undefined)) {
      throw invalid('quietTo', 'Ghi cả hai giờ, hoặc bỏ trống cả hai.');
    }
    const quiet = quietFrom === undefined || quietTo === undefined ? null : { from: quietFrom, to: quietTo };
    const value = { plain, quiet };
    await recordSetting(ctx, { key: messageSettingsKey, value }, note);
    await store(ctx.tx, { key: messageSettingsKey, scope: null, validFrom: ctx.day, value, note });
    return { key: messageSettingsKey, validFrom: ctx.day };
  },
});

function readValue(setting: LawSetting, typed: string): Json {
  if (setting.type === 'flag') return typed === 'true';
  if (setting.type === 'numbers') {
    const parts = typed.split(/[,;\s]+/).filter((part) => part !== '');
    return parts.every((part) => /^\d{1,9}$/.test(part)) ? parts.map(Number) : typed;
  }
  return setting.type === 'number' && /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
}

/** Settings are one subject: it is born with the first change. */
export async function recordSetting(
  ctx: ActionContext,
  facts: { [name: string]: Json },
  reason: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('settings', 0))`.execute(ctx.tx);
  const kept = await ctx.tx.selectFrom('lifecycle').select('id').where('process', '=', 'settings').executeTakeFirst();
  const parts = { action: 'settings.change', reason, facts };
  if (kept) await carryOut(ctx.tx, ctx, { ...parts, subject: kept.id });
  else await beget(ctx.tx, ctx, { ...parts, process: 'settings', id: v7(), reach: {} });
}

/** Enters a day off or a swapped working day from the year's act; terms that touched it stop being tentative (R21.1). */
export const enterHoliday = action({
  name: 'settings.enterHoliday',
  permission: 'settings.change',
  title: 'Ghi ngày nghỉ, ngày làm bù',
  input: enterInput,
  output: holidayRow,
  async run(ctx, given) {
    await recordSetting(ctx, { key: 'holiday', value: { ...given } }, given.act);
    await ctx.tx
      .insertInto('holiday')
      .values({ ...given, confirmed: true })
      .onConflict((on) =>
        on.column('day').doUpdateSet({ kind: given.kind, name: given.name, act: given.act, confirmed: true }),
      )
      .execute();
    return { day: given.day };
  },
});

/** Takes out a day entered by mistake. */
export const removeHoliday = action({
  name: 'settings.removeHoliday',
  permission: 'settings.change',
  title: 'Bỏ ngày nghỉ đã ghi',
  input: removeInput,
  output: holidayRow,
  async run(ctx, given) {
    await recordSetting(ctx, { key: 'holiday.removed', value: given.day }, 'Bỏ ngày đã ghi nhầm');
    await ctx.tx.deleteFrom('holiday').where('day', '=', given.day).execute();
    return { day: given.day };
  },
});

/** Marks a note to the account as read; read again, it keeps its first time. Throws 404 for anybody else's. */
export const readNote = action({
  name: 'outbox.markRead',
  permission: 'outbox.read',
  title: 'Đánh dấu đã đọc',
  input: noteInput,
  publicData: false,
  async run(ctx, given) {
    const own = await ctx.tx
      .updateTable('outbox')
      .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(ctx.now)) }))
      .where('id', '=', given.id)
      .where('account', '=', ctx.actor.account)
      .returning('id')
      .executeTakeFirst();
    if (!own) throw notFound();
  },
});

/** Marks every note to the account as read; those read before keep their time. */
export const readAllNotes = action({
  name: 'outbox.markAllRead',
  permission: 'outbox.read',
  title: 'Đánh dấu đã đọc tất cả',
  input: allNotesInput,
  publicData: false,
  async run(ctx) {
    await ctx.tx
      .updateTable('outbox')
      .set({ read_at: ctx.now })
      .where('account', '=', ctx.actor.account)
      .where('channel', '=', 'app')
      .where('read_at', 'is', null)
      .execute();
  },
});
