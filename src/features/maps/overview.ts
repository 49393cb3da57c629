import { type Kysely, sql } from 'kysely';
import { type ListAddress, SECTORS } from '#features/portal';
import { certificateRules } from '#features/registry';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { conditionOf } from './measure.ts';

type Sector = (typeof SECTORS)[number];

/** How many public products a group or a place has: in all, of each star, with a certificate that holds today. */
export interface Counted {
  readonly total: number;
  readonly star5: number;
  readonly star4: number;
  readonly star3: number;
  readonly valid: number;
}
export interface GroupCount extends Counted {
  /** Null: nobody knows the group yet. */
  readonly sector: Sector | null;
}
export interface UnitCounted extends Counted {
  /** Null: products whose place nobody knows yet. */
  readonly unit: string | null;
  readonly name: string | null;
}
export interface Overview {
  readonly all: Counted;
  readonly groups: readonly GroupCount[];
  readonly units: readonly UnitCounted[];
}

/** What each column counts, as the list of products is asked for it. */
export const COLUMNS: Readonly<Record<keyof Counted, ListAddress>> = {
  total: {},
  star5: { star: [5] },
  star4: { star: [4] },
  star3: { star: [3] },
  valid: { status: ['valid'] },
};

type Row = Counted & { kind: number; sector: Sector | null; unit: string | null; name: string | null };

/** Everything in one walk: by group, and by province or, within one province, by commune; places in Vietnamese order. */
export async function overviewOf(db: Kysely<DB>, day: Day, province: string | null): Promise<Overview> {
  const { expiryDayValid } = await certificateRules(db, day);
  const by = province === null ? sql`s.province` : sql`s.commune`;
  const { rows } = await sql<Row>`
    with counted as (
      select grouping(s.sector, ${by}) as kind, s.sector, ${by} as unit, count(*)::int as total,
             count(*) filter (where s.star = 5)::int as star5, count(*) filter (where s.star = 4)::int as star4,
             count(*) filter (where s.star = 3)::int as star3,
             count(*) filter (where ${conditionOf('valid', day, expiryDayValid)})::int as valid
        from product_search s where s.open ${province === null ? sql`` : sql`and s.province = ${province}::uuid`}
       group by grouping sets ((s.sector), (${by}), ())
    )
    select c.*, (unit_on(c.unit, ${day}::date)).full_name as name from counted c
     order by c.kind, c.unit is null, (unit_on(c.unit, ${day}::date)).name collate "vi-x-icu", c.unit`.execute(db);
  const none = { total: 0, star5: 0, star4: 0, star3: 0, valid: 0 };
  const groups = rows.filter(({ kind }) => kind === BY_SECTOR);
  const ordered: readonly (Sector | null)[] = [...SECTORS, null];
  return {
    all: rows.find(({ kind }) => kind === ALL) ?? none,
    groups: ordered
      .map((sector) => ({ ...none, ...groups.find((row) => row.sector === sector), sector }))
      .filter(({ sector, total }) => sector !== null || total > 0),
    units: rows.filter(({ kind }) => kind === BY_UNIT),
  };
}

/** Bits of `grouping(sector, unit)`: 1 where the column is summed over. */
const BY_SECTOR = 1;
const BY_UNIT = 2;
const ALL = 3;
