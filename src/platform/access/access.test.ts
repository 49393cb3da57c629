import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import {
  anyActor,
  anyDeputy,
  oracleWithPlaces,
  type Sample,
  seenBy,
  writeSamples,
} from '../../../tests/support/subjects.ts';
import { type Cell, createAccess, loadSubject, type Reach } from './access.ts';

const testDb = await testDatabase();
const { db } = testDb;
const states = ['draft', 'checking', 'done'];
const roles = ['producer', 'commune', 'councilChair', 'councilSecretary', 'councilMember', 'auditor'];
const seatRoles = {
  councilChair: ['chair', 'viceChair'],
  councilSecretary: ['secretary'],
  councilMember: ['member', 'substitute'],
};
let samples: Sample[] = [];
beforeAll(async () => {
  samples = await writeSamples(testDb, states);
});

const reaches: Exclude<Reach, 'no'>[] = [
  'own',
  'self',
  'unit',
  'area',
  'above',
  'central',
  'seat',
  'author',
  'given',
  'concerned',
  'all',
];
const oneWay: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>('no', ...reaches),
  fc
    .tuple(fc.constantFrom(...reaches), fc.subarray(states, { minLength: 1 }))
    .map(([reach, held]): Cell => `${reach} while ${held.join('|')}`),
);
const anyCell = fc.oneof(
  oneWay,
  fc.tuple(oneWay, oneWay).map(([one, other]): Cell => `${one} or ${other}`),
);

const anyone = fc.oneof(anyActor(roles), anyDeputy(roles, ['things', 'others']));

test('may() agrees with within() and with the rule in plain words, for any cell, actor and subject', async () => {
  await fc.assert(
    fc.asyncProperty(anyCell, anyCell, anyone, async (cell, other, actor) => {
      const cellOf = (role: string) => (role === 'commune' ? other : cell);
      const handed = (acts: readonly string[]) => acts.includes('things');
      const access = createAccess({
        cell: (verb, role) => (verb === 'thing.do' ? cellOf(role) : 'no'),
        seatRoles,
        handedOver: (verb, acts) => verb === 'thing.do' && handed(acts),
      });
      const expected = samples
        .filter((one) => oracleWithPlaces(cellOf, handed, seatRoles, actor, one))
        .map(({ id }) => id);
      const { rows } = await sql<{ id: string }>`
        select l.id from lifecycle l where l.process = 'thing' and ${access.within(actor, 'thing.do', 'l')}`.execute(
        db.app,
      );
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected));
      const allowed = samples.filter((one) => access.may(actor, 'thing.do', seenBy(actor, one)));
      expect(allowed.map(({ id }) => id)).toEqual(expected);
      if (expected.length > 0) expect(access.mayEver(actor, 'thing.do')).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('own right comes first, but what lies in the hand of the colleague is done in the colleague’s place', () => {
  const place = {
    ...{ delegation: 'd', account: 'away', name: 'B', capacity: 'B', paper: 'văn bản số 1', to: '2026-12-31' },
    ...{ role: 'commune', unit: 'u', area: 'a', acts: ['things'] },
  };
  const deputy = {
    ...{ account: 'here', name: 'A', capacity: 'A', role: 'commune', unit: 'u', area: 'a', producers: [] },
    ...{ session: 's', fresh: true, demo: false, standsIn: [place] },
  };
  const access = createAccess({
    cell: (verb, role) => (role === 'commune' && verb !== 'thing.burn' ? 'unit' : 'no'),
    seatRoles,
    handedOver: (verb, acts) => verb === 'thing.do' && acts.includes('things'),
  });
  const subject = { id: 'x', state: 'draft', producer: null, commune: 'u', province: 'a', seats: [] };
  expect(access.passOf(deputy, 'thing.do', subject)).toBe('own');
  expect(access.passOf(deputy, 'thing.do', { ...subject, handler: 'here' })).toBe('own');
  expect(access.passOf(deputy, 'thing.do', { ...subject, handler: 'away' })).toBe(place);
  expect(access.passOf(deputy, 'thing.other', { ...subject, handler: 'away' })).toBe('own');
  const secretary = { ...deputy, role: 'councilSecretary' };
  expect(access.passOf(secretary, 'thing.do', subject)).toBe(place);
  expect(access.passOf(secretary, 'thing.other', subject)).toBeNull();
  expect(access.passOf({ ...secretary, standsIn: [] }, 'thing.do', subject)).toBeNull();
  expect(access.passOf(secretary, 'thing.do', { ...subject, commune: 'elsewhere' })).toBeNull();
});

test('what the table does not name is refused (deny by default)', () => {
  const access = createAccess({ cell: () => 'no', seatRoles });
  const subject = {
    id: v7(),
    state: 'draft',
    producer: null,
    commune: null,
    province: null,
    seats: ['chair', 'author'],
  };
  expect(access.may(null, 'thing.burn', subject)).toBe(false);
  expect(access.mayEver(null, 'thing.burn')).toBe(false);
});

test('loadSubject brings the subject with the seats of this actor only', async () => {
  const actor = fc.sample(anyActor(roles), { numRuns: 50, seed: 1 }).find((one) => one !== null) ?? null;
  for (const sample of samples) {
    const loaded = await loadSubject(db.app, actor, sample.id);
    const expected = seenBy(actor, sample);
    expect({ ...loaded, seats: loaded?.seats.toSorted(), concerns: loaded?.concerns?.toSorted() }).toEqual({
      ...expected,
      handler: null,
      seats: [...expected.seats].sort(),
      concerns: expected.concerns?.toSorted(),
    });
  }
  expect(await loadSubject(db.app, actor, v7())).toBeNull();
});
