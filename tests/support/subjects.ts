/** Random subjects of the lifecycle with owners, units, states and seats, for tests of permissions. */
import fc from 'fast-check';
import { v7 } from 'uuid';
import type { Subject } from '../../src/platform/access/access.ts';
import type { Actor, StandIn } from '../../src/platform/actor.ts';
import type { TestDb } from './database.ts';

/** A subject, and which account was given it through which kind of seat. */
export type Sample = Omit<Subject, 'seats'> & { given: { account: string; kind: string }[] };

const ids = (n: number) => Array.from({ length: n }, () => v7());
const [producers, communes, provinces, accounts] = [ids(3), ids(3), ids(2), ids(3)];
const seatKinds = ['chair', 'viceChair', 'secretary', 'member', 'substitute', 'author', 'given'];

/** Writes 60 random subjects of process `thing` into the database. */
export async function writeSamples({ asOwner }: TestDb, states: readonly string[]): Promise<Sample[]> {
  const used = new Set<string>();
  const samples = fc
    .sample(
      fc.record({
        id: fc.constantFrom(...accounts, ...ids(6)),
        state: fc.constantFrom(...states),
        producer: fc.constantFrom(...producers, null),
        commune: fc.constantFrom(...communes, null),
        province: fc.constantFrom(...provinces, null),
        concerns: fc.uniqueArray(fc.constantFrom(...communes, ...provinces), { maxLength: 2 }),
        given: fc.uniqueArray(
          fc.record({ account: fc.constantFrom(...accounts), kind: fc.constantFrom(...seatKinds) }),
          {
            maxLength: 3,
            selector: ({ account, kind }) => `${account} ${kind}`,
          },
        ),
      }),
      { numRuns: 60, seed: 2026 },
    )
    .map((one) => {
      const id = used.has(one.id) ? v7() : one.id;
      used.add(id);
      return { ...one, id };
    });
  const json = JSON.stringify(samples);
  await asOwner(`insert into lifecycle_process values ('thing', 'new')`);
  await asOwner('alter table lifecycle disable trigger user');
  await asOwner(
    `insert into lifecycle (id, process, state, producer, commune, province)
     select id, 'thing', state, producer, commune, province from jsonb_populate_recordset(null::lifecycle, $1)`,
    [json],
  );
  await asOwner('alter table lifecycle enable trigger user');
  await asOwner('alter table seat_reach drop constraint seat_reach_account_fkey, drop constraint seat_reach_seat_fkey');
  await asOwner(
    `insert into seat_reach (subject, account, seat_role, seat)
     select s.id, g.account, g.kind, gen_random_uuid() from jsonb_to_recordset($1) as s(id uuid, given jsonb),
            jsonb_to_recordset(s.given) as g(account uuid, kind text) where g.kind <> 'given'`,
    [json],
  );
  // What the programme reads from advisory teams stands here as it is.
  await asOwner('drop view given_reach');
  await asOwner(
    `create table given_reach as select s.id as subject, g.account from jsonb_to_recordset($1) as s(id uuid, given jsonb),
            jsonb_to_recordset(s.given) as g(account uuid, kind text) where g.kind = 'given'`,
    [json],
  );
  await asOwner('grant select on given_reach to app');
  await asOwner('drop view concern_reach');
  await asOwner(
    `create table concern_reach as select s.id as subject, c.unit
       from jsonb_to_recordset($1) as s(id uuid, concerns uuid[]), unnest(s.concerns) as c(unit)`,
    [json],
  );
  await asOwner('grant select on concern_reach to app');
  return samples;
}

/** Somebody who may have to do with the samples; null: nobody signed in. */
export function anyActor(roles: readonly string[]): fc.Arbitrary<Actor | null> {
  return fc.option(
    fc
      .record({
        account: fc.constantFrom(...accounts),
        name: fc.constant('A'),
        role: fc.constantFrom(...roles),
        capacity: fc.constant('A'),
        unit: fc.constantFrom(...communes, ...provinces, null),
        area: fc.constantFrom(...provinces, null),
        producers: fc.subarray(producers),
        session: fc.constant('s'),
        fresh: fc.boolean(),
        demo: fc.boolean(),
        byName: fc.boolean(),
      })
      .map(({ byName, ...actor }): Actor => (byName ? { ...actor, byName } : actor)),
    { freq: 8 },
  );
}

/** Somebody who acts in the place of one or two colleagues, each with groups of acts. */
export function anyDeputy(roles: readonly string[], groups: readonly string[]): fc.Arbitrary<Actor> {
  const place: fc.Arbitrary<StandIn> = fc.record({
    delegation: fc.uuid(),
    account: fc.constantFrom(...accounts),
    name: fc.constant('B'),
    capacity: fc.constant('B'),
    paper: fc.constant('văn bản số 1'),
    role: fc.constantFrom(...roles),
    unit: fc.constantFrom(...communes, ...provinces, null),
    area: fc.constantFrom(...provinces, null),
    acts: fc.subarray([...groups]),
    to: fc.constant('2026-12-31'),
  });
  return fc
    .tuple(
      anyActor(roles).filter((one) => one !== null),
      fc.array(place, { minLength: 1, maxLength: 2 }),
    )
    .map(([actor, standsIn]) => ({ ...actor, standsIn }));
}

/**
 * What cells mean for an actor with the colleagues whose place is taken, in plain words: own right, or a place whose acts
 * contain the verb, but only as far as it is the office's (no seat, hand, account or producer of the colleague).
 */
export function oracleWithPlaces(
  cellOf: (role: string) => string,
  handed: (acts: readonly string[]) => boolean,
  seatRoles: Readonly<Record<string, readonly string[]>>,
  actor: Actor | null,
  subject: Sample,
): boolean {
  if (oracle(cellOf(actor?.role ?? 'public'), seatRoles, actor, subject)) return true;
  return (actor?.standsIn ?? []).some(({ acts, role, unit, area, account }) => {
    if (!actor || !handed(acts)) return false;
    const office = cellOf(role)
      .split(' or ')
      .filter((way) => /^(unit|area|above|central|concerned|all)\b/.test(way))
      .join(' or ');
    return office !== '' && oracle(office, seatRoles, { ...actor, account, role, unit, area, producers: [] }, subject);
  });
}

/** The subject as this actor sees it: with the roles of the actor's own seats. */
export function seenBy(actor: Actor | null, { given, ...subject }: Sample): Subject {
  const seats = given.filter(({ account }) => account === actor?.account).map(({ kind }) => kind);
  return { ...subject, seats: seats.filter((kind) => kind !== 'given' || actor?.byName) };
}

/** What a cell of the table means, once more in plain words, written apart from the machinery. */
export function oracle(
  cell: string,
  seatRoles: Readonly<Record<string, readonly string[]>>,
  actor: Actor | null,
  subject: Sample,
): boolean {
  if (cell.includes(' or ')) return cell.split(' or ').some((way) => oracle(way, seatRoles, actor, subject));
  const [reach, during] = cell.split(' while ');
  if (during && !during.split('|').some((state) => state === subject.state)) return false;
  if (reach === 'all') return true;
  if (!actor) return false;
  const mine = subject.given.filter(({ account }) => account === actor.account).map(({ kind }) => kind);
  const sitting = Object.entries(seatRoles).flatMap(([role, kinds]) => (role === actor.role ? kinds : []));
  return [
    reach === 'own' && actor.producers.some((one) => one === subject.producer),
    reach === 'self' && actor.account === subject.id,
    reach === 'unit' && !!actor.unit && actor.unit === subject.commune,
    reach === 'area' && !!actor.area && actor.area === subject.province,
    reach === 'above' && subject.commune === null && [null, actor.area].includes(subject.province),
    reach === 'central' && subject.province === null && subject.commune === null,
    reach === 'seat' && mine.some((kind) => sitting.includes(kind)),
    reach === 'author' && mine.includes('author'),
    reach === 'given' && actor.byName === true && mine.includes('given'),
    reach === 'concerned' && !!actor.unit && (subject.concerns ?? []).includes(actor.unit),
  ].includes(true);
}
