/** The register as the national system's table PTNT_OCOP (R20.2). */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { certificateRules, stateOn } from '#features/registry';
import { NATIONAL_SETTINGS } from '#law/national-settings';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { settingsOn } from '#platform/settings';
import type { NationalColumn } from './schema.ts';

/** One product of the table, with what is kept beside it. `DoanhThuNam` is in million đồng. */
export interface NationalRow
  extends Record<Exclude<NationalColumn, 'Ma_ThoiGian' | 'TrangThai' | 'DoanhThuNam'>, string | null> {
  readonly product: string;
  readonly Ma_SanPham: string;
  readonly TenSanPham: string;
  readonly Ma_ThoiGian: number;
  readonly DoanhThuNam: number | null;
  readonly TrangThai: number;
  readonly transferredOn: Day | null;
}

export interface NationalAsked {
  readonly year: number;
  readonly day: Day;
  /** Only products of this commune of today. */
  readonly commune: string | undefined;
  /** Rows of lifecycle `l` within the reader's reach. */
  readonly reach: RawBuilder<boolean>;
}

type Key = keyof typeof NATIONAL_SETTINGS;

/** The last day of the year, or today in the current one: the table says how things stood then. */
export const tableDay = ({ year, day }: Pick<NationalAsked, 'year' | 'day'>): Day =>
  [`${year}-12-31`, day].toSorted()[0] ?? day;

/** Products recognised by the end of the year, by id; each with the recognition that speaks for it then. */
export async function nationalRows(
  db: Kysely<DB>,
  asked: NationalAsked,
  after: string | null,
  limit: number,
): Promise<NationalRow[]> {
  const on = tableDay(asked);
  const values = await settingsOn(db, asked.day);
  const value = (key: Key) => values[key] ?? NATIONAL_SETTINGS[key].initial;
  const rules = await certificateRules(db, on);
  const code = (key: Key) => sql`${Number(value(key))}::int`;
  const unit = value('nationalUnit') === 'province' ? sql`z.province` : sql`z.commune`;
  const printed = value('nationalProduct') === 'printed' ? sql`nullif(g.product_code, '')` : sql`null`;
  const { rows } = await sql<NationalRow>`
    select p.id as product, n.national_id as "MA_OCOP", (unit_on(${unit}, ${on}::date)).code as "Ma_DonViHanhChinh", ${asked.year}::int as "Ma_ThoiGian",
      coalesce(${printed}, p.id::text) as "Ma_SanPham", p.name as "TenSanPham", g.star || '*' as "XepHang", m.name as "ChuTheSXKD", w.revenue / 1e6::float8 as "DoanhThuNam",
      case ${stateOn('g', 'g.life', on, rules)}
        when 'inForce' then ${code('nationalInForce')} when 'extended' then ${code('nationalExtended')} when 'expired' then ${code('nationalExpired')}
        when 'revoked' then ${code('nationalEnded')} when 'annulled' then ${code('nationalEnded')} else ${code('nationalUnclear')} end as "TrangThai",
      n.transferred_on as "transferredOn"
    from product p join lifecycle l on l.id = p.id
      cross join lateral (select r.*, s.state as life from recognition r join lifecycle s on s.id = r.id
        where r.id = recognition_on(p.id, ${on}::date, ${rules.expiryDayValid})) g
      left join producer m on m.id = p.producer left join product_year y on y.product = p.id and y.year = ${asked.year}
      left join product_year_version w on (w.product_year, w.no) = (y.id, y.accepted) left join national_record n on n.product = p.id left join places_on(${on}::date) z on z.place = p.place
    where ${asked.reach} and l.state = 'active' ${asked.commune ? sql`and p.commune = ${asked.commune}::uuid` : sql``}
      ${after === null ? sql`` : sql`and p.id > ${after}::uuid`}
    order by p.id limit ${limit}`.execute(db);
  return rows;
}

/** How many products within reach the national system knows, and the last day it was told of one. */
export async function transfers(
  db: Kysely<DB>,
  reach: RawBuilder<boolean>,
): Promise<{ known: number; last: Day | null }> {
  const { rows } = await sql<{ known: number; last: Day | null }>`
    select count(n.national_id)::int as known, max(n.transferred_on) as last from national_record n join lifecycle l on l.id = n.product where ${reach}`.execute(
    db,
  );
  return rows[0] ?? { known: 0, last: null };
}
