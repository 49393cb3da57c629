// What somebody does with their own account: password, contact, sessions, confirming who they are.
import { action, publicAction } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, notFound, refused, signInNeeded } from '#platform/refusal';
import { arrive } from './arrive.ts';
import { counted, standingOf } from './doors.ts';
import { logEvent } from './events.ts';
import { acceptedHash, asHolder, keepPassword } from './holder.ts';
import { isPassword } from './password.ts';
import { type DoorAccount, findDoorAccount, readOwnContact } from './queries.ts';
import {
  changeChannelsInput,
  changeOwnContactInput,
  changePasswordInput,
  endOwnSessionsInput,
  reauthenticateInput,
  wayOn,
} from './schema.ts';
import { endSession, endSessions, renewSession } from './sessions.ts';
import type { Standing } from './standing.ts';
import { identityPaths } from './urls.ts';

interface NewPassword {
  readonly standing: Standing;
  readonly account: DoorAccount;
  readonly hash: string;
}

/** A new password: forced at the first sign-in, else with the present one. Ends all other sessions (S8). */
export const changePassword = publicAction({
  name: 'account.changePassword',
  title: 'Đổi mật khẩu',
  publicData: false,
  input: changePasswordInput,
  output: wayOn,
  once: false,
  rate: 'signIn',
  async prepare(ctx, given): Promise<NewPassword> {
    const standing = await standingOf(ctx);
    const account = await findDoorAccount(ctx.outside, standing.account, ctx.now);
    if (account === null) throw signInNeeded();
    if (account.demo) throw refused('Tài khoản trình diễn không có mật khẩu.');
    if (standing.step !== 'password' && standing.step !== 'open') throw signInNeeded();
    if (standing.step === 'open') {
      const tried = await counted(ctx, { name: `${account.id} password`, device: null });
      if (!(await isPassword(given.current ?? '', account.passwordHash))) {
        throw invalid('current', 'Nhập lại mật khẩu đang dùng.');
      }
      await tried.passed();
    }
    const hash = await acceptedHash(given, account, standing.settings);
    if (await isPassword(given.password, account.passwordHash)) {
      throw invalid('password', 'Đặt mật khẩu khác mật khẩu đang dùng.');
    }
    return { standing, account, hash };
  },
  async run(ctx, given, { standing, account, hash }) {
    await carryOut(ctx.tx, asHolder(ctx, account, standing.session), {
      action: 'account.changePassword',
      subject: account.id,
      effect: (tx) => keepPassword(tx, account.id, hash, ctx.now),
    });
    await endSessions(ctx.tx, account.id, standing.session, ctx.now);
    const token = await renewSession(ctx.tx, standing.session, { fresh_at: ctx.now });
    return arrive(ctx, token, given.next ?? (standing.step === 'open' ? identityPaths.account : undefined));
  },
});

/** Confirms who sits there, before an act that asks for it (S9). In the demonstration there is no password to ask for. */
export const reauthenticate = action({
  name: 'account.reauthenticate',
  title: 'Xác nhận lại',
  publicData: false,
  input: reauthenticateInput,
  output: wayOn,
  once: false,
  rate: 'signIn',
  async prepare(ctx, given) {
    if (ctx.actor === null || ctx.actor.demo) return;
    const account = await findDoorAccount(ctx.outside, ctx.actor.account, ctx.now);
    const tried = await counted(ctx, { name: `${ctx.actor.account} password`, device: null });
    if (!(await isPassword(given.password ?? '', account?.passwordHash ?? null))) {
      await logEvent(ctx.outside, 'signInFailed', ctx, { account: ctx.actor.account, name: ctx.actor.name });
      throw invalid('password', 'Nhập lại mật khẩu đang dùng.');
    }
    await tried.passed();
  },
  async run(ctx, given) {
    const { account, name, capacity, session } = ctx.actor;
    const token = await renewSession(ctx.tx, session, { fresh_at: ctx.now });
    await logEvent(ctx.tx, 'reauthenticated', ctx, { account, name, capacity });
    return arrive(ctx, token, given.next);
  },
});

/** Ends one of one's sessions, or all others (S8). */
export const endOwnSessions = action({
  name: 'account.endOwnSessions',
  permission: 'account.endSessions',
  title: 'Đăng xuất nơi khác',
  publicData: false,
  input: endOwnSessionsInput,
  output: wayOn,
  async run(ctx, given) {
    const { account, session } = ctx.actor;
    if (given.session === session) throw refused('Đây là phiên đang dùng. Chọn “Đăng xuất” để kết thúc.');
    await carryOut(ctx.tx, ctx, {
      action: 'account.endSessions',
      subject: account,
      effect: async (tx) => {
        const ended = given.session
          ? await endSession(tx, account, given.session, ctx.now)
          : (await endSessions(tx, account, session, ctx.now)) >= 0;
        if (!ended) throw notFound();
      },
    });
    return { next: identityPaths.account };
  },
});

/** Changes one's own e-mail address and telephone; at least one stays (S9). */
export const changeOwnContact = action({
  name: 'account.changeOwnContact',
  permission: 'account.changeContact',
  title: 'Đổi liên hệ',
  publicData: false,
  input: changeOwnContactInput,
  output: wayOn,
  fresh: true,
  async run(ctx, given) {
    if (given.email === undefined && given.phone === undefined) {
      throw invalid('email', 'Ghi thư điện tử hoặc số điện thoại, ít nhất một trong hai.');
    }
    const { account } = ctx.actor;
    await carryOut(ctx.tx, ctx, {
      action: 'account.changeContact',
      subject: account,
      effect: async (tx) => {
        await tx
          .updateTable('account')
          .set({ email: given.email ?? null, phone: given.phone ?? null })
          .where('id', '=', account)
          .execute();
      },
    });
    return { next: identityPaths.account };
  },
});

/** Chooses how notes reach one besides the product itself; a code always comes to the address it is asked for. */
export const changeChannels = action({
  name: 'account.changeChannels',
  permission: 'account.changeContact',
  title: 'Chọn kênh nhận thông báo',
  publicData: false,
  input: changeChannelsInput,
  output: wayOn,
  async run(ctx, { channels }) {
    const { account } = ctx.actor;
    const { phone } = await readOwnContact(ctx.tx, account);
    if (phone === null && channels.some((one) => one !== 'email')) {
      throw invalid('channels', 'Ghi số điện thoại trong phần liên hệ trước khi chọn SMS, Zalo.');
    }
    await carryOut(ctx.tx, ctx, {
      action: 'account.changeContact',
      subject: account,
      facts: { channels },
      effect: async (tx) => {
        await tx.updateTable('account').set({ message_channels: channels }).where('id', '=', account).execute();
      },
    });
    return { next: identityPaths.account };
  },
});
