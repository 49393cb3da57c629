import { type Kysely, sql } from 'kysely';
import type { Days } from '#features/reports';
import { readUnit, type UnitItem, unitsIn } from '#features/units';
import { windowStart } from '#law/reporting';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import type { ReadContext } from '#platform/http/context';
import { notFound } from '#platform/refusal';
import type { BoardQuery } from './schema.ts';

/** What the board counts: null is the whole country. */
export interface Asked {
  readonly unit: UnitItem | null;
  readonly asOf: Day;
  readonly unitsAsOf: Day;
  /** The end of a day before today: as it was known then; null: by what records say now. */
  readonly knownAt: Day | null;
  /** The reader's own unit; null where they read the whole country. */
  readonly own: string | null;
}

/** The days every figure of the board is counted by: its year so far. */
export const daysOf = ({ asOf, unitsAsOf, knownAt }: Asked): Days => ({
  ...{ asOf, unitsAsOf, from: windowStart('calendarYear', asOf) },
  ...(knownAt === null ? {} : { knownAt }),
});

/**
 * What is asked, within the reader's own area: a unit that lies in it, or lay in what it was made of, on any day. The day of
 * the units is one on which the unit was there. Throws 404 for a unit elsewhere.
 */
export async function askedOf({ db, actor, day }: ReadContext, query: BoardQuery): Promise<Asked> {
  const own = actor.unit;
  const knownAt = query.biet === undefined || query.biet >= day ? null : query.biet;
  const last = knownAt ?? day; // nothing later was known then
  const asOf = query.ngay === undefined || query.ngay > last ? last : query.ngay;
  const wanted = query.donvi ?? own;
  if (wanted === null) return { unit: null, asOf, unitsAsOf: query.theo ?? day, knownAt, own };
  const { rows } = await sql<{ from: Day | null; to: Day | null }>`
    with recursive up as (
      select ${wanted}::uuid as unit
      union select n.unit from up cross join lateral (
        select parent as unit from unit_version where unit = up.unit and parent is not null
        union all select successor from unit_succession where former = up.unit) n
    ) select valid_from as "from", valid_to as "to" from unit
      where id = ${wanted}::uuid and (${own}::uuid is null or ${own}::uuid in (select unit from up))`.execute(db);
  const [life] = rows;
  if (life === undefined) throw notFound();
  const unitsAsOf = within(query.theo ?? day, life);
  const unit = await readUnit(db, wanted, unitsAsOf);
  if (unit === null) throw notFound();
  return { unit, asOf, unitsAsOf, knownAt, own };
}

/** The day, or the nearest on which the unit was there. */
function within(day: Day, { from, to }: { from: Day | null; to: Day | null }): Day {
  if (to !== null && day > to) return to;
  return from !== null && day < from ? from : day;
}

/** Units to choose from: the reader's own and what it was made of, then what lies directly in it on the day. */
export async function choicesFor(db: Kysely<DB>, { own, unit, unitsAsOf }: Asked, today: Day): Promise<UnitItem[]> {
  const [whole, inside, former] = await Promise.all([
    own === null ? null : readUnit(db, own, today),
    unitsIn(db, own, unitsAsOf),
    formerOf(db, own),
  ]);
  const all = [...(whole ? [whole] : []), ...former, ...inside, ...(unit ? [unit] : [])];
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

/** What a unit was made of, as it was called last. */
async function formerOf(db: Kysely<DB>, own: string | null): Promise<UnitItem[]> {
  if (own === null) return [];
  const { rows } = await sql<{ id: string; on: Day }>`
    select u.id, coalesce(u.valid_to, 'infinity') as on from unit_succession s join unit u on u.id = s.former
    where s.successor = ${own}::uuid and u.valid_to is not null order by u.id limit 40`.execute(db);
  const units = await Promise.all(rows.map(({ id, on }) => readUnit(db, id, on)));
  return units.flatMap((unit) => (unit === null ? [] : [{ ...unit, former: true }]));
}
