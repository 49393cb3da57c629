// Codes sent in letters: invitation, new password, new device. Once, for a time, at most five wrong tries (S3).
import { type Kysely, sql } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { codeHash } from './secrets.ts';

export type CodePurpose = 'invitation' | 'reset' | 'device';

const minute = 60_000;
/** How long a code of each purpose counts. */
const lifeOfCode: Readonly<Record<CodePurpose, number>> = {
  invitation: 72 * 60 * minute,
  reset: 10 * minute,
  device: 10 * minute,
};
const triesAllowed = 5;
/** An id no account has: unknown names cause the same work as known ones (S5). */
export const nobody = '00000000-0000-7000-8000-000000000000';

export interface NewCode {
  readonly account: string;
  readonly purpose: CodePurpose;
  readonly code: string;
  readonly now: Date;
  /** The attempt a device's code is bound to. */
  readonly session?: string;
  readonly sentTo?: string | null;
}

/** Keeps a code that is about to be sent; earlier ones of the same purpose stop counting. */
export async function keepCode(tx: Tx, secret: string, given: NewCode): Promise<void> {
  await tx
    .updateTable('one_time_code')
    .set({ used_at: given.now })
    .where('account', '=', given.account)
    .where('purpose', '=', given.purpose)
    .where('used_at', 'is', null)
    .execute();
  const id = v7();
  await tx
    .insertInto('one_time_code')
    .values({
      id,
      account: given.account,
      purpose: given.purpose,
      code_hash: codeHash(secret, id, given.code),
      expires_at: new Date(given.now.getTime() + lifeOfCode[given.purpose]),
      created_at: given.now,
      session: given.session ?? null,
      sent_to: given.sentTo ?? null,
    })
    .execute();
}

export interface TriedCode {
  readonly account: string;
  readonly purposes: readonly CodePurpose[];
  readonly code: string;
  readonly now: Date;
  /** For a device: the very attempt the code was sent for. */
  readonly session: string | null;
}

/**
 * Judges a code outside the act: a wrong try is counted even though the act is refused. Answers the id to be used up in
 * the act, or null. A right code costs no try, so that a refused new password does not waste it.
 */
export async function judgeCode(db: Kysely<DB>, secret: string, tried: TriedCode): Promise<string | null> {
  const { rows } = await sql<{ id: string; code_hash: string }>`
    update one_time_code set tries = tries + 1
    where id = (select c.id from one_time_code c
      where c.account = ${tried.account} and c.purpose = any(${tried.purposes}::text[]) and c.used_at is null
        and c.expires_at > ${tried.now} and c.session is not distinct from ${tried.session}::uuid
      order by c.created_at desc limit 1)
      and tries < ${triesAllowed}
    returning id, code_hash`.execute(db);
  const row = rows[0];
  const right = codeHash(secret, row?.id ?? nobody, tried.code) === row?.code_hash;
  if (!row || !right) return null;
  await db
    .updateTable('one_time_code')
    .set((set) => ({ tries: set('tries', '-', 1) }))
    .where('id', '=', row.id)
    .execute();
  return row.id;
}

/** Uses a code up. Answers false when somebody else was first. */
export async function useUpCode(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('one_time_code')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
