// The holder of an account as the ledger sees them, and the password they choose.
import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/db/database';
import type { PublicActionContext } from '#platform/http/context';
import type { MoveContext } from '#platform/ledger/ledger';
import { invalid } from '#platform/refusal';
import { contextWords } from './context-words.ts';
import { hashPassword, problemOfPassword } from './password.ts';
import type { DoorAccount } from './queries.ts';
import type { IdentitySettings } from './settings.ts';
import { capacityOf } from './words.ts';

/** Ledger context of the account's holder, also while the sign-in is not complete and there is no actor yet. */
export function asHolder(ctx: PublicActionContext, account: DoorAccount, session: string): MoveContext {
  const actor = ctx.actor?.account === account.id ? ctx.actor : holder(account, session);
  return { actor, day: ctx.day, requestId: ctx.requestId, address: ctx.address };
}

/** Somebody who acts on their own account before the sign-in is complete. */
function holder(account: DoorAccount, session: string): Actor {
  const first = account.appointments[0];
  return {
    account: account.id,
    name: account.fullName,
    role: first?.role ?? 'producer',
    capacity: first === undefined ? 'Chủ tài khoản' : capacityOf(first),
    unit: null,
    area: null,
    producers: [],
    session,
    fresh: true,
    demo: account.demo,
  };
}

/** The hash of a new password that keeps the rules (S1); refused at its field otherwise. */
export async function acceptedHash(
  given: { password: string; again: string },
  account: DoorAccount,
  settings: IdentitySettings,
): Promise<string> {
  if (given.password !== given.again) throw invalid('again', 'Nhập lại cho giống mật khẩu mới ở trên.');
  const officer = account.appointments.some((one) => one.role !== 'producer');
  const atLeast = officer ? settings.passwordAtLeast.officer : settings.passwordAtLeast.producer;
  const problem = await problemOfPassword(given.password, { atLeast, context: contextWords(account) });
  if (problem !== null) throw invalid('password', problem);
  return hashPassword(given.password);
}

/** Writes a new password; the account need not change it at the next sign-in. */
export async function keepPassword(tx: Tx, account: string, hash: string, now: Date): Promise<void> {
  await tx
    .updateTable('account')
    .set({ password_hash: hash, must_change_password: false, password_changed_at: now })
    .where('id', '=', account)
    .execute();
}
