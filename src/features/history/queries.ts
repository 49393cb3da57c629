import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/db/schema.generated';
import type { HistoryOf } from './schema.ts';

/** Which record it is, and what it is called today. */
export interface Subject {
  readonly process: HistoryOf | string;
  readonly name: string | null;
}

/** Undefined when there is no such record. */
export async function subjectOf(db: Kysely<DB>, id: string): Promise<Subject | undefined> {
  const { rows } = await sql<Subject>`
    select l.process, case l.process
      when 'dossier' then (select p.name from dossier d join product p on p.id = d.product where d.id = l.id)
      when 'recognition' then (select g.product_name from recognition g where g.id = l.id)
      when 'round' then (select 'Đợt ' || r.no || ' năm ' || r.year from evaluation_round r where r.id = l.id)
      when 'council' then (select c.name from council c where c.id = l.id)
      when 'report' then (select c.title || ', ' || c.unit_name from compiled_report c where c.id = l.id)
      when 'decision' then (select 'Quyết định ' || coalesce(d.number, '(dự thảo)') from decision d where d.id = l.id) end as name
    from lifecycle l where l.id = ${id}::uuid`.execute(db);
  return rows[0];
}
