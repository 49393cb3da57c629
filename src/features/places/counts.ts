import { type Kysely, type RawBuilder, sql } from 'kysely';
import { certificateRules } from '#features/registry';
import type { UnitLevel } from '#features/units';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';

/** What a unit counts: public products, and recognitions that hold on the day by star. */
export interface Counts {
  products: number;
  valid: number;
  three: number;
  four: number;
  five: number;
  /** Valid, but the source names no star. */
  unstarred: number;
}

/** `unit` null: the place of these is not known at this level. */
export interface UnitCount extends Counts {
  unit: string | null;
  name: string | null;
  code: string | null;
}

export interface CountsAsked {
  /** Units as of this day. */
  units: Day;
  /** Recognitions that hold on this day. */
  valid: Day;
  /** One row for each unit of this level … */
  by: UnitLevel;
  /** … that lies in this unit, or the whole country. */
  within: { unit: string; level: UnitLevel } | null;
}

const column = (level: UnitLevel): RawBuilder<unknown> => sql.ref(`z.${level}`);
const inside = ({ within }: CountsAsked): RawBuilder<unknown> =>
  within === null ? sql`true` : sql`${column(within.level)} = ${within.unit}::uuid`;

const liesIn = ({ within, units }: CountsAsked): RawBuilder<unknown> =>
  within === null
    ? sql`true`
    : sql`(${within.unit}::uuid in (v.unit, v.parent) or v.parent in (select w.unit from unit_version w where w.parent = ${within.unit}::uuid
        and w.valid_from <= ${units}::date and coalesce(w.valid_to, 'infinity') >= ${units}::date))`;

/**
 * Products and valid recognitions by unit (R12.8). Where a record lies on the day is the answer of `places_on`; `valid_on`
 * counts by the rule of `certificate_state`; places are summed first, so a million recognitions stay one pass.
 * Rows without a name are the last: records whose unit of that level nobody knows.
 */
export async function countsByUnit(db: Kysely<DB>, asked: CountsAsked): Promise<UnitCount[]> {
  const { expiryDayValid } = await certificateRules(db, asked.valid);
  const { rows } = await sql<UnitCount>`
    with found as (
      select place, star, valid, 0 as products from valid_on(${asked.valid}::date, ${expiryDayValid})
      union all
      select place, null, 0, count(*) from counted_product group by place
    ), counted as (
      select ${column(asked.by)} as unit, sum(f.products)::int as products, sum(f.valid)::int as valid,
        coalesce(sum(f.valid) filter (where f.star = 3), 0)::int as three, coalesce(sum(f.valid) filter (where f.star = 4), 0)::int as four,
        coalesce(sum(f.valid) filter (where f.star = 5), 0)::int as five, coalesce(sum(f.valid) filter (where f.star is null), 0)::int as unstarred
      from found f join places_on(${asked.units}::date) z on z.place = f.place where ${inside(asked)} group by 1
    ), named as (
      select v.unit, v.full_name, v.code from unit_version v join unit u on u.id = v.unit and u.level = ${asked.by}
      where v.valid_from <= ${asked.units}::date and coalesce(v.valid_to, 'infinity') >= ${asked.units}::date and ${liesIn(asked)}
    )
    select coalesce(n.unit, c.unit) as unit, n.full_name as name, n.code, coalesce(c.products, 0) as products, coalesce(c.valid, 0) as valid,
      coalesce(c.three, 0) as three, coalesce(c.four, 0) as four, coalesce(c.five, 0) as five, coalesce(c.unstarred, 0) as unstarred
    from named n full join counted c on c.unit = n.unit`.execute(db);
  return inVietnameseOrder(rows);
}

/** The same for one unit alone: what its children and those of no known child must add up to. */
export async function countsOf(
  db: Kysely<DB>,
  asked: Omit<CountsAsked, 'by' | 'within'> & { unit: string; level: UnitLevel },
): Promise<Counts> {
  const { unit, level, ...days } = asked;
  const rows = await countsByUnit(db, { ...days, by: level, within: { unit, level } });
  return sumOf(rows);
}

/** Figures of several rows together. */
export function sumOf(rows: readonly Counts[]): Counts {
  const sum = (of: keyof Counts) => rows.reduce((total, row) => total + row[of], 0);
  return {
    ...{ products: sum('products'), valid: sum('valid'), three: sum('three'), four: sum('four'), five: sum('five') },
    unstarred: sum('unstarred'),
  };
}

const collator = new Intl.Collator('vi');
const bare = (name: string) => name.replace(/^(Thành phố|Thị trấn|Thị xã|Đặc khu|Phường|Huyện|Quận|Tỉnh|Xã) /, '');

/** Names without their type decide, as everywhere; rows without a unit stand last. */
function inVietnameseOrder(rows: readonly UnitCount[]): UnitCount[] {
  return rows.toSorted((a, b) => {
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
    return (
      collator.compare(bare(a.name), bare(b.name)) ||
      collator.compare(a.name, b.name) ||
      (a.unit ?? '').localeCompare(b.unit ?? '')
    );
  });
}
