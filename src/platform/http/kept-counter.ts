import { createHash } from 'node:crypto';
import { CompiledQuery, type Kysely } from 'kysely';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { DB } from '../db/schema.generated.ts';

/**
 * A counter kept in the database: shared by all processes, and it survives a restart (S4). `points` within `seconds`;
 * `name` keeps counters apart. Make it once for a database: it holds a timer.
 */
export function keptCounter(db: Kysely<DB>, name: string, points: number, seconds: number): RateLimiterPostgres {
  const storeClient = {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const { rows, numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, values));
      return { rows, rowCount: rows.length || Number(numAffectedRows ?? 0) };
    },
  };
  return new RateLimiterPostgres({
    storeClient,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
}

/** Names and addresses are not kept as they are. */
export function counterKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}
