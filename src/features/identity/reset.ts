// Letters that let somebody in: the invitation, and the code for a new password (S3, S5).
import { publicAction } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { arrive, signedIn, standingAfter } from './arrive.ts';
import { judgeCode, keepCode, nobody, useUpCode } from './codes.ts';
import { counted } from './doors.ts';
import { logEvent, sendLetter } from './events.ts';
import { acceptedHash, asHolder, keepPassword } from './holder.ts';
import { readRecoveryCode } from './one-time-password.ts';
import { type DoorAccount, findByName } from './queries.ts';
import { askResetInput, useCodeInput, wayOn } from './schema.ts';
import { newLetterCode } from './secrets.ts';
import { endSessions, forgetDevices, startSession } from './sessions.ts';
import { identitySettingsNow } from './settings.ts';
import { identityPaths } from './urls.ts';

/** Asks for a code to set a new password. The answer and the work are the same for names nobody has (S5). */
export const askReset = publicAction({
  name: 'account.askReset',
  title: 'Quên mật khẩu',
  publicData: false,
  input: askResetInput,
  output: wayOn,
  once: false,
  rate: 'signIn',
  async prepare(ctx, given): Promise<DoorAccount | null> {
    const account = await findByName(ctx.outside, given.name, ctx.now);
    await counted(ctx, { name: `${account?.username ?? given.name} reset`, device: null });
    await logEvent(ctx.outside, 'resetAsked', ctx, { account: account?.id ?? null });
    return account;
  },
  async run(ctx, _given, account) {
    const code = newLetterCode();
    if (account?.state === 'active' && !account.demo) {
      const { id, email, phone, username } = account;
      const sentTo = await sendLetter(
        ctx.tx,
        { account: id, email, phone },
        {
          subject: 'Đặt lại mật khẩu Sao Làng',
          body: `Mở ${ctx.baseUrl}${identityPaths.useResetCode}\nTên đăng nhập: ${username}\nMã: ${code}\n\nMã dùng một lần, trong 10 phút. Nếu bạn không yêu cầu, bỏ qua thư này.`,
          link: identityPaths.useResetCode,
        },
      );
      if (sentTo !== null) {
        await keepCode(ctx.tx, ctx.secret, { account: id, purpose: 'reset', code, now: ctx.now, sentTo });
      }
    }
    return { next: identityPaths.useResetCode };
  },
});

interface Redeemed {
  readonly account: DoorAccount;
  readonly code: string;
  readonly hash: string;
}

/**
 * Sets a password with the code of a letter: takes up an invitation, or replaces a forgotten password. The second factor
 * is still asked of those who need it; for a producer the letter has proven the device.
 */
export const useCode = publicAction({
  name: 'account.useCode',
  title: 'Đặt mật khẩu',
  publicData: false,
  input: useCodeInput,
  output: wayOn,
  once: false,
  rate: 'signIn',
  async prepare(ctx, given): Promise<Redeemed> {
    const account = await findByName(ctx.outside, given.name, ctx.now);
    const tried = await counted(ctx, { name: `${account?.username ?? given.name} letter`, device: null });
    const code = await judgeCode(ctx.outside, ctx.secret, {
      account: account?.id ?? nobody,
      purposes: [account?.state === 'invited' ? 'invitation' : 'reset'],
      code: readRecoveryCode(given.code) ?? '',
      now: ctx.now,
      session: null,
    });
    if (account === null || code === null || !['invited', 'active'].includes(account.state)) {
      await logEvent(ctx.outside, 'codeFailed', ctx, { account: account?.id ?? null });
      throw invalid('code', 'Nhập đúng tên đăng nhập và mã trong thư. Mã cũ hoặc đã dùng thì xin mã mới.');
    }
    await tried.passed();
    const settings = await identitySettingsNow(ctx.outside, ctx.day);
    return { account, code, hash: await acceptedHash(given, account, settings) };
  },
  async run(ctx, _given, { account, code, hash }) {
    if (!(await useUpCode(ctx.tx, code, ctx.now)))
      throw invalid('code', 'Mã này vừa được dùng. Đăng nhập hoặc xin mã mới.');
    const only = account.appointments.length === 1 ? (account.appointments[0]?.id ?? null) : null;
    await endSessions(ctx.tx, account.id, null, ctx.now);
    await forgetDevices(ctx.tx, account.id, ctx.now);
    const proven = account.totpSecret === null && account.appointments.every((one) => one.role === 'producer');
    const { token, id } = await startSession(ctx.tx, {
      account: account.id,
      now: ctx.now,
      address: ctx.address,
      device: ctx.device,
      appointment: only,
      proven,
    });
    await carryOut(ctx.tx, asHolder(ctx, account, id), {
      action: account.state === 'invited' ? 'account.activate' : 'account.changePassword',
      subject: account.id,
      effect: (tx) => keepPassword(tx, account.id, hash, ctx.now),
    });
    if (proven) await signedIn(ctx, await standingAfter(ctx, token));
    await logEvent(ctx.tx, 'signIn', ctx, { account: account.id, name: account.fullName, facts: { letter: true } });
    return arrive(ctx, token, undefined);
  },
});
