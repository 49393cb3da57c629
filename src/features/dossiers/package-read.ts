/** The package a province sent to the Ministry (Decision 26/2026/QĐ-TTg Art. 6.3), and what its advisory team said of it. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';

export interface SentPackage {
  readonly letterNumber: string;
  readonly letterDate: Day;
  readonly letterFile: string | null;
  readonly samples: number;
  readonly extraTests: string | null;
  readonly extraFile: string | null;
}

/** The newest sending; undefined before there was one. */
export async function lastPackage(db: Kysely<DB> | Tx, dossier: string): Promise<SentPackage | undefined> {
  const { rows } = await sql<SentPackage>`
    select letter_number as "letterNumber", letter_date as "letterDate", letter_file as "letterFile", samples,
           extra_tests as "extraTests", extra_file as "extraFile"
      from five_star_package where dossier = ${dossier} order by recorded_at desc limit 1`.execute(db);
  return rows[0];
}

export interface CentralAdvice {
  readonly number: string;
  readonly dated: Day;
  readonly file: string | null;
  readonly summary: string | null;
  readonly proposal: string | null;
}

/** The central advisory team's report on a dossier; undefined before it is recorded. */
export async function centralAdviceOf(db: Kysely<DB> | Tx, dossier: string): Promise<CentralAdvice | undefined> {
  return db
    .selectFrom('central_advice')
    .select(['number', 'dated', 'file', 'summary', 'proposal'])
    .where('dossier', '=', dossier)
    .executeTakeFirst();
}
