/** The records a sent version counted, and which of them came to a figure or left it since. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { countedRows, partColumn } from '#features/reports';
import { readUnit } from '#features/units';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import type { Counting } from './figures.ts';

interface Sending {
  readonly report: string;
  readonly no: number;
}

/** Writes down the records behind the figures of a version that is being sent. */
export async function keepRows(
  tx: Tx,
  { report, no }: Sending,
  unit: string | null,
  { from, asOf, unitsAsOf }: Counting,
) {
  const days = sql`${asOf}::date, ${unitsAsOf}::date, ${unit}::uuid`;
  const happened = (rows: 'recognised' | 'ended', source: RawBuilder<unknown>) => sql`
    select ${report}::uuid, ${no}::int, ${rows}, product, recognition, producer, star, null, null, kind, commune, district, province from ${source}`;
  await sql`insert into compiled_report_row (report, no, rows, product, recognition, producer, star, sector, producer_type, kind, commune, district, province)
    select ${report}::uuid, ${no}::int, 'stock', product, recognition, producer, star, sector, producer_type, null, commune, district, province
      from indicator_stock_rows(${days})
    union all ${happened('recognised', sql`indicator_recognised_rows(${from}::date, ${days})`)}
    union all ${happened('ended', sql`indicator_ended_rows(${from}::date, ${days})`)}`.execute(tx);
}

/** A record that came to a figure, or left it, after the sending. */
export interface Moved {
  readonly id: string;
  readonly name: string;
  readonly each: 'product' | 'producer';
  readonly came: boolean;
}
export interface Explained {
  readonly moved: readonly Moved[];
  /** All there are, shown or not. */
  readonly total: number;
}

const MOST = 20;

/**
 * Which records make the difference of a figure between the sending and today; null for a figure that cannot be told so. Of a
 * version that kept none (sent before they were kept, or of an empty place) it names none.
 */
export async function explain(
  db: Kysely<DB>,
  { report, no }: Sending,
  figure: string,
  unit: string | null,
  { from, asOf, unitsAsOf }: Counting,
): Promise<Explained | null> {
  const place = unit === null ? null : await readUnit(db, unit, unitsAsOf);
  const counted = await countedRows(db, figure, place, { from, asOf, unitsAsOf });
  if (counted === null) return null;
  const { rows, each, only, part } = counted.behind;
  const which = only === undefined ? sql`true` : sql`${sql.ref(`r.${only.column}`)}::text = ${only.value}`;
  const inside = part === undefined ? sql`true` : sql`${partColumn(place)} = ${counted.part}::uuid`;
  const key = each === 'producer' ? sql`r.producer` : sql`r.product`;
  const { rows: found } = await sql<Moved & { total: number }>`
    with past as (select distinct ${key} as id from compiled_report_row r where r.report = ${report}::uuid and r.no = ${no} and r.rows = ${rows} and ${which} and ${inside}),
      today as (select distinct ${key} as id from ${counted.sql} r),
      moved as (select coalesce(t.id, p.id) as id, p.id is null as came from past p full join today t on t.id = p.id
        where (p.id is null or t.id is null) and exists (select from compiled_report_row r where r.report = ${report}::uuid and r.no = ${no}))
    select m.id, coalesce(p.name, d.name, '') as name, ${each} as each, m.came, count(*) over ()::int as total
      from moved m left join product p on p.id = m.id left join producer d on d.id = m.id order by m.came, 2, m.id limit ${MOST}`.execute(
    db,
  );
  return { moved: found.map(({ total: _all, ...one }) => one), total: found[0]?.total ?? 0 };
}
