import { type Kysely, sql } from 'kysely';
import { certificateRules, stateOn } from '#features/registry';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';

/** Where a dossier goes on with a commune or in its province's first hands: the change of a unit takes it along. */
export const OPEN = [
  'draft',
  'submitted',
  'checking',
  'returned',
  'proposed',
  'inRound',
  'inSession',
  'concluded',
  'candidate',
] as const;

/** Dossiers whose province has not taken them into a round: they go to another province with their commune. */
export const BEFORE_ROUND = ['draft', 'submitted', 'checking', 'returned', 'proposed'];

/** What hangs on a unit before it changes. */
export interface Follows {
  unit: string;
  producers: number;
  products: number;
  valid: number;
  /** Filed and open, by state: an administrator reads no dossier. */
  dossiers: { state: string; n: number }[];
  accounts: { id: string; name: string; role: string }[];
}

/** A record of the unit `u`: of the commune, or of the whole province. */
const here = (alias: string) =>
  sql`(u.level = 'province' and ${sql.ref(`${alias}.province`)} = u.id or u.level = 'commune' and ${sql.ref(`${alias}.commune`)} = u.id)`;

/** What follows from a change for each unit it touches: accounts, open dossiers, producers, products, certificates. */
export async function followsOf(db: Kysely<DB>, units: readonly string[], day: Day): Promise<Follows[]> {
  const rules = await certificateRules(db, day);
  const { rows } = await sql<Follows>`
    select u.id as unit, (select count(*)::int from producer r where ${here('r')} and r.joined_into is null) as producers,
      (select count(*)::int from product p where ${here('p')} and p.joined_into is null) as products,
      (select count(*)::int from counted_recognition g join product p on p.id = g.product where ${here('p')} and ${stateOn('g', 'g.life', day, rules)}
        in ('inForce', 'extended')) as valid,
      coalesce((select json_agg(json_build_object('state', s.state, 'n', s.n) order by s.state) from (select l.state, count(*)::int as n
        from dossier d join lifecycle l on l.id = d.id
        where ${here('d')} and d.submitted_on is not null and l.state = any(${[...OPEN]}::text[]) group by l.state) s), '[]') as dossiers,
      coalesce((select json_agg(json_build_object('id', a.id, 'name', a.full_name, 'role', m.role) order by a.full_name, a.id)
        from appointment m join account a on a.id = m.account join lifecycle l on l.id = a.id and l.state <> 'disabled'
        where m.unit = u.id and (m.valid_to is null or m.valid_to >= ${day}::date)), '[]') as accounts
    from unnest(${[...units]}::uuid[]) with ordinality a (id, n) join unit u on u.id = a.id order by a.n`.execute(db);
  return rows;
}

export type EffectKind =
  | 'commune'
  | 'producer'
  | 'product'
  | 'dossier'
  | 'account'
  | 'round'
  | 'decision'
  | 'task'
  | 'report'
  | 'mandate'
  | 'import';

/** What a change did, by kind, and how much of it a person still has to place. */
export interface Done {
  kind: EffectKind;
  moved: number;
  open: number;
}

export async function doneBy(db: Kysely<DB>, change: string): Promise<Done[]> {
  const { rows } = await sql<Done>`
    select kind, count(*) filter (where successor is not null)::int as moved, count(*) filter (where successor is null)::int as open
    from unit_change_effect where change = ${change} group by kind
    union all
    select 'commune', count(distinct v.unit)::int, 0 from unit_change c join unit_succession s on s.former = any(c.units) and s.part = 'full' and s.act = c.act and s.effective_on = c.effective_on
      join unit_version v on v.parent = s.successor and v.valid_from = c.effective_on and v.act = c.act
     where c.id = ${change} having count(*) > 0
    order by kind desc`.execute(db);
  return rows;
}

/** Accounts whose office was divided: the administrator gives them their new seat. */
export async function unseated(db: Kysely<DB>, change: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select a.id, a.full_name as name from unit_change_effect e join account a on a.id = e.subject
    where e.change = ${change} and e.kind = 'account' and e.successor is null
      and exists (select from appointment m where m.account = a.id and m.unit = e.former and m.valid_to is null)
    order by a.full_name, a.id`.execute(db);
  return rows;
}
