import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateDays } from '#law/certificate';
import { addDays } from '#law/days';
import { asideSpans, type RecordedCertificate, speaksOn, statusOn } from '#law/validity';
import { withClient } from '#platform/db/connect';
import { type TestDb, testDatabase } from '../../../tests/support/database.ts';
import { stateText } from './certificate-rules.ts';

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
const extension = fc.option(
  fc.record({ late: fc.integer({ min: 0, max: 90 }), more: fc.integer({ min: 0, max: 90 }) }),
);
/** Days another stood in its place, since withdrawn. */
const aside = fc.option(fc.record({ from: day, days: fc.integer({ min: 1, max: 900 }) }));
const life = fc.constantFrom('inForce', 'inForce', 'inForce', 'revoked', 'annulled', 'superseded');

/** A recognition as it may be stored: a prolongation begins after the term, at once or later; only what has ended has an end. */
const recorded = fc
  .record({ issued, extension, begins: fc.boolean(), life, ended: fc.option(day), aside })
  .map(({ issued: text, extension: more, begins, life: state, ended, aside: away }): RecordedCertificate => {
    const days = certificateDays(text);
    const first = more && days.expiresLatest ? addDays(days.expiresLatest, more.late + 1) : null;
    return {
      ...{ ...days, life: state, endedOn: state === 'inForce' ? null : ended },
      ...{ extendedFrom: begins ? first : null, extendedTo: first && more ? addDays(first, more.more) : null },
      aside: away && `{[${away.from},${addDays(away.from, away.days)})}`,
    };
  });

/** A day near one that matters: issue, end of term, first and last day of a prolongation, end. */
const asked = fc
  .record({ row: recorded, at: fc.integer({ min: 0, max: 5 }), offset: fc.integer({ min: -400, max: 400 }) })
  .map(({ row, at, offset }) => {
    const days = [
      row.issuedEarliest,
      row.expiresLatest,
      row.extendedFrom,
      row.extendedTo,
      row.endedOn,
      asideSpans(row.aside)[0]?.from,
    ];
    const near = Math.abs(offset) < 250 ? offset % 3 : offset;
    return { row, on: addDays(days[at] ?? row.issuedLatest ?? '2024-02-29', near) };
  });

const COLUMNS = `issued_earliest date, issued_latest date, expires_earliest date, expires_latest date, extended_from date,
  extended_to date, ended_on date, aside datemultirange`;
const columnsOf = (row: RecordedCertificate) => ({
  ...{ issued_earliest: row.issuedEarliest, issued_latest: row.issuedLatest, expires_earliest: row.expiresEarliest },
  ...{ expires_latest: row.expiresLatest, extended_from: row.extendedFrom, extended_to: row.extendedTo },
  ...{ ended_on: row.endedOn, aside: row.aside },
});

/** The owner's own means, not a superuser's: the suite also runs where the role may only create databases and roles. */
const ROWS_ALONE = `do $$ declare bound record; begin
  alter table lifecycle disable trigger user;
  alter table recognition disable trigger user;
  for bound in select conname, conrelid::regclass as of from pg_constraint
      where contype = 'f' and conrelid in ('lifecycle'::regclass, 'recognition'::regclass) loop
    execute format('alter table %s drop constraint %I', bound.of, bound.conname);
  end loop;
end $$`;

describe.each([{ expiryDayValid: true }, { expiryDayValid: false }])(
  'validity on any day, $expiryDayValid',
  (rules) => {
    it('R6.2 certificate_state says the same as the law for random certificates and days', async () => {
      const drawn = fc.sample(asked, 3000).map(({ row, on }) => ({
        ...{ ...columnsOf(row), life: row.life, on_day: on },
        law: statusOn(row, on, rules).state,
      }));
      const wrong = await test.asOwner(
        `select * from (select r.*, ${stateText('r', 'r.life', 'r.on_day', rules)} as said
         from json_to_recordset($1::json) as r(life text, on_day date, law text, ${COLUMNS})) r where said <> law`,
        [JSON.stringify(drawn)],
      );
      expect(wrong).toEqual([]);
      expect(new Set(drawn.map(({ law }) => law)).size).toBe(8);
    });

    it('recognition_on says the same as the law for random products with up to four recognitions', async () => {
      const drawn = fc.sample(fc.record({ rows: fc.array(recorded, { maxLength: 4 }), near: asked }), 400);
      const products = drawn.map(({ rows, near }) => ({
        id: v7(),
        on: near.on,
        rows: rows.map((row) => ({ ...row, id: v7() })),
      }));
      const found = await withClient(test.urls.owner, async (client) => {
        // Only the rows themselves are needed here: no moves, no lists that follow them, no products.
        await client.query(ROWS_ALONE);
        const flat = products.flatMap(({ id, rows }) =>
          rows.map((row) => ({ id: row.id, product: id, life: row.life, ...columnsOf(row) })),
        );
        await client.query(
          `with r as (select * from json_to_recordset($1::json) as r(id uuid, product uuid, life text, ${COLUMNS})),
           l as (insert into lifecycle (id, process, state) select id, 'recognition', life from r)
         insert into recognition (id, product, product_name, issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, aside)
         select id, product, 'Thử', issued_earliest, issued_latest, expires_earliest, expires_latest, extended_from, extended_to, ended_on, aside from r`,
          [JSON.stringify(flat)],
        );
        const { rows } = await client.query<{ id: string; said: string | null }>(
          `select p.id, recognition_on(p.id, p.on_day, $2) as said from json_to_recordset($1::json) as p(id uuid, on_day date)`,
          [JSON.stringify(products.map(({ id, on }) => ({ id, on_day: on }))), rules.expiryDayValid],
        );
        return new Map(rows.map(({ id, said }) => [id, said]));
      });
      const wrong = products.filter(({ id, rows, on }) => found.get(id) !== (speaksOn(rows, on, rules)?.id ?? null));
      expect(wrong).toEqual([]);
      expect(products.filter(({ id }) => found.get(id) !== null).length).toBeGreaterThan(100);
    });
  },
);
