import type { Kysely } from 'kysely';
import type { DB } from '../db/schema.generated.ts';

/** Notes of an account that it has not read yet. */
export async function unreadNotes(db: Kysely<DB>, account: string): Promise<number> {
  const { count } = await db
    .selectFrom('outbox')
    .select((ask) => ask.fn.countAll<number>().as('count'))
    .where('account', '=', account)
    .where('channel', '=', 'app')
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
