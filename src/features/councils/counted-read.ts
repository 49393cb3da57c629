import { type Kysely, sql } from 'kysely';
import type { Exclusion } from '#law/council';
import type { Star } from '#law/rulebooks';
import type { Answers } from '#law/scoring';
import type { DB } from '#platform/db/schema.generated';

/** One product of an opened session with the sheets its result stands on. */
export interface CountedProduct {
  readonly dossier: string;
  readonly product: string;
  readonly producer: string;
  readonly productSet: string;
  readonly sum: number;
  readonly count: number;
  readonly star: Star | null;
  readonly pairs: number;
  readonly excluded: Exclusion | null;
  readonly recused: readonly string[];
  readonly sheets: readonly { readonly seat: string; readonly total: number; readonly answers: Answers }[];
}

/** Products of a session with their counted sheets, in the order of the agenda. Ask `result.read` first. */
export async function countedProducts(db: Kysely<DB>, session: string): Promise<CountedProduct[]> {
  const { rows } = await sql<CountedProduct>`
    select r.dossier, p.name as product, m.name as producer, d.product_set as "productSet", r.point_sum as sum, r.sheet_count as count,
           r.star, jsonb_array_length(r.spread) as pairs, r.excluded,
           array(select x.seat from recusal x where x.session = r.session and x.dossier = r.dossier) as recused,
           coalesce((select json_agg(json_build_object('seat', s.seat, 'total', v.total, 'answers', v.answers) order by s.seat)
             from score_sheet s join lifecycle h on h.id = s.id and h.state = 'submitted'
             join lateral (select answers, total from score_sheet_version w where w.sheet = s.id order by w.no desc limit 1) v on true
            where s.session = r.session and s.dossier = r.dossier
              and not exists (select from recusal x where x.session = s.session and x.dossier = s.dossier and x.seat = s.seat)), '[]') as sheets
      from evaluation_result r join session_dossier o on o.session = r.session and o.dossier = r.dossier
      join dossier d on d.id = r.dossier join product p on p.id = d.product join producer m on m.id = d.producer
     where r.session = ${session} order by o.position`.execute(db);
  return rows;
}
