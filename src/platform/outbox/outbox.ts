/**
 * Letters are written in the transaction of the act and sent afterwards (Q9): e-mail at least once, with an id that tells a
 * repetition; text messages at most once by themselves.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import { dayOf } from '../clock.ts';
import type { Tx } from '../db/database.ts';
import type { DB } from '../db/schema.generated.ts';
import { isQuiet, messageSettingsOn } from './message-settings.ts';

export type Channel = 'email' | 'sms' | 'zalo';

export interface Letter {
  channel: Channel | 'app';
  /** E-mail address or telephone number; an `app` note has none. */
  address?: string | null;
  /** Whose note it is; notes and letters of an account are shown on its page. */
  account?: string | null;
  subject: string;
  body: string;
  /** Local path, e.g. /ho-so/…; the body carries the full address where one is needed. */
  link?: string | null;
  /** The subject of the lifecycle it tells of. */
  about?: string | null;
  notBefore?: Date;
  /** A code somebody waits for: goes at any hour, whatever the receiver chose, in its own words. */
  urgent?: boolean;
}

/** A letter on its way. The id is the key by which a receiver can tell a repetition. */
export interface Outgoing {
  id: string;
  channel: Channel;
  address: string;
  subject: string;
  body: string;
  link: string | null;
  /** A text message without diacritics. */
  plain: boolean;
}

/** A text message was handed over and nothing was heard: it may have gone out, so it is not sent again by itself. */
export class Unsure extends Error {}

/** Sends one letter; throwing means: try again later, but for `Unsure`. */
export type Sender = (letter: Outgoing) => Promise<void>;

const LAST_TRY = 10;
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 6 * 3600;
const BATCH = 20;
const EVERY_MS = 3000;

/**
 * Writes a letter into the outbox; it goes out only if the transaction commits. A note to an account goes to its telephone
 * too where the account chose so; an e-mail that its receiver chose not to have is not written. Answers its id.
 */
export async function tell(tx: Tx, letter: Letter): Promise<string> {
  const { account = null } = letter;
  if (letter.channel === 'email' && !letter.urgent && (await declined(tx, letter.address ?? ''))) return v7();
  if (letter.channel === 'app' && account !== null) {
    for (const { channel, address } of await phoneOf(tx, account)) await write(tx, { ...letter, channel, address });
  }
  return write(tx, letter);
}

async function write(tx: Tx, letter: Letter): Promise<string> {
  const id = v7();
  await tx
    .insertInto('outbox')
    .values({
      id,
      account: letter.account ?? null,
      channel: letter.channel,
      address: letter.address ?? null,
      subject: letter.subject,
      body: letter.body,
      link: letter.link ?? null,
      about: letter.about ?? null,
      urgent: letter.urgent ?? false,
      ...(letter.notBefore ? { not_before: letter.notBefore } : {}),
      ...(letter.channel === 'app' ? { sent_at: new Date() } : {}), // it is where it belongs
    })
    .execute();
  return id;
}

async function declined(tx: Tx, address: string): Promise<boolean> {
  const { rows } = await sql`
    select from account where lower(email) = lower(${address}) and not 'email' = any(message_channels)`.execute(tx);
  return rows.length > 0;
}

async function phoneOf(tx: Tx, account: string): Promise<{ channel: Channel; address: string }[]> {
  const { rows } = await sql<{ channel: Channel; address: string }>`
    select c as channel, a.phone as address from account a, unnest(a.message_channels) c
     where a.id = ${account} and a.phone is not null and c in ('sms', 'zalo')`.execute(tx);
  return rows;
}

/**
 * Sends what is due. A letter is taken by counting a try and putting its next one off, so a sender that dies leaves it
 * for later; several senders never take the same one. A text message that was handed over and not heard of since stays
 * where it is until somebody sends it again. After ten tries a letter is given up and shown on the health page.
 * @returns letters sent and letters that failed this time
 */
export async function sendDue(
  db: Kysely<DB>,
  send: Sender,
  now: Date = new Date(),
): Promise<{ sent: number; failed: number }> {
  const settings = await messageSettingsOn(db, dayOf(now));
  const result = { sent: 0, failed: 0 };
  for (const { attempts, urgent, ...letter } of await takeDue(db, isQuiet(settings, now))) {
    const short = letter.channel === 'email' || urgent ? letter.body : letter.subject;
    try {
      await send({ ...letter, body: short, plain: letter.channel === 'sms' && settings.plain });
      await db
        .updateTable('outbox')
        .set({ sent_at: sql`now()`, in_flight: false })
        .where('id', '=', letter.id)
        .execute();
      result.sent += 1;
    } catch (error) {
      result.failed += 1;
      if (error instanceof Unsure && letter.channel !== 'email') continue;
      const why = (error instanceof Error ? error.message : String(error)).slice(0, 500);
      const failed = attempts >= LAST_TRY ? why : null;
      await db.updateTable('outbox').set({ failed, in_flight: false }).where('id', '=', letter.id).execute();
    }
  }
  return result;
}

/** Sends every few seconds until the answer is called; `onError` hears when the database cannot be asked. */
export function keepSending(db: Kysely<DB>, send: Sender, onError: (error: unknown) => void): () => Promise<void> {
  const stop = new AbortController();
  const running = (async () => {
    while (!stop.signal.aborted) {
      const { sent } = await sendDue(db, send).catch((error: unknown) => {
        onError(error);
        return { sent: 0 };
      });
      if (sent < BATCH) await sleep(EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stop.abort();
    await running;
  };
}

/** How long the oldest letter that should have gone has waited, in seconds; null when none waits (health page, /readyz). */
export async function oldestWaiting(db: Kysely<DB>): Promise<number | null> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from now() - min(created_at))::integer as seconds
      from outbox where sent_at is null and failed is null and not_before <= now()`.execute(db);
  return rows[0]?.seconds ?? null;
}

async function takeDue(
  db: Kysely<DB>,
  quiet: boolean,
): Promise<(Omit<Outgoing, 'plain'> & { attempts: number; urgent: boolean })[]> {
  const { rows } = await sql<Omit<Outgoing, 'plain'> & { attempts: number; urgent: boolean }>`
    update outbox o set attempts = o.attempts + 1, in_flight = o.channel in ('sms', 'zalo'),
           not_before = now() + make_interval(secs => least(${FIRST_WAIT_S} * power(2, o.attempts), ${LONGEST_WAIT_S}))
     where o.id in (select id from outbox
                     where sent_at is null and failed is null and not_before <= now() and channel <> 'app' and not in_flight
                       and (channel = 'email' or urgent or not ${quiet}::boolean)
                     order by not_before limit ${BATCH} for update skip locked)
    returning o.id, o.channel, coalesce(o.address, '') as address, o.subject, o.body, o.link, o.attempts, o.urgent`.execute(
    db,
  );
  return rows;
}
