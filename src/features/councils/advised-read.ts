import { type Kysely, sql } from 'kysely';
import type { DB } from '#platform/db/schema.generated';
import { formatDay } from '#ui';
import type { CouncilLevel } from './level.ts';
import type { AdvisedProduct } from './papers/advisory.ts';

interface Found {
  readonly dossier: string;
  readonly name: string;
  readonly producer: string;
  readonly productCode: string | null;
  readonly finding: string | null;
  readonly proposal: string | null;
  readonly visits: readonly string[];
  readonly asked: readonly string[];
}

/** What the advisory team of a level found on each dossier, where it went and what it asked for, in the order given. */
export async function advisedProducts(
  db: Kysely<DB>,
  dossiers: readonly string[],
  level: CouncilLevel,
): Promise<(AdvisedProduct & { dossier: string; proposal: string | null })[]> {
  const reports = sql.table(level === 'central' ? 'central_advice' : 'advisory_report');
  const { rows } = await sql<Found>`
    select d.id as dossier, p.name, m.name as producer, d.product_code as "productCode", a.summary as finding, a.proposal,
           array(select v.visited_on::text from site_visit v where v.dossier = d.id and v.level = ${level} order by v.visited_on) as visits,
           array(select r.what || case when r.answered_on is null then ' (chưa có)' else ' (đã có)' end
             from advice_request r where r.dossier = d.id and r.level = ${level} order by r.asked_on, r.id) as asked
      from dossier d join product p on p.id = d.product join producer m on m.id = d.producer
      left join ${reports} a on a.dossier = d.id
     where d.id = any(${dossiers}::uuid[]) order by array_position(${dossiers}::uuid[], d.id)`.execute(db);
  return rows.map(({ visits, asked, ...one }) => ({
    ...one,
    siteVisit: visits.length === 0 ? 'Không khảo sát' : `Đã khảo sát ngày ${visits.map(formatDay).join(', ')}`,
    asked: asked.join('; '),
  }));
}
