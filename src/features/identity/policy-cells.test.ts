/** S12: every cell of the table of permissions, tried on a real database against the rule in plain words. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { processes } from '#law/moves';
import { createAccess } from '#platform/access/access';
import type { Actor } from '#platform/actor';
import { policy, policyTable, roles, seatRoles } from '#policy';
import { testDatabase } from '../../../tests/support/database.ts';
import { anyActor, oracle, type Sample, seenBy, writeSamples } from '../../../tests/support/subjects.ts';

const testDb = await testDatabase();
const access = createAccess(policyTable);
const states = [...new Set(Object.values(processes).flatMap((process) => Object.keys(process.states)))];
let samples: Sample[] = [];
beforeAll(async () => {
  samples = await writeSamples(testDb, states);
});

const signedIn = roles.filter((role) => role !== 'public');
const people = fc
  .sample(anyActor(signedIn), { numRuns: 400, seed: 12 })
  .filter((one): one is Actor => one !== null && one.producers.length > 0);

describe.each(roles)('S12 every verb for role %s', (role) => {
  const actors = role === 'public' ? [null] : people.filter((one) => one.role === role).slice(0, 3);

  test(`reaches exactly what its cell says (${actors.length} actors, ${Object.keys(policy).length} verbs)`, async () => {
    expect(actors.length).toBeGreaterThan(0);
    for (const actor of actors) {
      const conditions = Object.keys(policy).map(
        (verb) =>
          sql`select ${verb}::text as verb, l.id from lifecycle l where l.process = 'thing' and ${access.within(actor, verb, 'l')}`,
      );
      const { rows } = await sql<{ verb: string; id: string }>`${sql.join(conditions, sql` union all `)}`.execute(
        testDb.db.app,
      );
      for (const verb of Object.keys(policy)) {
        const expected = samples.filter((one) => oracle(policyTable.cell(verb, role), seatRoles, actor, one));
        const listed = rows.filter((row) => row.verb === verb).map(({ id }) => id);
        const allowed = samples.filter((one) => access.may(actor, verb, seenBy(actor, one)));
        expect(new Set(listed), `${verb} as a list`).toEqual(new Set(expected.map(({ id }) => id)));
        expect(allowed, `${verb} one by one`).toEqual(expected);
      }
    }
  });
});

test('the samples try both answers of nearly every reach', () => {
  const tried = new Set<string>();
  for (const actor of people.slice(0, 60)) {
    for (const verb of Object.keys(policy)) {
      const [reach = 'no'] = policyTable.cell(verb, actor.role).split(' while ');
      for (const one of samples) tried.add(`${reach} ${access.may(actor, verb, seenBy(actor, one))}`);
    }
  }
  for (const reach of ['own', 'self', 'unit', 'area', 'seat', 'author']) {
    expect(tried).toContain(`${reach} true`);
    expect(tried).toContain(`${reach} false`);
  }
});
