/** Letters are written in the transaction of the act and sent afterwards, at least once (Q9). */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '../db/database.ts';
import type { DB } from '../db/schema.generated.ts';

export interface Letter {
  channel: 'email' | 'sms' | 'app';
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
}

/** A letter on its way. The id is the key by which a receiver can tell a repetition. */
export interface Outgoing {
  id: string;
  channel: 'email' | 'sms';
  address: string;
  subject: string;
  body: string;
  link: string | null;
}

/** Sends one letter; throwing means: try again later. */
export type Sender = (letter: Outgoing) => Promise<void>;

const LAST_TRY = 10;
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 6 * 3600;
const BATCH = 20;
const EVERY_MS = 3000;

/** Writes a letter into the outbox; it goes out only if the transaction commits. Answers its id. */
export async function tell(tx: Tx, letter: Letter): Promise<string> {
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
      ...(letter.notBefore ? { not_before: letter.notBefore } : {}),
      ...(letter.channel === 'app' ? { sent_at: new Date() } : {}), // it is where it belongs
    })
    .execute();
  return id;
}

/**
 * Sends what is due. A letter is taken by counting a try and putting its next one off, so a sender that dies leaves it
 * for later; several senders never take the same one. After ten tries it is given up and shown on the health page.
 * @returns letters sent and letters that failed this time
 */
export async function sendDue(db: Kysely<DB>, send: Sender): Promise<{ sent: number; failed: number }> {
  const result = { sent: 0, failed: 0 };
  for (const { attempts, ...letter } of await takeDue(db)) {
    try {
      await send(letter);
      await db.updateTable('outbox').set({ sent_at: sql`now()` }).where('id', '=', letter.id).execute();
      result.sent += 1;
    } catch (error) {
      result.failed += 1;
      if (attempts >= LAST_TRY) {
        const why = (error instanceof Error ? error.message : String(error)).slice(0, 500);
        await db.updateTable('outbox').set({ failed: why }).where('id', '=', letter.id).execute();
      }
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

async function takeDue(db: Kysely<DB>): Promise<(Outgoing & { attempts: number })[]> {
  const { rows } = await sql<Outgoing & { attempts: number }>`
    update outbox o set attempts = o.attempts + 1,
           not_before = now() + make_interval(secs => least(${FIRST_WAIT_S} * power(2, o.attempts), ${LONGEST_WAIT_S}))
     where o.id in (select id from outbox
                     where sent_at is null and failed is null and not_before <= now() and channel <> 'app'
                     order by not_before limit ${BATCH} for update skip locked)
    returning o.id, o.channel, coalesce(o.address, '') as address, o.subject, o.body, o.link, o.attempts`.execute(db);
  return rows;
}
