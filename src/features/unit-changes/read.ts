import { type Kysely, sql } from 'kysely';
import type { NamedUnit, TouchedUnit, UnitChange, UnitChangeKind } from '#law/unit-change';
import type { Day } from '#platform/clock';
import type { Tx } from '#platform/db/database';
import type { DB } from '#platform/db/schema.generated';
import { type Going, goingOf } from './communes.ts';
import type { ChangePlan, ChangeState } from './schema.ts';

type Reader = Kysely<DB> | Tx;

/** A unit as a change needs it: the law's facts, and its words. */
export interface UnitNow extends TouchedUnit {
  readonly bare: string;
  readonly type: string;
  readonly code: string | null;
  /** With its province. */
  readonly place: string;
}

/** A change the law allows, with what it touches. */
export interface Change {
  readonly id: string;
  readonly plan: ChangePlan;
  readonly units: readonly UnitNow[];
  /** Of provinces: the communes that go along. */
  readonly communes: readonly Going[];
}

/** The units as they are called last, in the order asked for; unknown ones are left out. `except`: this change itself does not count as waiting. */
export async function unitsNow(db: Reader, ids: readonly string[], except: string | null = null): Promise<UnitNow[]> {
  const { rows } = await sql<UnitNow>`
    select u.id, v.full_name as name, v.name as bare, v.type, v.code, u.level, v.parent, u.valid_to as until,
      case when v.valid_from = '-infinity' then null else v.valid_from::text end as since,
      place_text(u.id, coalesce(u.valid_to, greatest(v.valid_from, date '2021-11-01'))) as place,
      exists (select from unit_change c where c.state = 'planned' and u.id = any(c.units) and c.id is distinct from ${except}::uuid) as waiting
    from unnest(${[...ids]}::uuid[]) with ordinality a (id, n) join unit u on u.id = a.id
      cross join lateral (select * from unit_version w where w.unit = u.id order by w.valid_from desc limit 1) v
    order by a.n`.execute(db);
  return rows;
}

/** The change as the law asks about it. */
export async function factsOf(
  db: Reader,
  plan: ChangePlan,
  except: string | null = null,
): Promise<{ change: UnitChange; units: UnitNow[]; communes: Going[] }> {
  const units = await unitsNow(db, plan.units, except);
  const [first] = units;
  const [over] = plan.parent === undefined ? [] : await unitsNow(db, [plan.parent]);
  const ofProvinces = first?.level === 'province' && plan.kind !== 'alter';
  const { communes, remaining } = ofProvinces ? await goingOf(db, plan) : { communes: [], remaining: 0 };
  const parent = plan.parent ?? first?.parent ?? null;
  const made: NamedUnit[] = [];
  for (const one of plan.made)
    made.push({ ...one, ...(await takenBy(db, one, plan, first?.level ?? 'commune', parent)) });
  const [only] = made;
  const same = first && only && only.name === first.bare && only.type === first.type && only.code === first.code;
  const change: UnitChange = {
    ...{ kind: plan.kind, number: plan.number, dated: plan.dated, effectiveOn: plan.effectiveOn },
    ...{ units, stays: plan.stays ?? null, made, parent: plan.parent ?? null },
    ...{ communes, remaining, parentEnded: over !== undefined && over.until !== null && over.until < plan.effectiveOn },
    differs: !same || parent !== first.parent,
  };
  return { change, units, communes };
}

/** Is code or name another's on the day? The units of the change that end then do not count. */
async function takenBy(
  db: Reader,
  { code, type, name }: { code: string; type: string; name: string },
  { units, stays, kind, effectiveOn }: ChangePlan,
  level: string,
  parent: string | null,
): Promise<Pick<NamedUnit, 'codeTaken' | 'nameTaken'>> {
  const ending = units.filter((id) => kind === 'alter' || id !== stays);
  const { rows } = await sql<Pick<NamedUnit, 'codeTaken' | 'nameTaken'>>`
    select coalesce(bool_or(v.code = ${code}), false) as "codeTaken",
      coalesce(bool_or(v.parent is not distinct from ${parent}::uuid and v.type = ${type} and lower(v.name) = lower(${name})), false) as "nameTaken"
    from unit_version v join unit u on u.id = v.unit and u.level = ${level}
    where (v.code = ${code} or lower(v.name) = lower(${name})) and coalesce(v.valid_to, 'infinity') >= ${effectiveOn}::date
      and v.unit <> all(${ending}::uuid[])`.execute(db);
  return rows[0] ?? { codeTaken: false, nameTaken: false };
}

/** A recorded change. */
export interface ChangeRecord {
  id: string;
  kind: UnitChangeKind;
  state: ChangeState;
  act: string;
  actDate: Day;
  effectiveOn: Day;
  plan: ChangePlan;
  problem: string | null;
  names: string[];
}

const columns = sql`c.id, c.kind, c.state, c.act, c.act_date as "actDate", c.effective_on as "effectiveOn", c.plan, c.problem,
  (select json_agg(place_text(u.id, c.effective_on - 1) order by a.n) from unnest(c.units) with ordinality a (id, n) join unit u on u.id = a.id) as names`;

/** The changes recorded here, newest first. */
export async function listChanges(db: Reader): Promise<ChangeRecord[]> {
  const { rows } = await sql<ChangeRecord>`
    select ${columns} from unit_change c order by c.effective_on desc, c.drafted_at desc, c.id limit 200`.execute(db);
  return rows;
}

/** One change; undefined when there is none. `lock` for an act on it. */
export async function findChange(db: Reader, id: string, lock = false): Promise<ChangeRecord | undefined> {
  const { rows } = await sql<ChangeRecord>`
    select ${columns} from unit_change c where c.id = ${id} ${lock ? sql`for update of c` : sql``}`.execute(db);
  return rows[0];
}
