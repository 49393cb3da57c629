// Common to every step of signing in: where the session stands afterwards, which cookie the browser gets, where it goes.
import type { PublicActionContext } from '#platform/http/context';
import { Refusal, signInNeeded } from '#platform/refusal';
import { keepCode } from './codes.ts';
import { sendLetter } from './events.ts';
import type { WayOn } from './schema.ts';
import { newDigits } from './secrets.ts';
import { rememberDevice } from './sessions.ts';
import { findStanding, type Standing } from './standing.ts';
import { wayTo } from './urls.ts';

/** The standing of the browser's session right after a change, seen in the act's own transaction. */
export async function standingAfter(ctx: PublicActionContext, token: string): Promise<Standing> {
  const standing = await findStanding(ctx.tx, token, ctx.now);
  if (standing === null) throw signInNeeded();
  return standing;
}

/**
 * Gives the browser its cookie and says where it goes. A session that has passed its second factor makes the browser a
 * known one and is the account's last sign-in.
 */
export async function arrive(ctx: PublicActionContext, token: string, wanted: string | undefined): Promise<WayOn> {
  const standing = await standingAfter(ctx, token);
  const role = standing.appointment?.role ?? null;
  const producers = role === 'producer' ? standing.settings.timeouts.producer.absolute * 60 : undefined;
  ctx.setSession(token, producers);
  return { next: wayTo(standing.step, role, wanted) };
}

/** The account is in: remembered in this browser, and so written. */
export async function signedIn(ctx: PublicActionContext, standing: Standing): Promise<void> {
  const browser = { token: ctx.knownDevice, device: ctx.device, now: ctx.now };
  ctx.setKnownDevice(await rememberDevice(ctx.tx, standing.account, browser));
  await ctx.tx.updateTable('account').set({ last_sign_in_at: ctx.now }).where('id', '=', standing.account).execute();
}

/** Sends the code that proves a new device (S3). Answers nothing: whoever asks is told the address masked, on the page. */
export async function sendDeviceCode(
  ctx: PublicActionContext,
  session: string,
  to: { id: string; email: string | null; phone: string | null },
): Promise<void> {
  const code = newDigits();
  const sentTo = await sendLetter(
    ctx.tx,
    { account: to.id, email: to.email, phone: to.phone },
    {
      subject: 'Mã xác nhận đăng nhập Sao Làng',
      body: `Mã xác nhận: ${code}\n\nMã dùng một lần, trong 10 phút, cho lần đăng nhập vừa bắt đầu. Không đưa mã này cho ai, kể cả cán bộ.\nNếu không phải bạn đăng nhập, đổi mật khẩu ngay.`,
    },
  );
  if (sentTo === null) {
    throw new Refusal({
      status: 409,
      code: 'noAddress',
      message: 'Tài khoản chưa có thư điện tử hay số điện thoại để nhận mã. Hỏi cán bộ xã hoặc người quản trị.',
    });
  }
  await keepCode(ctx.tx, ctx.secret, { account: to.id, purpose: 'device', code, now: ctx.now, session, sentTo });
}
