/** Reads of the ledger: what happened to a subject, for its timeline and for the answer "who was it". */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../clock.ts';
import type { DB } from '../db/schema.generated.ts';
import type { Json } from '../refusal.ts';

/** The colleague in whose place somebody acted. */
export interface InPlaceOf {
  account: string;
  name: string;
  capacity: string;
  delegation: string;
  /** The paper that orders it, in words. */
  paper: string;
}

/** Who did it, both names where somebody acted in a colleague's place: 'Nguyễn A thay Trần B theo Quyết định số …'. */
export function doerWords(actorName: string, inPlaceOf: InPlaceOf | null): string {
  return inPlaceOf === null ? actorName : `${actorName} thay ${inPlaceOf.name} theo ${inPlaceOf.paper}`;
}

export interface HistoryRow {
  no: number;
  at: Date;
  day: Day;
  action: string;
  from: string;
  to: string;
  version: number;
  /** Account id, or 'system:<command>'. */
  actor: string;
  actorName: string;
  /** Role and unit of that day. */
  capacity: string;
  inPlaceOf: InPlaceOf | null;
  reason: string | null;
  facts: Json;
  nextActor: string | null;
  dueOn: Day | null;
}

/** The moves of one subject, newest first; `before` is the number of the last row of the page before. */
export function historyOf(
  db: Kysely<DB>,
  subject: string,
  page: { before?: number; limit?: number } = {},
): Promise<HistoryRow[]> {
  return db
    .selectFrom('ledger')
    .select([
      'no',
      'at',
      'day',
      'action',
      'from_state as from',
      'to_state as to',
      'version',
      'actor',
      'actor_name as actorName',
    ])
    .select(({ ref }) => sql<InPlaceOf | null>`${ref('in_place_of')}`.as('inPlaceOf'))
    .select(['capacity', 'reason', 'facts', 'next_actor as nextActor', 'due_on as dueOn'])
    .where('subject', '=', subject)
    .$if(page.before !== undefined, (query) => query.where('no', '<', page.before ?? 0))
    .orderBy('no', 'desc')
    .limit(page.limit ?? 200)
    .execute();
}
