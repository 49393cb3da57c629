/** The real table of permissions: what a page or button says, what a list shows, and what the table means agree. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { createAccess } from '#platform/access/access';
import { actGroups, policy, policyTable, roles } from '#policy';
import { testDatabase } from './support/database.ts';
import { anyActor, anyDeputy, oracleWithPlaces, type Sample, seenBy, writeSamples } from './support/subjects.ts';

const testDb = await testDatabase();
const verbs = Object.keys(policy);
const states = [
  ...new Set(
    verbs.flatMap((verb) =>
      roles.flatMap((role) =>
        policyTable
          .cell(verb, role)
          .split(' or ')
          .flatMap((way) => way.split(' while ')[1]?.split('|') ?? []),
      ),
    ),
  ),
];
let samples: Sample[] = [];
beforeAll(async () => {
  samples = await writeSamples(testDb, [...states, 'draft']);
});

const anyone = fc.oneof(anyActor(roles), anyDeputy(roles, Object.keys(actGroups)));

test('S12 every verb of the table, random actors and subjects: may() = within() = the table in plain words', async () => {
  const access = createAccess(policyTable);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...verbs), anyone, async (verb, actor) => {
      const cellOf = (role: string) => policyTable.cell(verb, role);
      const handed = (acts: readonly string[]) => policyTable.handedOver(verb, acts);
      const expected = samples
        .filter((one) => oracleWithPlaces(cellOf, handed, policyTable.seatRoles, actor, one))
        .map(({ id }) => id);
      const { rows } = await sql<{ id: string }>`
        select l.id from lifecycle l where l.process = 'thing' and ${access.within(actor, verb, 'l')}`.execute(
        testDb.db.app,
      );
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected));
      const allowed = samples.filter((one) => access.may(actor, verb, seenBy(actor, one)));
      expect(allowed.map(({ id }) => id)).toEqual(expected);
    }),
    { numRuns: 600 },
  );
});
