// What the administrator does with accounts. Everything here is a move on the ledger.
import { action } from '#platform/http/action';
import type { ActionContext } from '#platform/http/context';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound, refused } from '#platform/refusal';
import { addAppointment, checkPlace, endAppointment, inviteAccount, sendInvitation } from './accounts.ts';
import { importAccounts } from './import.ts';
import {
  type AccountOut,
  accountId,
  accountOut,
  addRoleInput,
  correctContactInput,
  disableInput,
  endRoleInput,
  importInput,
  importOut,
  inviteInput,
} from './schema.ts';
import { endSessions, forgetDevices } from './sessions.ts';

/** Makes an account and sends its invitation. */
export const invite = action({
  name: 'account.invite',
  title: 'Mời dùng hệ thống',
  publicData: false,
  input: inviteInput,
  output: accountOut,
  async run(ctx, given) {
    const { id, username, version } = await inviteAccount(ctx, given);
    return { id, username, state: 'invited', version };
  },
});

/** Makes the accounts of a list; with a mistake in any row none is made, and every mistake is told by its row. */
export const importList = action({
  name: 'account.import',
  title: 'Nhập danh sách tài khoản',
  publicData: false,
  input: importInput,
  output: importOut,
  async run(ctx, given) {
    return { invited: await importAccounts(ctx, given.file) };
  },
});

/** Sends the invitation again to somebody who has not taken it up. */
export const inviteAgain = action({
  name: 'account.inviteAgain',
  permission: 'account.invite',
  title: 'Gửi lại lời mời',
  publicData: false,
  input: accountId,
  output: accountOut,
  async run(ctx, { id }) {
    const held = await hold(ctx, id);
    if (held.state !== 'invited') throw refused('Người này đã nhận lời mời rồi.');
    await sendInvitation(ctx, { ...held, id });
    return { id, username: held.username, state: held.state, version: held.version };
  },
});

/** Locks an account: its sessions end at once (S8). Nobody locks their own. */
export const disable = action({
  name: 'account.disable',
  title: 'Khóa tài khoản',
  publicData: false,
  input: disableInput,
  output: accountOut,
  subject: ({ id }) => id,
  fresh: true,
  async run(ctx, { id, reason }) {
    notOneself(ctx, id);
    return moved(ctx, id, 'account.disable', { reason, endsSessions: true });
  },
});

/** Opens a locked account again. */
export const enable = action({
  name: 'account.enable',
  title: 'Mở lại tài khoản',
  publicData: false,
  input: accountId,
  output: accountOut,
  subject: ({ id }) => id,
  fresh: true,
  run: (ctx, { id }) => moved(ctx, id, 'account.enable', {}),
});

/** Gives a further role from today on. Nobody gives themselves one. */
export const addRole = action({
  name: 'account.addRole',
  permission: 'account.changeRoles',
  title: 'Thêm vai trò',
  publicData: false,
  input: addRoleInput,
  output: accountOut,
  subject: ({ id }) => id,
  fresh: true,
  async run(ctx, { id, ...place }) {
    notOneself(ctx, id);
    await checkPlace(ctx.tx, place, ctx.day);
    return moved(ctx, id, 'account.changeRoles', {
      facts: { added: place.role, unit: place.unit, producer: place.producer },
      endsSessions: true,
      effect: async () => {
        await addAppointment(ctx.tx, id, place, ctx.day);
      },
    });
  },
});

/** Ends a role today; the account's sessions end with it (S8). */
export const endRole = action({
  name: 'account.endRole',
  permission: 'account.changeRoles',
  title: 'Thôi vai trò',
  publicData: false,
  input: endRoleInput,
  output: accountOut,
  subject: ({ id }) => id,
  fresh: true,
  async run(ctx, { id, appointment }) {
    notOneself(ctx, id);
    return moved(ctx, id, 'account.changeRoles', {
      facts: { ended: appointment },
      endsSessions: true,
      effect: async () => {
        if (!(await endAppointment(ctx.tx, id, appointment, ctx.day))) throw notFound();
      },
    });
  },
});

/** Corrects e-mail address and telephone of somebody else. */
export const correctContact = action({
  name: 'account.changeContact',
  title: 'Sửa liên hệ',
  publicData: false,
  input: correctContactInput,
  output: accountOut,
  subject: ({ id }) => id,
  fresh: true,
  async run(ctx, { id, email, phone }) {
    if (email === undefined && phone === undefined) {
      throw invalid('email', 'Ghi thư điện tử hoặc số điện thoại, ít nhất một trong hai.');
    }
    return moved(ctx, id, 'account.changeContact', {
      effect: async () => {
        await ctx.tx
          .updateTable('account')
          .set({ email: email ?? null, phone: phone ?? null })
          .where('id', '=', id)
          .execute();
      },
    });
  },
});

/** Takes the second factor away: a telephone was lost. Sessions and known devices end; the next sign-in ties a new app. */
export const resetFactor = action({
  name: 'account.resetFactor',
  title: 'Đặt lại mã xác thực',
  publicData: false,
  input: accountId,
  output: accountOut,
  subject: ({ id }) => id,
  fresh: true,
  async run(ctx, { id }) {
    notOneself(ctx, id);
    return moved(ctx, id, 'account.resetFactor', {
      facts: { factor: 'removed' },
      endsSessions: true,
      effect: async () => {
        await ctx.tx
          .updateTable('account')
          .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
          .where('id', '=', id)
          .execute();
        await ctx.tx.deleteFrom('recovery_code').where('account', '=', id).execute();
      },
    });
  },
});

/** Ends every session of somebody. */
export const endAllSessions = action({
  name: 'account.endSessions',
  title: 'Kết thúc các phiên đăng nhập',
  publicData: false,
  input: accountId,
  output: accountOut,
  subject: ({ id }) => id,
  run: (ctx, { id }) => moved(ctx, id, 'account.endSessions', { endsSessions: true }),
});

interface Parts {
  reason?: string;
  facts?: Parameters<typeof carryOut>[2]['facts'];
  endsSessions?: boolean;
  effect?: () => Promise<void>;
}

/** One move of an account, with the end of its sessions and known devices where its rights change. */
async function moved(ctx: ActionContext, id: string, action: string, parts: Parts): Promise<AccountOut> {
  const { state, version } = await carryOut(ctx.tx, ctx, {
    action,
    subject: id,
    expect: ctx.expect,
    ...(parts.reason === undefined ? {} : { reason: parts.reason }),
    ...(parts.facts === undefined ? {} : { facts: parts.facts }),
    effect: async () => {
      await parts.effect?.();
      if (!parts.endsSessions) return;
      await endSessions(ctx.tx, id, null, ctx.now);
      await forgetDevices(ctx.tx, id, ctx.now);
    },
  });
  const { username } = await hold(ctx, id);
  return { id, username, state, version };
}

async function hold(ctx: ActionContext, id: string) {
  const row = await ctx.tx
    .selectFrom('account')
    .innerJoin('lifecycle', 'lifecycle.id', 'account.id')
    .select(['account.username', 'account.email', 'account.phone', 'lifecycle.state', 'lifecycle.version'])
    .where('account.id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** Nobody decides about their own rights. */
function notOneself(ctx: ActionContext, id: string): void {
  if (ctx.actor.account === id) throw refused('Không tự đổi quyền của chính mình. Nhờ một người quản trị khác.');
}
