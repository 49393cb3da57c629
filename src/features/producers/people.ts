/** Who acts for a producer, and which records were joined into it. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';

export interface User {
  readonly name: string;
  readonly position: string | null;
  readonly since: Day;
  /** Other producers the same person acts for. */
  readonly others: number;
}

/** The accounts that act for a producer on a day. */
export async function readUsers(db: Kysely<DB>, producer: string, day: Day): Promise<User[]> {
  const { rows } = await sql<User>`
    select a.full_name as name, p.position, p.valid_from as since,
      (select count(distinct o.producer)::int from appointment o where o.account = a.id and o.producer <> p.producer
        and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to >= ${day}::date)) as others
      from appointment p join account a on a.id = p.account join lifecycle l on l.id = a.id and l.state in ('invited', 'active')
     where p.producer = ${producer}::uuid and p.role = 'producer' and p.valid_from <= ${day}::date
       and (p.valid_to is null or p.valid_to >= ${day}::date) order by p.valid_from, a.full_name limit 100`.execute(db);
  return rows;
}

export interface Join {
  readonly id: string;
  readonly joined: string;
  readonly name: string;
  readonly on: Day;
}

/** Records joined into a producer and not taken out again, newest first. */
export async function joinsOf(db: Kysely<DB>, producer: string): Promise<Join[]> {
  return db
    .selectFrom('producer_join as j')
    .innerJoin('producer as r', 'r.id', 'j.joined')
    .select(['j.id', 'j.joined', 'r.name', 'j.joined_on as on'])
    .where('j.kept', '=', producer)
    .where('j.undone_on', 'is', null)
    .orderBy('j.kept_no', 'desc')
    .limit(50)
    .execute();
}

/** How much hangs on a record. */
export interface Hanging {
  readonly products: number;
  readonly recognitions: number;
  readonly dossiers: number;
  readonly papers: number;
  readonly users: number;
}

/** Counts of what would go over when a record is joined into another. */
export async function countsOf(db: Kysely<DB>, producer: string): Promise<Hanging> {
  const { rows } = await sql<Hanging>`
    select (select count(*)::int from product where producer = p and joined_into is null) as products,
      (select count(*)::int from recognition g join product o on o.id = g.product where o.producer = p) as recognitions,
      (select count(*)::int from dossier where producer = p) as dossiers,
      (select count(*)::int from paper where producer = p and removed_at is null) as papers,
      (select count(*)::int from appointment where producer = p) as users
    from (select ${producer}::uuid as p) one`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('no counts');
  return row;
}
