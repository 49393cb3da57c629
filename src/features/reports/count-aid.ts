/** What offices did for producers, counted in one question beside the register. */
import { type Kysely, sql } from 'kysely';
import { SUPPORT_ITEMS, SUPPORT_SOURCES } from '#law/support';
import type { DB } from '#platform/db/schema.generated';
import type { Days } from './words.ts';

/** Parts of what was paid, as their figures are called. */
const PARTS = [
  ...Object.keys(SUPPORT_SOURCES).map((source) => `source.${source}`),
  ...Object.keys(SUPPORT_ITEMS).map((item) => `item.${item}`),
];

/** Value of each figure of words-aid.ts that is counted from its own rows, by its id. */
export type Aid = Readonly<Record<string, number | null>>;

/** Counts courses and payments of the period, and points of sale. `unit`: id, null the whole country. */
export async function countAid(db: Kysely<DB>, unit: string | null, days: Days): Promise<Aid> {
  const [from, asOf, units, id] = [
    ...[sql`${days.from}::date`, sql`${days.asOf}::date`, sql`${days.unitsAsOf}::date`],
    sql`${unit}::uuid`,
  ];
  const { rows } = await sql<{ id: string; value: number | null }>`
    with course as materialized (select * from indicator_training_rows(${from}, ${asOf}, ${units}, ${id})),
      payment as materialized (select * from indicator_support_rows(${from}, ${asOf}, ${units}, ${id})),
      paid as (select 'source.' || source as key, sum(amount) as n from payment group by 1 union all select 'item.' || item, sum(amount) from payment group by 1)
    select x.id, x.value::float8 as value from (select count(*) as n, count(*) filter (where kind = 'class') as classes,
        count(*) filter (where kind = 'conference') as conferences, coalesce(sum(people), 0) as people, coalesce(sum(turns), 0) as turns,
        coalesce(sum(officers), 0) as officers, coalesce(sum(producers), 0) as producers, coalesce(sum(women), 0) as women from course) c
      cross join lateral (values ('period.trainings', c.n), ('period.trainings.class', c.classes), ('period.trainings.conference', c.conferences),
        ('period.trained', c.people), ('period.trained.turns', c.turns), ('period.trained.officers', c.officers),
        ('period.trained.producers', c.producers), ('period.trained.women', c.women)) x (id, value)
    union all select 'stock.pointsOfSale', count(*)::float8 from indicator_point_rows(${asOf}, ${units}, ${id})
    union all select 'period.pointsOfSale', count(*)::float8 from indicator_point_opened_rows(${from}, ${asOf}, ${units}, ${id})
    union all select 'period.support', coalesce(sum(amount), 0)::float8 from payment
    union all select 'period.support.' || k.key, coalesce(p.n, 0)::float8 from unnest(${PARTS}::text[]) k (key) left join paid p on p.key = k.key
    union all select 'period.support.payments', count(*)::float8 from payment
    union all select 'period.support.producers', count(distinct producer)::float8 from payment`.execute(db);
  return Object.fromEntries(rows.map((row) => [row.id, row.value]));
}
