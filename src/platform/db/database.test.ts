import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';

const { db } = await testDatabase();
test('dates are strings, bigint numbers, instants Date', async () => {
  const { rows } = await sql<{
    day: string;
    big: number;
    at: Date;
    n: string;
  }>`select date '2026-02-28' as day, 9007199254740991::bigint as big, timestamptz '2026-01-01T00:00:00Z' as at, 1.10::numeric as n`.execute(
    db.app,
  );
  expect(rows[0]).toEqual({
    day: '2026-02-28',
    big: 9007199254740991,
    at: new Date('2026-01-01T00:00:00Z'),
    n: '1.10',
  });
});
