// What the access log and the outbox are told of signing in (S38). Never a password, code or token.
import type { Kysely } from 'kysely';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { tell } from '#platform/outbox/outbox';
import type { Json } from '#platform/refusal';

export type IdentityEvent =
  | 'signIn'
  | 'signInFailed'
  | 'signInLocked'
  | 'codeFailed'
  | 'secondFactor'
  | 'signOut'
  | 'roleChosen'
  | 'reauthenticated'
  | 'resetAsked'
  | 'deviceKnown';

interface Told {
  readonly address: string;
  readonly requestId: string;
}

/** Writes one event; `db` is the act's transaction, or the database outside it for what must stay when the act is refused. */
export async function logEvent(
  db: Kysely<DB>,
  kind: IdentityEvent,
  request: Told,
  about: { account: string | null; name?: string; capacity?: string; facts?: Json },
): Promise<void> {
  await db
    .insertInto('access_log')
    .values({
      kind,
      account: about.account,
      actor_name: about.name ?? '',
      capacity: about.capacity ?? '',
      address: request.address,
      request_id: request.requestId,
      subject: about.account,
      facts: JSON.stringify(about.facts ?? {}),
    })
    .execute();
}

export interface Contact {
  readonly account: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/**
 * Puts a letter into the outbox, to the e-mail address or else the telephone. Answers the address; null when the account
 * has neither, and then there is no letter.
 */
export async function sendLetter(
  tx: Tx,
  to: Contact,
  letter: { subject: string; body: string; link?: string },
): Promise<string | null> {
  const address = to.email ?? to.phone;
  if (address === null) return null;
  await tell(tx, {
    account: null, // a code is for its address alone, never a note inside the product
    channel: to.email === null ? 'sms' : 'email',
    urgent: true,
    address,
    ...letter,
    about: to.account,
  });
  return address;
}
