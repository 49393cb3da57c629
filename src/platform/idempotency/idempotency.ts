/** One act, one effect, however often it is sent (Q4). The key lives in the transaction of the act. */
import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { type Json, Refusal } from '../refusal.ts';

export interface Ask {
  /** Whose key it is; keys of different accounts never meet. */
  account: string;
  key: string;
  /** Name of the act, kept for people who look into the table. */
  action: string;
  /** Hash over everything that was asked. */
  hash: string;
}

const KEPT_HOURS = 48;

/**
 * Runs `run` the first time this key comes and keeps its answer; afterwards gives the kept answer without running.
 * The answer is what JSON makes of it, the first time too.
 * @throws Refusal `inProgress` (409) while the first is running, `keyReused` (422) when other content came with this key
 */
export async function once<T>(tx: Tx, ask: Ask, run: () => Promise<T>): Promise<T> {
  const { rows } = await sql<Earlier>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${ask.account} ${ask.key}`}, 0)) as held,
           k.action, k.request_hash as hash, k.response
      from (values (1)) one left join idempotency_key k on k.account = ${ask.account} and k.key = ${ask.key}`.execute(
    tx,
  );
  const [earlier] = rows;
  if (!earlier?.held) throw inProgress();
  if (earlier.hash !== null) {
    if (earlier.hash !== ask.hash || earlier.action !== ask.action) throw keyReused();
    return earlier.response as T;
  }
  const response = JSON.stringify((await run()) ?? null);
  const { numInsertedOrUpdatedRows: kept } = await tx
    .insertInto('idempotency_key')
    .values({ account: ask.account, key: ask.key, action: ask.action, request_hash: ask.hash, response })
    .onConflict((on) => on.doNothing())
    .executeTakeFirstOrThrow();
  if (!kept) throw inProgress(); // the first ended between our look and our lock: nothing of this run stays
  return JSON.parse(response) as T & Json;
}

/** Whether the lock of the key was free, and the row the key already has. */
interface Earlier {
  held: boolean;
  action: string | null;
  hash: string | null;
  response: unknown;
}

/** Forgets keys older than two days. Returns how many. */
export async function forgetOldKeys(tx: Tx): Promise<number> {
  const result = await tx
    .deleteFrom('idempotency_key')
    .where('at', '<', sql<Date>`now() - make_interval(hours => ${KEPT_HOURS}::integer)`)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

function inProgress(): Refusal {
  return new Refusal({
    status: 409,
    code: 'inProgress',
    message: 'Yêu cầu này đang được xử lý. Chờ vài giây rồi tải lại trang, không cần gửi lại.',
    retryAfter: 2,
  });
}

function keyReused(): Refusal {
  return new Refusal({
    status: 422,
    code: 'keyReused',
    message: 'Biểu mẫu này đã được gửi với nội dung khác. Tải lại trang rồi nhập lại.',
  });
}
