// Tying the app of the second factor to an account, and the recovery codes (S3).
import { action, publicAction } from '#platform/http/action';
import { carryOut } from '#platform/ledger/ledger';
import { invalid, reauthenticate as mustReauthenticate, notFound, refused } from '#platform/refusal';
import { arrive, signedIn, standingAfter } from './arrive.ts';
import { counted, standingOf } from './doors.ts';
import { asHolder } from './holder.ts';
import { stepOfCode } from './one-time-password.ts';
import { findDoorAccount } from './queries.ts';
import { enrolmentSecret, keepRecoveryCodes } from './recovery.ts';
import { enrolFactorInput, renewRecoveryCodesInput, wayOn } from './schema.ts';
import { seal } from './secrets.ts';
import { endSessions, renewSession } from './sessions.ts';
import { identityPaths } from './urls.ts';

/** Ties the app's codes to the account and gives ten recovery codes (S3). */
export const enrolFactor = publicAction({
  name: 'account.enrolFactor',
  title: 'Bật mã xác thực',
  publicData: false,
  input: enrolFactorInput,
  output: wayOn,
  once: false,
  rate: 'signIn',
  async prepare(ctx, given) {
    const standing = await standingOf(ctx);
    const account = await findDoorAccount(ctx.outside, standing.account, ctx.now);
    if (account === null || account.demo) throw notFound();
    if (standing.enrolled || (standing.step !== 'enrol' && standing.step !== 'open')) {
      throw refused('Mã xác thực đã bật. Muốn đổi thiết bị, nhờ người quản trị đặt lại.');
    }
    if (standing.step === 'open' && !standing.fresh) throw mustReauthenticate();
    const tried = await counted(ctx, { name: `${account.id} code`, device: null });
    const secret = enrolmentSecret(ctx.secret, standing.session);
    const step = stepOfCode(secret, given.code.replace(/\s/g, ''), ctx.now, null);
    if (step === null) throw invalid('code', 'Nhập 6 số đang hiện trong ứng dụng. Kiểm tra giờ của điện thoại.');
    await tried.passed();
    return { standing, account, secret, step };
  },
  async run(ctx, given, { standing, account, secret, step }) {
    await carryOut(ctx.tx, asHolder(ctx, account, standing.session), {
      action: 'account.resetFactor',
      subject: account.id,
      facts: { factor: 'enrolled' },
      effect: async (tx) => {
        const sealed = seal(ctx.secret, account.id, secret);
        await tx
          .updateTable('account')
          .set({ totp_secret: sealed, totp_confirmed_at: ctx.now, totp_last_step: step })
          .where('id', '=', account.id)
          .execute();
      },
    });
    await endSessions(ctx.tx, account.id, standing.session, ctx.now);
    const token = await renewSession(ctx.tx, standing.session, { second_factor_at: ctx.now, fresh_at: ctx.now });
    await keepRecoveryCodes(ctx.tx, ctx.secret, { account: account.id, token });
    await signedIn(ctx, await standingAfter(ctx, token));
    const { next } = await arrive(ctx, token, given.next);
    return { next: `${identityPaths.recoveryCodes}?tiep=${encodeURIComponent(next)}` };
  },
});

/** Ten new recovery codes; the old ones stop counting. */
export const renewRecoveryCodes = action({
  name: 'account.renewRecoveryCodes',
  title: 'Tạo mã dự phòng mới',
  publicData: false,
  input: renewRecoveryCodesInput,
  output: wayOn,
  fresh: true,
  once: false,
  async run(ctx) {
    const { account, session } = ctx.actor;
    const holding = await findDoorAccount(ctx.tx, account, ctx.now);
    if (!holding?.totpSecret) throw notFound();
    await carryOut(ctx.tx, ctx, { action: 'account.resetFactor', subject: account, facts: { factor: 'recovery' } });
    const token = await renewSession(ctx.tx, session, {});
    await keepRecoveryCodes(ctx.tx, ctx.secret, { account, token });
    await arrive(ctx, token, undefined);
    return { next: identityPaths.recoveryCodes };
  },
});
