import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { anyActor, oracle, type Sample, seenBy, writeSamples } from '../../../tests/support/subjects.ts';
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

const reaches: Exclude<Reach, 'no'>[] = ['own', 'self', 'unit', 'area', 'central', 'seat', 'author', 'all'];
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

test('may() agrees with within() and with the rule in plain words, for any cell, actor and subject', async () => {
  await fc.assert(
    fc.asyncProperty(anyCell, anyActor(roles), async (cell, actor) => {
      const access = createAccess({ cell: (verb) => (verb === 'thing.do' ? cell : 'no'), seatRoles });
      const expected = samples.filter((one) => oracle(cell, seatRoles, actor, one)).map(({ id }) => id);
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
    expect({ ...loaded, seats: loaded?.seats.toSorted() }).toEqual({ ...expected, seats: [...expected.seats].sort() });
  }
  expect(await loadSubject(db.app, actor, v7())).toBeNull();
});
