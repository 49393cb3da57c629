/** What communes were given to reach in a year, beside what the records count: one question however many there are. */
import { type Kysely, sql } from 'kysely';
import { judgeTarget, sayTarget, type TargetNumber } from '#law/targets';
import type { DB } from '#platform/db/schema.generated';
import { type Asked, daysOf } from './queries.ts';
import { figureUrl } from './urls.ts';

/** The figures a plan of a commune may be measured by here. */
const MEASURED = ['stock.products', 'period.recognised', 'period.new'] as const;
type Measured = (typeof MEASURED)[number];

export interface CommunePlan {
  readonly target: string;
  readonly commune: string;
  readonly name: string;
  readonly plan: string;
  readonly result: number;
  readonly href: string | null;
  readonly words: string;
  readonly reached: boolean | null;
}

interface Row extends TargetNumber {
  readonly target: string;
  readonly code: string | null;
  readonly commune: string;
  readonly name: string;
  readonly measure: string;
  readonly indicator: Measured;
  readonly result: number;
}

const MOST = 300;

/** Targets of the year of the day that were given to communes of the unit and are measured by products, by commune. */
export async function communePlans(db: Kysely<DB>, asked: Asked): Promise<CommunePlan[]> {
  const { unit, asOf, unitsAsOf } = asked;
  if (unit === null || unit.level === 'commune') return [];
  const days = daysOf(asked);
  const { from } = days;
  const counting = sql`${asOf}::date, ${unitsAsOf}::date, ${unit.id}::uuid`;
  const { rows } = await sql<Row>`
    with given as materialized (
      select t.id as target, t.unit, v.code, v.full_name as commune, t.name, t.measure, t.indicator, t.comparator, t.low::float8 as low, t.high::float8 as high
        from target t join lifecycle l on l.id = t.id and l.state = 'set' join unit u on u.id = t.unit and u.level = 'commune'
          join unit_version v on v.unit = t.unit and v.valid_from <= ${unitsAsOf}::date and coalesce(v.valid_to, 'infinity') >= ${unitsAsOf}::date
       where t.from_on = ${from}::date and t.to_on = ${`${from.slice(0, 4)}-12-31`}::date and t.indicator = any(${[...MEASURED]}::text[])
         and t.low is not null and (v.parent = ${unit.id}::uuid or exists (select from unit_version d where d.unit = v.parent and d.parent = ${unit.id}::uuid))
       order by v.full_name, t.id limit ${MOST}
    ), counted as (
      select 'stock.products' as indicator, commune, count(*) as n from indicator_stock_rows(${counting}) where exists (select from given) group by 2
      union all select 'period.recognised', commune, count(*) from indicator_recognised_rows(${from}::date, ${counting}) where exists (select from given) group by 2
      union all select 'period.new', commune, count(*) from indicator_recognised_rows(${from}::date, ${counting}) where kind = 'first' and exists (select from given) group by 2
    )
    select g.*, coalesce(c.n, 0)::int as result from given g left join counted c on c.commune = g.unit and c.indicator = g.indicator
     order by g.commune collate "vi-x-icu", g.name, g.target`.execute(db);
  return rows.map((one) => {
    const verdict = judgeTarget(one, one.result);
    return {
      ...{ target: one.target, commune: one.commune, name: one.name, result: one.result },
      ...{ plan: sayTarget(one, { ...one, denominator: null }) ?? '', words: verdict.words, reached: verdict.reached },
      href: one.code === null ? null : figureUrl(one.indicator, one.code, days),
    };
  });
}
