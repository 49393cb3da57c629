/** A list as read, held against a database: for the command, which writes nothing. */
import type { Kysely } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { type Comparison, compareWith } from './compare/judge.ts';
import { loadKnown, placeFinder } from './known.ts';
import type { ReadFile, ReadRow } from './reading/types.ts';
import { factsOf } from './rows.ts';

/** The file with the statuses the registry gives its rows; each province's rows against its own registry. */
export async function compareRead(
  db: Kysely<DB>,
  file: ReadFile,
  { day, asOf, province }: { day: Day; asOf: Day | null; province: string | null },
): Promise<ReadFile> {
  const placeOf = await placeFinder(db, day, asOf);
  const comparisons = new Map<string | null, Comparison>();
  const own =
    province === null
      ? null
      : placeOf({ communeCode: null, newCommuneCodes: [], provinceCode: province, decisionDate: null, address: null })
          .province;
  const rows: ReadRow[] = [];
  for (const [at, read] of file.rows.entries()) {
    const facts = factsOf({ no: at + 1, read, corrected: null, settled: null }, placeOf, null);
    const where = own ?? facts.place.province;
    const comparison = comparisons.get(where) ?? compareWith(await knownOf(db, where), where ?? '');
    comparisons.set(where, comparison);
    const { status, notes } = comparison.judge(facts);
    rows.push({ ...read, status, notes: [...notes, ...read.notes] });
  }
  return { ...file, rows };
}

const knownOf = async (db: Kysely<DB>, province: string | null) =>
  province === null ? { producers: [], products: [] } : loadKnown(db, province);
