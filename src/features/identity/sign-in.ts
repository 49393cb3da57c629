// Signing in: name and password, choice of role; the demonstration's door; signing out.
import { publicAction } from '#platform/http/action';
import type { PublicActionContext } from '#platform/http/context';
import { invalid, notFound } from '#platform/refusal';
import { arrive, sendDeviceCode, signedIn, standingAfter } from './arrive.ts';
import { nobody } from './codes.ts';
import { tryAsAccounts } from './demo-accounts.ts';
import { counted, standingOf } from './doors.ts';
import { logEvent } from './events.ts';
import { isPassword } from './password.ts';
import { type DoorAccount, findByName } from './queries.ts';
import { chooseRoleInput, signInInput, signOutInput, tryAsInput, wayOn } from './schema.ts';
import { tokenHash } from './secrets.ts';
import { knownDevice, renewSession, startSession } from './sessions.ts';
import type { Standing } from './standing.ts';
import { capacityOf } from './words.ts';

/** The same sentence whatever was wrong: unknown name, wrong password, locked account (S5). */
const wrongSignIn = () =>
  invalid('password', 'Kiểm tra lại tên đăng nhập và mật khẩu. Quên mật khẩu thì chọn “Quên mật khẩu”.');

/** Name and password. The work is the same for names nobody has (S5); the try is counted before it is judged (S4). */
export const signIn = publicAction({
  name: 'account.signIn',
  title: 'Đăng nhập',
  publicData: false,
  input: signInInput,
  output: wayOn,
  once: false,
  rate: 'signIn',
  async prepare(ctx, given): Promise<DoorAccount> {
    const account = await findByName(ctx.outside, given.name, ctx.now);
    const device = await knownDevice(ctx.outside, account?.id ?? nobody, ctx.knownDevice);
    const tried = await counted(ctx, { name: account?.username ?? given.name, device });
    const right = await isPassword(given.password, account?.passwordHash ?? null);
    if (account === null || !right || account.state !== 'active') {
      await logEvent(ctx.outside, 'signInFailed', ctx, { account: account?.id ?? null });
      throw wrongSignIn();
    }
    await tried.passed();
    return account;
  },
  async run(ctx, given, account) {
    await endOldSession(ctx);
    const { token, id } = await startSession(ctx.tx, { ...begin(ctx, account), proven: false });
    let standing = await standingAfter(ctx, token);
    if (standing.step === 'device') {
      if ((await knownDevice(ctx.tx, account.id, ctx.knownDevice)) === null) await sendDeviceCode(ctx, id, account);
      else standing = await prove(ctx, token, id);
    }
    if (standing.step !== 'secondFactor' && standing.step !== 'device') await signedIn(ctx, standing);
    await logEvent(ctx.tx, 'signIn', ctx, {
      account: account.id,
      name: account.fullName,
      facts: { step: standing.step },
    });
    return arrive(ctx, token, given.next);
  },
});

function begin(ctx: PublicActionContext, account: DoorAccount) {
  const only = account.appointments.length === 1 ? (account.appointments[0]?.id ?? null) : null;
  return { account: account.id, now: ctx.now, address: ctx.address, device: ctx.device, appointment: only };
}

async function endOldSession(ctx: PublicActionContext): Promise<void> {
  if (ctx.session === null) return;
  await ctx.tx
    .updateTable('account_session')
    .set({ ended_at: ctx.now })
    .where('token_hash', '=', tokenHash(ctx.session))
    .where('ended_at', 'is', null)
    .execute();
}

async function prove(ctx: PublicActionContext, token: string, id: string): Promise<Standing> {
  await ctx.tx.updateTable('account_session').set({ second_factor_at: ctx.now }).where('id', '=', id).execute();
  return standingAfter(ctx, token);
}

/** Chooses, or changes, the role a session acts in; the session gets a new name (S6). */
export const chooseRole = publicAction({
  name: 'account.chooseRole',
  title: 'Chọn vai trò',
  publicData: false,
  input: chooseRoleInput,
  output: wayOn,
  once: false,
  prepare: (ctx) => standingOf(ctx),
  async run(ctx, given, standing) {
    const chosen = standing.appointments.find((one) => one.id === given.appointment);
    if ((standing.step !== 'role' && standing.step !== 'open') || chosen === undefined) throw notFound();
    const token = await renewSession(ctx.tx, standing.session, { appointment: chosen.id });
    await logEvent(ctx.tx, 'roleChosen', ctx, {
      account: standing.account,
      name: standing.name,
      capacity: capacityOf(chosen),
    });
    return arrive(ctx, token, given.next);
  },
});

/** Enters the demonstration as one of its accounts; counts as second factor and as fresh. Elsewhere it does not exist. */
export const tryAs = publicAction({
  name: 'account.tryAs',
  title: 'Vào thử với vai',
  publicData: false,
  input: tryAsInput,
  output: wayOn,
  once: false,
  rate: 'signIn',
  async prepare(ctx, given): Promise<DoorAccount> {
    if (!ctx.demo) throw notFound();
    const known = tryAsAccounts.some((one) => one.key === given.account);
    const account = known ? await findByName(ctx.outside, given.account, ctx.now) : null;
    if (account === null || !account.demo || account.state !== 'active') {
      throw invalid('account', 'Chọn một trong các vai có trên trang này.');
    }
    return account;
  },
  async run(ctx, _given, account) {
    await endOldSession(ctx);
    const { token } = await startSession(ctx.tx, { ...begin(ctx, account), proven: true });
    await ctx.tx.updateTable('account').set({ last_sign_in_at: ctx.now }).where('id', '=', account.id).execute();
    await logEvent(ctx.tx, 'signIn', ctx, {
      account: account.id,
      name: account.fullName,
      facts: { demonstration: true },
    });
    return arrive(ctx, token, undefined);
  },
});

/** Ends this browser's session, at whatever step it stands. */
export const signOut = publicAction({
  name: 'account.signOut',
  title: 'Đăng xuất',
  publicData: false,
  input: signOutInput,
  output: wayOn,
  once: false,
  async run(ctx) {
    await endOldSession(ctx);
    ctx.setSession(null);
    if (ctx.actor !== null) {
      const { account, name, capacity } = ctx.actor;
      await logEvent(ctx.tx, 'signOut', ctx, { account, name, capacity });
    }
    return { next: '/' };
  },
});
