/** Acts where other records cite them: which one is meant, and whether it still holds. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { type Act, findActs } from './queries.ts';

export type CitedAct = Pick<Act, 'id' | 'kind' | 'number' | 'title' | 'issuer' | 'issuedOn' | 'standing' | 'open'>;

/** The act of the register with this number, of this day where both tell one, as it stands on the day asked; null when it is not there or not clear. */
export async function actCited(
  db: Kysely<DB>,
  number: string | null,
  dated: Day | null,
  day: Day,
): Promise<CitedAct | null> {
  if (number === null || number.trim() === '') return null;
  const found = await findActs(
    db,
    sql`code_key(a.number) = code_key(${number}) and (a.issued_on = ${dated}::date or a.issued_on is null or ${dated}::date is null)`,
    day,
    2,
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Acts by id, as they stand on the day; those not in the register are left out. */
export async function actsById(
  db: Kysely<DB>,
  ids: readonly (string | null)[],
  day: Day,
): Promise<ReadonlyMap<string, CitedAct>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const found = await findActs(db, sql`a.id = any(${wanted}::uuid[])`, day, wanted.length);
  return new Map(found.map((act) => [act.id, act]));
}

/** A recognition with the decision its source names. */
interface Recognised {
  readonly id: string;
  readonly decision: string | null;
  readonly issuedEarliest: Day | null;
  readonly issuedLatest: Day | null;
}

/** The acts of the register that recognise, by the id of the recognition; one not there or not clear is left out. */
export async function actsOfRecognitions(
  db: Kysely<DB>,
  recognitions: readonly Recognised[],
  day: Day,
): Promise<ReadonlyMap<string, CitedAct>> {
  const asked = recognitions.filter(({ decision }) => decision !== null && decision.trim() !== '');
  if (asked.length === 0) return new Map();
  const { rows } = await sql<{ recognition: string; act: string }>`
    select r.recognition, min(a.id::text) as act
      from unnest(${asked.map(({ id }) => id)}::uuid[], ${asked.map(({ decision }) => decision)}::text[], ${asked.map(certain)}::date[]) r (recognition, number, dated)
        join legal_act a on code_key(a.number) = code_key(r.number) and (a.issued_on = r.dated or a.issued_on is null or r.dated is null)
        join lifecycle l on l.id = a.id and l.state = 'kept'
     group by 1 having count(*) = 1`.execute(db);
  const acts = await actsById(
    db,
    rows.map(({ act }) => act),
    day,
  );
  return new Map(
    rows.flatMap(({ recognition, act }) => {
      const found = acts.get(act);
      return found === undefined ? [] : [[recognition, found] as const];
    }),
  );
}

const certain = ({ issuedEarliest, issuedLatest }: Recognised): Day | null =>
  issuedEarliest === issuedLatest ? issuedEarliest : null;
