// Beginning, renewing and ending sessions (S6, S8), and the devices an account is known by (S3, S4).
import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { newToken, tokenHash } from './secrets.ts';

export interface NewSession {
  readonly account: string;
  readonly now: Date;
  readonly address: string;
  readonly device: string;
  /** The appointment it acts in, when there is no choice to make. */
  readonly appointment: string | null;
  /** The second factor is proven: by a code, a known device, or the demonstration's door. */
  readonly proven: boolean;
}

/** Begins a session; the token goes into the cookie and nowhere else. The password was given just now, so it is fresh. */
export async function startSession(tx: Tx, begin: NewSession): Promise<{ token: string; id: string }> {
  const token = newToken();
  const id = v7();
  await tx
    .insertInto('account_session')
    .values({
      id,
      token_hash: tokenHash(token),
      account: begin.account,
      appointment: begin.appointment,
      created_at: begin.now,
      last_seen_at: begin.now,
      fresh_at: begin.now,
      second_factor_at: begin.proven ? begin.now : null,
      address: begin.address,
      device: begin.device,
    })
    .execute();
  return { token, id };
}

export interface SessionChange {
  fresh_at?: Date;
  second_factor_at?: Date;
  appointment?: string;
}

/** Gives a session a new name together with what has changed: after a second factor, a new password, another role (S6). */
export async function renewSession(tx: Tx, id: string, change: SessionChange): Promise<string> {
  const token = newToken();
  await tx
    .updateTable('account_session')
    .set({ ...change, token_hash: tokenHash(token) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return token;
}

/** Ends one session of an account. Answers whether there was one. */
export async function endSession(tx: Tx, account: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account_session')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends all sessions of an account, but for one (`null`: without exception). Answers how many. */
export async function endSessions(tx: Tx, account: string, except: string | null, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('account_session')
    .set({ ended_at: now })
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .$if(except !== null, (query) => query.where('id', '!=', except))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Id of the device behind a browser's lasting cookie, when this account has signed in completely in it before. */
export async function knownDevice(db: Kysely<DB>, account: string, token: string | null): Promise<string | null> {
  if (token === null) return null;
  const row = await db
    .selectFrom('known_device')
    .select('id')
    .where('account', '=', account)
    .where('token_hash', '=', tokenHash(token))
    .where('forgotten_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Remembers the browser for the account. Answers the token for its lasting cookie, the present one where there is one. */
export async function rememberDevice(
  tx: Tx,
  account: string,
  browser: { token: string | null; device: string; now: Date },
): Promise<string> {
  const token = browser.token ?? newToken();
  await tx
    .insertInto('known_device')
    .values({
      id: v7(),
      account,
      token_hash: tokenHash(token),
      device: browser.device,
      first_seen_at: browser.now,
      last_seen_at: browser.now,
    })
    .onConflict((twice) =>
      twice.columns(['account', 'token_hash']).doUpdateSet({ last_seen_at: browser.now, forgotten_at: null }),
    )
    .execute();
  return token;
}

/** Forgets all devices of an account: after a reset of password or factor. */
export async function forgetDevices(tx: Tx, account: string, now: Date): Promise<void> {
  await tx
    .updateTable('known_device')
    .set({ forgotten_at: now })
    .where('account', '=', account)
    .where('forgotten_at', 'is', null)
    .execute();
}
