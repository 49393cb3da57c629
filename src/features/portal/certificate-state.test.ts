import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateDays, certificateOn, type EndKind } from '#law/certificate';
import { addDays } from '#law/days';
import { type TestDb, testDatabase } from '../../../tests/support/database.ts';

let test: TestDb;
beforeAll(async () => {
  test = await testDatabase();
});

const day = fc.integer({ min: 0, max: 3650 }).map((count) => addDays('2019-01-01', count));
const issued = fc.oneof(
  fc.constant(null),
  day,
  day.map((each) => each.slice(0, 7)),
  day.map((each) => each.slice(0, 4)),
);
const ended = fc.option(
  fc.record({ kind: fc.constantFrom<EndKind>('revoked', 'annulled', 'superseded'), on: fc.option(day) }),
);

describe('certificate_state in SQL', () => {
  it('says the same as the law for random certificates and days', async () => {
    const cases = fc.sample(
      fc.record({
        issued,
        extension: fc.option(fc.integer({ min: 1, max: 180 })),
        ended,
        offset: fc.integer({ min: -400, max: 400 }),
        at: fc.constantFrom('issue', 'expiry', 'end'),
        endDayValid: fc.boolean(),
      }),
      3000,
    );
    const asked = cases.map(({ issued: text, extension, ended: end, offset, at, endDayValid }) => {
      const days = certificateDays(text);
      const extendedTo =
        extension !== null && days.expiresLatest !== null ? addDays(days.expiresLatest, extension) : null;
      const anchor =
        (at === 'issue' ? days.issuedEarliest : at === 'expiry' ? days.expiresLatest : end?.on) ?? '2024-02-29';
      const near = addDays(anchor, Math.abs(offset) < 40 ? Math.sign(offset) * (Math.abs(offset) % 3) : offset);
      const law = certificateOn({ ...days, extendedTo, ended: end }, near, { expiryDayValid: endDayValid }).state;
      return {
        ...days,
        extendedTo,
        life: end?.kind ?? 'inForce',
        endedOn: end?.on ?? null,
        day: near,
        endDayValid,
        law,
      };
    });
    const wrong = await test.asOwner(
      `select r.*, certificate_state(r.life, r."issuedEarliest", r."issuedLatest", r."expiresEarliest", r."expiresLatest", r."extendedTo", r."endedOn", r.day, r."endDayValid") as said
       from json_to_recordset($1::json) as r(life text, "issuedEarliest" date, "issuedLatest" date, "expiresEarliest" date, "expiresLatest" date,
         "extendedTo" date, "endedOn" date, day date, "endDayValid" boolean, law text)
       where certificate_state(r.life, r."issuedEarliest", r."issuedLatest", r."expiresEarliest", r."expiresLatest", r."extendedTo", r."endedOn", r.day, r."endDayValid") <> r.law`,
      [JSON.stringify(asked)],
    );
    expect(wrong).toEqual([]);
    expect(new Set(asked.map((each) => each.law)).size).toBe(8);
  });
});
