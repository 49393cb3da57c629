/** What was written after a day to the records a figure of that day counts: why its number may not be the one once printed. */
import { sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { PublicContext } from '#platform/http/context';
import { figureRows } from './behind.ts';
import { aidList } from './behind-aid.ts';
import type { FigureAsked } from './schema.ts';

export interface Since {
  /** Entries of the ledger after the day that touch products, recognitions or producers of the list. */
  readonly count: number;
  /** The newest of them. */
  readonly newest: readonly {
    readonly no: number;
    readonly day: Day;
    readonly action: string;
    readonly from: string;
    readonly name: string;
  }[];
}

const SHOWN = 10;

/** The entries after the figure's day, the newest first; null where its day is today. Throws as its list does. */
export async function changedSince(ctx: PublicContext, figure: string, asked: FigureAsked): Promise<Since | null> {
  const { rows, behind, days } = await figureRows(ctx, figure, asked);
  if (days.asOf >= ctx.day) return null;
  const aid = aidList(behind);
  const columns = aid
    ? sql`null::uuid as product, ${sql.ref(`r.${aid.key}`)} as second, null::uuid as producer`
    : sql`r.product, ${behind.rows === 'candidates' ? sql`r.dossier` : sql`r.recognition`} as second, r.producer`;
  const { rows: found } = await sql<Since['newest'][number] & { count: number }>`
    with counted as materialized (select ${columns} from ${rows} r),
      touched as (select product as id, product from counted union select second, product from counted union select producer, null from counted)
    select l.no, l.day, l.action, l.from_state as "from", coalesce(p.name, m.name, c.subject, s.decision, x.name, '') as name, count(*) over ()::int as count
    from ledger l join (select id, min(product::text)::uuid as product from touched where id is not null group by id) t on t.id = l.subject
      left join product p on p.id = t.product left join producer m on m.id = t.id left join training c on c.id = t.id left join support_payment s on s.id = t.id left join sale_point x on x.id = t.id
    where l.day > ${days.asOf}::date order by l.no desc limit ${SHOWN}`.execute(ctx.db);
  return { count: found[0]?.count ?? 0, newest: found.map(({ count: _all, ...one }) => one) };
}
