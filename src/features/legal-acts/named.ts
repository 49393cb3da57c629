/** Acts as other records name them: from typed words to the one act meant. */
import type { Kysely } from 'kysely';
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
