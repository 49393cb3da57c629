/** The producer's wallet as far as this chapter needs it: papers to cite, each by its title. */
import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/db/schema.generated';

export interface PaperChoice {
  readonly id: string;
  readonly title: string;
}

/** Papers of a producer that may be cited, newest first; one put in twice stands there once. */
export async function papersOf(db: Kysely<DB>, producer: string): Promise<PaperChoice[]> {
  const { rows } = await sql<PaperChoice>`
    select id, title from (select distinct on (title, coalesce(number, '')) id, added_at,
        title || case when number is null then '' else ' số ' || number end as title
      from paper where producer = ${producer}::uuid and removed_at is null order by title, coalesce(number, ''), added_at desc) p
     order by added_at desc limit 200`.execute(db);
  return rows;
}
