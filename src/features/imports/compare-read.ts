/** A list as read, held against a database: for the command, which writes nothing. */
import type { Kysely } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { compareWith } from './compare/judge.ts';
import { compareProducers } from './compare/producers.ts';
import type { Comparison } from './compare/types.ts';
import { loadKnown, placeFinder } from './known.ts';
import type { ReadRow } from './reading/types.ts';
import { factsOf } from './rows.ts';
import type { ImportSubject } from './schema.ts';

/** A row as read → with the status the registry gives it; each province's rows against its own registry, in order. */
export async function registryJudge(
  db: Kysely<DB>,
  { subject, day, asOf, province }: { subject: ImportSubject; day: Day; asOf: Day | null; province: string | null },
): Promise<(row: ReadRow) => Promise<ReadRow>> {
  const placeOf = await placeFinder(db, day, asOf);
  const comparisons = new Map<string | null, Comparison>();
  const own =
    province === null
      ? null
      : placeOf({ communeCode: null, newCommuneCodes: [], provinceCode: province, decisionDate: null, address: null })
          .province;
  const compare = subject === 'producers' ? compareProducers : compareWith;
  let no = 0;
  return async (read) => {
    no += 1;
    const facts = factsOf({ no, read, corrected: null, settled: null }, placeOf, null);
    const where = own ?? facts.place.province;
    const comparison = comparisons.get(where) ?? compare(await knownOf(db, where), where ?? '');
    comparisons.set(where, comparison);
    const { status, notes } = comparison.judge(facts);
    return { ...read, status, notes: [...notes, ...read.notes] };
  };
}

const knownOf = async (db: Kysely<DB>, province: string | null) =>
  province === null ? { producers: [], products: [] } : loadKnown(db, province);
