/** Acts as other records name them: from typed words to the one act meant, and from a number back to the register. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '#platform/clock';
import type { DB } from '#platform/db/schema.generated';
import { invalid } from '#platform/refusal';
import { actsNamed, type Named } from './queries.ts';

/** The one act meant by a number or by the words a form offered. Throws the refusal 422 on `field` for none or several. */
export async function actMeant(db: Kysely<DB>, words: string, field: string): Promise<Named> {
  const found = await actsNamed(db, words);
  const [only, second] = found;
  if (only === undefined)
    throw invalid(field, 'Sổ văn bản không có số này. Kiểm tra lại số, hoặc ghi văn bản vào sổ trước.');
  if (second !== undefined)
    throw invalid(field, `Có ${found.length} văn bản cùng số. Ghi đủ: ${found.map(({ label }) => label).join('; ')}.`);
  return only;
}

/** The act of the register with this number, of this day where both tell one; null when it is not there or not clear. */
export async function actCited(
  db: Kysely<DB>,
  number: string | null,
  dated: Day | null,
): Promise<{ id: string; title: string } | null> {
  if (number === null) return null;
  const { rows } = await sql<{ id: string; title: string }>`
    select a.id, a.title from legal_act a join lifecycle l on l.id = a.id and l.state = 'kept'
     where code_key(a.number) = code_key(${number}) and (a.issued_on = ${dated}::date or a.issued_on is null or ${dated}::date is null)
     limit 2`.execute(db);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
