/** The history of a record as one line of time: changes of its parts with old and new values, and joins. */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { verbOf } from '#law/moves';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { doerWords, type HistoryRow, historyOf } from '#platform/ledger/read';
import { changesOf, type Difference, type Fact } from './facts.ts';
import type { Part } from './schema.ts';

/** One line of the history. */
export interface Event {
  readonly no: number;
  readonly what: string;
  readonly at: Date;
  readonly who: string;
  readonly reason: string | null;
  /** The day it counts from; null: from the beginning, or the day it was written. */
  readonly from: Day | null;
  readonly differences: readonly Difference[];
}

/** A page of the history, newest first; restricted values are in it, for those who may read them. */
export async function readHistory(
  db: Kysely<DB>,
  { id, facts: kept, partOf }: { id: string; facts: Promise<Fact[]>; partOf: (key: string) => Part },
  page: { before?: number | undefined; limit: number },
): Promise<Event[]> {
  const [rows, facts] = await Promise.all([
    historyOf(db, id, { limit: page.limit, ...(page.before === undefined ? {} : { before: page.before }) }),
    kept,
  ]);
  const changes = new Map<number, ReturnType<typeof changesOf>>();
  for (const change of changesOf(facts, partOf)) {
    const no = change.fact.ledger ?? 0;
    changes.set(no, [...(changes.get(no) ?? []), change]);
  }
  return rows.map((row) => {
    const own = changes.get(row.no) ?? [];
    return {
      ...{ no: row.no, what: whatOf(row), at: row.at, reason: row.reason, from: own[0]?.fact.from ?? null },
      who: `${doerWords(row.actorName, row.inPlaceOf)}, ${row.capacity}`,
      differences: own.length > 0 ? own.flatMap(({ differences }) => differences) : filledByList(row.facts),
    };
  });
}

/** What a list brought in completed, as its move says it; of what is restricted only that it was filled in. */
const listFacts = z.object({
  import: z.uuid(),
  changed: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  restricted: z.array(z.string()),
});

function filledByList(facts: HistoryRow['facts']): Difference[] {
  const { data } = listFacts.safeParse(facts);
  if (data === undefined) return [];
  const open = data.changed.map(({ field, before, after }) => ({ label: field, before, after, restricted: false }));
  const closed = data.restricted.map((label) => ({
    label,
    before: null,
    after: 'điền theo danh sách',
    restricted: true,
  }));
  return [...open, ...closed];
}

/** Moves that speak of another record. */
const NAMED: ReadonlySet<string> = new Set(['producer.join', 'product.join']);

/** The move in words, with the name of the other record where there is one. */
function whatOf({ action, from, facts }: HistoryRow): string {
  const verb = verbOf(action, from);
  const name = facts !== null && typeof facts === 'object' && 'name' in facts ? facts.name : undefined;
  return NAMED.has(action) && typeof name === 'string' ? `${verb}: ${name}` : verb;
}
