/**
 * Who may do what: the machinery behind one table of permissions. A cell says how far a role reaches with a verb; the same
 * cell answers for one subject (`may`) and becomes SQL for lists (`within`). What stands in no cell is refused.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor, StandIn } from '../actor.ts';
import type { DB } from '../db/schema.generated.ts';

/**
 * own: of a producer the actor acts for · self: the actor's own account · unit: of the actor's commune · area: of the
 * actor's province · above: of no commune, and of the actor's province or of none · seat: a seat of the role's kind was given the subject · author: the subject is in the actor's own
 * hand (row `author` in seat_reach) · given: handed to the actor by name, as the view given_reach says at this moment ·
 * concerned: not of the actor's unit, but about something of it, as the view concern_reach says ·
 * all: whatever there is.
 */
export type Reach =
  | 'no'
  | 'own'
  | 'self'
  | 'unit'
  | 'area'
  | 'above'
  | 'central'
  | 'seat'
  | 'author'
  | 'given'
  | 'concerned'
  | 'all';
/** A reach, or a reach that holds only in the states named: 'all while candidate|recognised'; several joined by ' or '. */
export type Cell = Reach | `${Exclude<Reach, 'no'>} while ${string}` | `${string} or ${string}`;

/** A printable table: its cells, and which seats of a council stand behind a role (reach `seat`). */
export interface PolicyTable {
  /** 'no' for verbs and roles the table does not have. */
  cell(verb: string, role: string): Cell;
  seatRoles: Readonly<Record<string, readonly string[]>>;
  /** Is the verb among what a delegation of these groups of acts hands over? Left out: nothing is handed over. */
  handedOver?(verb: string, acts: readonly string[]): boolean;
}

/** What the table asks about a row of `lifecycle`. */
export interface Subject {
  id: string;
  state: string;
  producer: string | null;
  commune: string | null;
  province: string | null;
  /** Roles of this actor's seats that were given the subject (seat_reach); `given` where given_reach names the actor. */
  seats: readonly string[];
  /** Communes and provinces it says something about without being theirs (concern_reach); left out: none. */
  concerns?: readonly string[];
  /** Who of the actor and those the actor stands in for handled it last; null or left out: none of them. */
  handler?: string | null;
}

/** How somebody is let through: in their own right, or in the place of a colleague. */
export type Pass = 'own' | StandIn;

export interface Access {
  /** May this actor (null: anyone) do it to this subject, in their own right or in a colleague's place? */
  may(actor: Actor | null, verb: string, subject: Subject): boolean;
  /**
   * In which right the actor does it; null: not at all. In a colleague's place when only that reaches, and when the
   * subject lies in the colleague's hand: the colleague handled it last by an act that is handed over.
   */
  passOf(actor: Actor | null, verb: string, subject: Subject): Pass | null;
  /** Has the role any reach with this verb: may a list or an empty form be opened at all? */
  mayEver(actor: Actor | null, verb: string): boolean;
  /**
   * The same as a condition on a row of lifecycle (or of a table with columns id, state, producer, commune, province)
   * known in the query as `alias`.
   */
  within(actor: Actor | null, verb: string, alias: string): RawBuilder<boolean>;
  /** The ways `within` joins, apart: the own one first, then one for each colleague whose place is taken. */
  waysOf(actor: Actor, verb: string, alias: string): readonly WayIn[];
}

/** How far somebody reaches in one right. */
export interface WayIn {
  readonly role: string;
  /** Null: in their own right. */
  readonly colleague: StandIn | null;
  readonly reach: RawBuilder<boolean>;
}

/** Reaches of an office, which can be handed over; own hand, seat and account are a person's. */
const OFFICE: ReadonlySet<Reach> = new Set(['unit', 'area', 'above', 'central', 'concerned', 'all']);

const ANYONE = 'public';
const AUTHOR = 'author';
const GIVEN = 'given';

/** Makes the questions from one table. */
export function createAccess(table: PolicyTable): Access {
  const cellFor = (actor: Actor | null, verb: string) => readCell(table.cell(verb, actor?.role ?? ANYONE));
  const seatsFor = (actor: Actor) => table.seatRoles[actor.role] ?? [];
  const facesFor = (actor: Actor | null, verb: string): readonly Face[] =>
    (actor?.standsIn ?? [])
      .filter(({ acts }) => table.handedOver?.(verb, acts) === true)
      .map((colleague): Face => ({ colleague, actor: faceOf(colleague, actor) }));
  const officeWays = (face: Face, verb: string) => cellFor(face.actor, verb).filter(({ reach }) => OFFICE.has(reach));
  const ownWays = (actor: Actor | null, verb: string, alias: string) =>
    cellFor(actor, verb).map((way) => waySql(way, actor, alias, seatsFor));
  const faceWays = (face: Face, verb: string, alias: string) =>
    officeWays(face, verb).map((way) => waySql(way, face.actor, alias, seatsFor));
  const lentWays = (actor: Actor | null, verb: string, alias: string) =>
    facesFor(actor, verb).map((face) => faceWays(face, verb, alias));
  const passOf: Access['passOf'] = (actor, verb, subject) => {
    const own = cellFor(actor, verb).some((way) => reaches(way, actor, subject, seatsFor));
    const lent = facesFor(actor, verb).filter(
      (face) =>
        (!own || face.colleague.account === subject.handler) &&
        officeWays(face, verb).some((way) => reaches(way, face.actor, subject, seatsFor)),
    );
    return lent[0]?.colleague ?? (own ? 'own' : null);
  };
  return {
    mayEver: (actor, verb) =>
      cellFor(actor, verb).some(({ reach }) => reach !== 'no') ||
      facesFor(actor, verb).some((face) => officeWays(face, verb).length > 0),
    passOf,
    may: (actor, verb, subject) => passOf(actor, verb, subject) !== null,
    within: (actor, verb, alias) => joined([...ownWays(actor, verb, alias), ...lentWays(actor, verb, alias).flat()]),
    waysOf: (actor, verb, alias) => [
      { role: actor.role, colleague: null, reach: joined(ownWays(actor, verb, alias)) },
      ...facesFor(actor, verb).map((face) => ({
        role: face.colleague.role,
        colleague: face.colleague,
        reach: joined(faceWays(face, verb, alias)),
      })),
    ],
  };
}

function joined(ways: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  if (ways.length === 0) return sql<boolean>`false`;
  return ways.length === 1 && ways[0] ? ways[0] : sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

/** A colleague, and the colleague's place as an actor of its own. */
interface Face {
  readonly colleague: StandIn;
  readonly actor: Actor;
}

/** The place of a colleague: role and office without anything that is the colleague's own. */
function faceOf({ account, name, capacity, role, unit, area }: StandIn, by: Actor | null): Actor {
  const { session, fresh, demo } = by ?? { session: '', fresh: false, demo: false };
  return { account, name, capacity, role, unit, area, producers: [], session, fresh, demo };
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
    case 'above':
      return subject.commune === null && (subject.province === null || subject.province === actor.area);
    case 'central':
      return subject.province === null && subject.commune === null;
    case 'seat':
      return seatsFor(actor).some((role) => subject.seats.includes(role));
    case 'author':
      return subject.seats.includes(AUTHOR);
    case 'given':
      return subject.seats.includes(GIVEN);
    case 'concerned':
      return actor.unit !== null && (subject.concerns ?? []).includes(actor.unit);
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
    select l.id, l.state, l.producer, l.commune, l.province, ${seatsOf(actor)} as seats, ${handlerOf(actor, 'l')} as handler,
           array(select c.unit from concern_reach c where c.subject = l.id) as concerns
      from lifecycle l where l.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Roles of the actor's seats in the subject `l`, for queries that load a Subject. */
export function seatsOf(actor: Pick<Actor, 'account' | 'byName'> | null): RawBuilder<string[]> {
  if (actor === null) return sql`array[]::text[]`;
  const seats = sql`select r.seat_role from seat_reach r where r.subject = l.id and r.account = ${actor.account}`;
  return actor.byName
    ? sql`array(${seats} union select ${GIVEN} where ${givenTo(sql`l.id`, actor)})`
    : sql`array(${seats})`;
}

/** Asked of nobody but those who work by name: the others have nothing there. */
function givenTo(
  subject: RawBuilder<unknown>,
  { account, byName }: Pick<Actor, 'account' | 'byName'>,
): RawBuilder<boolean> {
  if (!byName) return sql<boolean>`false`;
  return sql<boolean>`exists (select from given_reach g where g.subject = ${subject} and g.account = ${account}::uuid)`;
}

/**
 * Whose hand the row `alias` of lifecycle lies in, among the actor and those the actor stands in for: who of them moved it
 * last while it waited for the office it waits for now. Null when the actor stands in for nobody.
 */
export function handlerOf(actor: Pick<Actor, 'account' | 'standsIn'> | null, alias: string): RawBuilder<string | null> {
  const away = (actor?.standsIn ?? []).map(({ account }) => account);
  if (actor === null || away.length === 0) return sql<null>`null::text`;
  return sql<string | null>`(select coalesce(g.in_place_of ->> 'account', g.actor)
      from ledger g left join ledger b on b.subject = g.subject and b.version = g.version - 1
     where g.subject = ${column(alias, 'id')} and g.actor = any(${[actor.account, ...away]}::text[])
       and coalesce(b.next_actor, case when b.no is null then g.next_actor end) = ${column(alias, 'next_actor')}
     order by g.no desc limit 1)`;
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
    case 'above':
      return sql<boolean>`(${column(alias, 'commune')} is null and (${column(alias, 'province')} is null or ${column(alias, 'province')} = ${actor.area}::uuid))`;
    case 'central':
      return sql<boolean>`(${column(alias, 'province')} is null and ${column(alias, 'commune')} is null)`;
    case 'seat':
      return seated(alias, actor, seats);
    case 'author':
      return seated(alias, actor, [AUTHOR]);
    case 'given':
      return givenTo(sql`${column(alias, 'id')}`, actor);
    case 'concerned':
      return sql<boolean>`exists (select from concern_reach r where r.subject = ${column(alias, 'id')} and r.unit = ${actor.unit}::uuid)`;
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
