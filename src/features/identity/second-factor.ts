// The second step of signing in: the code of the app, a recovery code, or the code sent to prove a new device (S3).
import { publicAction } from '#platform/http/action';
import type { PreparingContext, PublicActionContext } from '#platform/http/context';
import { invalid, refused, signInNeeded } from '#platform/refusal';
import { arrive, sendDeviceCode, signedIn } from './arrive.ts';
import { judgeCode, useUpCode } from './codes.ts';
import { counted, standingOf } from './doors.ts';
import { logEvent } from './events.ts';
import { readRecoveryCode, stepOfCode } from './one-time-password.ts';
import { findDoorAccount } from './queries.ts';
import { confirmCodeInput, sendCodeInput, wayOn } from './schema.ts';
import { codeHash, unseal } from './secrets.ts';
import { renewSession } from './sessions.ts';
import type { Standing } from './standing.ts';
import { wayTo } from './urls.ts';

interface Proof {
  readonly standing: Standing;
  readonly code: { readonly id: string } | { readonly step: number } | { readonly recovery: string };
}

/** The code of the app, a recovery code, or the code sent to prove a new device (S3). */
export const confirmCode = publicAction({
  name: 'account.confirmCode',
  title: 'Xác nhận mã',
  publicData: false,
  input: confirmCodeInput,
  output: wayOn,
  once: false,
  rate: 'signIn',
  async prepare(ctx, given): Promise<Proof> {
    const standing = await standingOf(ctx);
    if (standing.step !== 'secondFactor' && standing.step !== 'device') {
      throw refused('Bước này đã xong. Tải lại trang để đi tiếp.');
    }
    const tried = await counted(ctx, { name: `${standing.account} code`, device: null });
    const code =
      standing.step === 'device' ? await sentCode(ctx, standing, given.code) : await ownCode(ctx, standing, given.code);
    if (code === null) {
      await logEvent(ctx.outside, 'codeFailed', ctx, { account: standing.account, name: standing.name });
      throw invalid('code', 'Nhập lại mã đang hiện. Mỗi mã dùng một lần, trong thời gian ngắn.');
    }
    await tried.passed();
    return { standing, code };
  },
  async run(ctx, given, { standing, code }) {
    if (!(await useUp(ctx, standing.account, code))) throw invalid('code', 'Mã này vừa được dùng. Chờ mã kế tiếp.');
    const token = await renewSession(ctx.tx, standing.session, { second_factor_at: ctx.now, fresh_at: ctx.now });
    await signedIn(ctx, standing);
    await logEvent(ctx.tx, 'secondFactor', ctx, { account: standing.account, name: standing.name });
    return arrive(ctx, token, given.next);
  },
});

async function sentCode(ctx: PreparingContext, standing: Standing, typed: string): Promise<Proof['code'] | null> {
  const { account, session } = standing;
  const code = typed.replace(/\s/g, '');
  const id = await judgeCode(ctx.outside, ctx.secret, { account, purposes: ['device'], code, now: ctx.now, session });
  return id === null ? null : { id };
}

async function ownCode(ctx: PreparingContext, standing: Standing, typed: string): Promise<Proof['code'] | null> {
  const recovery = readRecoveryCode(typed);
  if (recovery !== null) {
    const hash = codeHash(ctx.secret, standing.account, recovery);
    const kept = await ctx.outside
      .selectFrom('recovery_code')
      .select('code_hash')
      .where('account', '=', standing.account)
      .where('code_hash', '=', hash)
      .where('used_at', 'is', null)
      .executeTakeFirst();
    return kept ? { recovery: hash } : null;
  }
  const account = await findDoorAccount(ctx.outside, standing.account, ctx.now);
  if (!account?.totpSecret) return null;
  const secret = unseal(ctx.secret, account.id, account.totpSecret);
  const step = stepOfCode(secret, typed.replace(/\s/g, ''), ctx.now, account.totpLastStep);
  return step === null ? null : { step };
}

/** Uses the proof up, once; false when a parallel try was first. */
async function useUp(ctx: PublicActionContext, account: string, code: Proof['code']): Promise<boolean> {
  if ('id' in code) return useUpCode(ctx.tx, code.id, ctx.now);
  const { numUpdatedRows } =
    'recovery' in code
      ? await ctx.tx
          .updateTable('recovery_code')
          .set({ used_at: ctx.now })
          .where('account', '=', account)
          .where('code_hash', '=', code.recovery)
          .where('used_at', 'is', null)
          .executeTakeFirst()
      : await ctx.tx
          .updateTable('account')
          .set({ totp_last_step: code.step })
          .where('id', '=', account)
          .where((is) => is.or([is('totp_last_step', 'is', null), is('totp_last_step', '<', code.step)]))
          .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Sends the code for a new device again. */
export const sendCode = publicAction({
  name: 'account.sendCode',
  title: 'Gửi lại mã',
  publicData: false,
  input: sendCodeInput,
  output: wayOn,
  once: false,
  rate: 'signIn',
  async prepare(ctx): Promise<Standing> {
    const standing = await standingOf(ctx);
    if (standing.step !== 'device') throw refused('Bước này đã xong. Tải lại trang để đi tiếp.');
    await counted(ctx, { name: `${standing.account} send`, device: null });
    return standing;
  },
  async run(ctx, given, standing) {
    const account = await findDoorAccount(ctx.tx, standing.account, ctx.now);
    if (account === null) throw signInNeeded();
    await sendDeviceCode(ctx, standing.session, account);
    return { next: wayTo('device', null, given.next) };
  },
});
