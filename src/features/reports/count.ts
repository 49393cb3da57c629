/** What the indicators count, in one question a kind of row: parts of a report that many figures are read from. */
import { type Kysely, sql } from 'kysely';
import type { UnitItem } from '#features/units';
import type { Parts } from '#law/indicators';
import type { DB } from '#platform/db/schema.generated';
import type { Days } from './words.ts';

/** A report's unit: null is the whole country. */
export type Territory = Pick<UnitItem, 'id' | 'name' | 'code' | 'level'> | null;

export interface Counted {
  readonly products: number;
  readonly byStar: Parts;
  readonly bySector: Parts;
  /** By the id of the unit directly in the one reported on. */
  readonly byPart: Parts;
  readonly producers: number;
  readonly byKind: Parts;
  readonly recognised: Parts;
  readonly ended: Parts;
  readonly candidates: number;
}

/** Column of the rows that names the unit directly in the one reported on. */
export function partColumn(unit: Territory) {
  if (unit === null) return sql`r.province`;
  if (unit.level === 'province') return sql`coalesce(r.district, r.commune)`;
  return unit.level === 'district' ? sql`r.commune` : sql`null::uuid`;
}

/** Counts everything a report is made of; three passes over the register. */
export async function countAll(db: Kysely<DB>, unit: Territory, days: Days): Promise<Counted> {
  const id = unit?.id ?? null;
  const [asOf, units, from] = [sql`${days.asOf}::date`, sql`${days.unitsAsOf}::date`, sql`${days.from}::date`];
  const { rows } = await sql<{ of: string; key: string; n: number }>`
    with stock as materialized (select * from indicator_stock_rows(${asOf}, ${units}, ${id}::uuid)),
      made as materialized (select r.star, r.sector, ${partColumn(unit)} as part, count(*) as n from stock r group by 1, 2, 3),
      maker as materialized (select producer, min(producer_type) as type from stock where producer is not null group by producer)
    select 'products' as of, '' as key, coalesce(sum(n), 0)::int as n from made
    union all select 'star', coalesce(star::text, 'none'), sum(n)::int from made group by 2
    union all select 'sector', coalesce(sector, 'none'), sum(n)::int from made group by 2
    union all select 'part', coalesce(part::text, 'none'), sum(n)::int from made group by 2
    union all select 'producers', '', count(*)::int from maker
    union all select 'kind', coalesce(type, 'none'), count(*)::int from maker group by 2
    union all select 'recognised', kind, count(*)::int from indicator_recognised_rows(${from}, ${asOf}, ${units}, ${id}::uuid) group by 2
    union all select 'ended', kind, count(*)::int from indicator_ended_rows(${from}, ${asOf}, ${units}, ${id}::uuid) group by 2
    union all select 'candidates', '', count(*)::int from indicator_candidate_rows(${asOf}, ${units}, ${id}::uuid)`.execute(
    db,
  );
  const of = (what: string): Parts =>
    Object.fromEntries(rows.filter((row) => row.of === what).map(({ key, n }) => [key, n]));
  const whole = (what: string) => rows.find((row) => row.of === what)?.n ?? 0;
  return {
    ...{ products: whole('products'), byStar: of('star'), bySector: of('sector'), byPart: of('part') },
    ...{ producers: whole('producers'), byKind: of('kind') },
    ...{ recognised: of('recognised'), ended: of('ended'), candidates: whole('candidates') },
  };
}
