import { type RawBuilder, sql } from 'kysely';

/** The two logs that are sealed: moves, and reads of personal data with sign-in events. */
export type Log = 'ledger' | 'access_log';
export const LOGS: readonly Log[] = ['ledger', 'access_log'];
export const sealsOf = { ledger: 'ledger_seal', access_log: 'access_seal' } as const satisfies Record<Log, string>;

/** Root of a stretch of rows: hash over the previous root and the rows' hashes in the order of their numbers. */
export function rootSql(previous: RawBuilder<Buffer | null>): RawBuilder<Buffer> {
  return sql<Buffer>`sha256(coalesce(${previous}, ''::bytea) || coalesce(string_agg(l.hash, ''::bytea order by l.no), ''::bytea))`;
}
