/**
 * Who may do what: the machinery behind one table of permissions. A cell says how far a role reaches with a verb; the same
 * cell answers for one subject (`may`) and becomes SQL for lists (`within`). What stands in no cell is refused.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../actor.ts';
import type { DB } from '../db/schema.generated.ts';

/**
 * own: of a producer the actor acts for · self: the actor's own account · unit: of the actor's commune · area: of the
 * actor's province · seat: a seat of the role's kind was given the subject · author: the subject is in the actor's own
 * hand (row `author` in seat_reach) · all: whatever there is.
 */
export type Reach = 'no' | 'own' | 'self' | 'unit' | 'area' | 'central' | 'seat' | 'author' | 'all';
/** A reach, or a reach that holds only in the states named: 'all while candidate|recognised'; several joined by ' or '. */
export type Cell = Reach | `${Exclude<Reach, 'no'>} while ${string}` | `${string} or ${string}`;

/** A printable table: its cells, and which seats of a council stand behind a role (reach `seat`). */
export interface PolicyTable {
  /** 'no' for verbs and roles the table does not have. */
  cell(verb: string, role: string): Cell;
  seatRoles: Readonly<Record<string, readonly string[]>>;
}

/** What the table asks about a row of `lifecycle`. */
export interface Subject {
  id: string;
  state: string;
  producer: string | null;
  commune: string | null;
  province: string | null;
  /** Roles of this actor's seats that were given the subject (seat_reach). */
  seats: readonly string[];
}

export interface Access {
  /** May this actor (null: anyone) do it to this subject? */
  may(actor: Actor | null, verb: string, subject: Subject): boolean;
  /** Has the role any reach with this verb: may a list or an empty form be opened at all? */
  mayEver(actor: Actor | null, verb: string): boolean;
  /**
   * The same as a condition on a row of lifecycle (or of a table with columns id, state, producer, commune, province)
   * known in the query as `alias`.
   */
  within(actor: Actor | null, verb: string, alias: string): RawBuilder<boolean>;
}

const ANYONE = 'public';
const AUTHOR = 'author';

/** Makes the two questions from one table. */
export function createAccess(table: PolicyTable): Access {
  const cellFor = (actor: Actor | null, verb: string) => readCell(table.cell(verb, actor?.role ?? ANYONE));
  const seatsFor = (actor: Actor) => table.seatRoles[actor.role] ?? [];
  return {
    mayEver: (actor, verb) => cellFor(actor, verb).some(({ reach }) => reach !== 'no'),
    may: (actor, verb, subject) => cellFor(actor, verb).some((way) => reaches(way, actor, subject, seatsFor)),
    within: (actor, verb, alias) => {
      const ways = cellFor(actor, verb).map((way) => waySql(way, actor, alias, seatsFor));
      return ways.length === 1 && ways[0] ? ways[0] : sql<boolean>`(${sql.join(ways, sql` or `)})`;
    },
  };
}

type SeatsFor = (actor: Actor) => readonly string[];

function reaches({ reach, states }: Way, actor: Actor | null, subject: Subject, seatsFor: SeatsFor): boolean {
  if (states !== null && !states.includes(subject.state)) return false;
  if (reach === 'all') return true;
  if (actor === null) return false;
  switch (reach) {
    case 'own':
      return subject.producer !== null && actor.producers.includes(subject.producer);
    case 'self':
      return subject.id === actor.account;
    case 'unit':
      return subject.commune !== null && subject.commune === actor.unit;
    case 'area':
      return subject.province !== null && subject.province === actor.area;
    case 'central':
      return subject.province === null && subject.commune === null;
    case 'seat':
      return seatsFor(actor).some((role) => subject.seats.includes(role));
    case 'author':
      return subject.seats.includes(AUTHOR);
    case 'no':
      return false;
  }
}

function waySql({ reach, states }: Way, actor: Actor | null, alias: string, seatsFor: SeatsFor): RawBuilder<boolean> {
  const reached = reachSql(reach, actor, alias, actor === null ? [] : seatsFor(actor));
  if (states === null || reach === 'no') return reached;
  return sql<boolean>`(${reached} and ${column(alias, 'state')} = any(${states}::text[]))`;
}

/** Loads what the table asks about one subject; null when there is none. */
export async function loadSubject(db: Kysely<DB>, actor: Actor | null, id: string): Promise<Subject | null> {
  const { rows } = await sql<Subject>`
    select l.id, l.state, l.producer, l.commune, l.province, ${seatsOf(actor)} as seats
      from lifecycle l where l.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Roles of the actor's seats in the subject `l`, for queries that load a Subject. */
export function seatsOf(actor: Pick<Actor, 'account'> | null): RawBuilder<string[]> {
  if (actor === null) return sql`array[]::text[]`;
  return sql`array(select r.seat_role from seat_reach r where r.subject = l.id and r.account = ${actor.account})`;
}

/** One way a cell reaches. */
interface Way {
  reach: Reach;
  /** Null: in every state. */
  states: readonly string[] | null;
}

const read = new Map<Cell, readonly Way[]>();

function readCell(cell: Cell): readonly Way[] {
  const known = read.get(cell);
  if (known) return known;
  const ways = cell.split(' or ').map((way): Way => {
    const [reach, states] = way.split(' while ') as [Reach, string | undefined];
    return { reach, states: states === undefined ? null : states.split('|') };
  });
  read.set(cell, ways);
  return ways;
}

function reachSql(reach: Reach, actor: Actor | null, alias: string, seats: readonly string[]): RawBuilder<boolean> {
  if (reach === 'all') return sql<boolean>`true`;
  if (actor === null) return sql<boolean>`false`;
  switch (reach) {
    case 'own':
      return sql<boolean>`${column(alias, 'producer')} = any(${actor.producers}::uuid[])`;
    case 'self':
      return sql<boolean>`${column(alias, 'id')} = ${actor.account}::uuid`;
    case 'unit':
      return sql<boolean>`${column(alias, 'commune')} = ${actor.unit}::uuid`;
    case 'area':
      return sql<boolean>`${column(alias, 'province')} = ${actor.area}::uuid`;
    case 'central':
      return sql<boolean>`(${column(alias, 'province')} is null and ${column(alias, 'commune')} is null)`;
    case 'seat':
      return seated(alias, actor, seats);
    case 'author':
      return seated(alias, actor, [AUTHOR]);
    case 'no':
      return sql<boolean>`false`;
  }
}

function seated(alias: string, actor: Actor, roles: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select from seat_reach r
    where r.subject = ${column(alias, 'id')} and r.account = ${actor.account}::uuid and r.seat_role = any(${roles}::text[]))`;
}

function column(alias: string, name: string) {
  return sql.ref(`${alias}.${name}`);
}
