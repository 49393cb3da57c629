import { sql } from 'kysely';
import type { z } from 'zod';
import { readSheet } from '#features/dossiers';
import { rowsOf } from '#platform/db/database';
import type { AtOnceContext } from '#platform/http/context';
import { setIndexOf } from './compute.ts';
import type { SheetRow, saveSheet } from './schema.ts';
import { columnsOf } from './sheet-columns.ts';

/** Product sets of the sheets being filled in, oldest first: what is saved is checked against it before the statement. */
const sets = new Map<string, string>();
const MOST = 5000;

/** Remembers the product set a sheet is scored on, once the usual way has read it. */
export function rememberSet(sheet: string, productSet: string): void {
  sets.delete(sheet);
  sets.set(sheet, productSet);
  const [oldest] = sets.keys();
  if (sets.size > MOST && oldest !== undefined) sets.delete(oldest);
}

/**
 * Saves an open sheet in one statement: under the permission row `sheet.save`, at the version that was seen, with the
 * product set the answers were read by, while the session takes sheets. Null when any of it does not hold.
 * Throws the refusal of an option the set does not have.
 */
export async function saveAtOnce(ctx: AtOnceContext, given: z.output<typeof saveSheet>): Promise<SheetRow | null> {
  const productSet = sets.get(given.id);
  if (productSet === undefined) return null;
  const { answers, notes, opinion, exclusion } = columnsOf({
    ...given,
    answers: readSheet(await setIndexOf(productSet), given),
  });
  const { account, key, action, hash } = ctx.ask;
  const statement = sql<{ answer: SheetRow | null }>`
    select save_sheet_draft(${given.id}, ${ctx.version}, ${productSet}, ${answers}::jsonb, ${notes}::jsonb, ${opinion},
        ${exclusion}::jsonb, ${ctx.now}, ${account}, ${key}, ${action}, ${hash}) as answer
      from lifecycle l where l.id = ${given.id} and ${ctx.within('sheet.save', 'l')}`;
  const [row] = await rowsOf(ctx.db, statement.compile(ctx.db));
  return row?.answer ?? null;
}
