import { sql } from 'kysely';
import type { z } from 'zod';
import { readSheet } from '#features/dossiers';
import { rowsOf } from '#platform/db/database';
import type { AtOnceContext } from '#platform/http/context';
import { isNew, keepAnswer } from '#platform/idempotency/idempotency';
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
  const answer = sql`json_build_object('id', saved.id, 'state', saved.state, 'version', saved.version,
    'draftVersion', saved.draft_version, 'hash', null)`;
  const statement = sql<{ answer: SheetRow }>`
    with saved as (
      update score_sheet s
         set answers = ${answers}::jsonb, notes = ${notes}::jsonb, opinion = ${opinion}, exclusion = ${exclusion}::jsonb,
             draft_version = s.draft_version + 1, saved_at = ${ctx.now}
        from lifecycle l, dossier d
       where s.id = ${given.id} and l.id = s.id and d.id = s.dossier
         and s.draft_version = ${ctx.version} and s.submitted_at is null and l.state = 'open'
         and d.product_set = ${productSet} and ${ctx.within('sheet.save', 'l')} and ${isNew(ctx.ask)}
         and session_takes_sheets(s.session, s.seat)
      returning s.id, l.state, l.version, s.draft_version),
    kept as (${keepAnswer(ctx.ask, answer, sql`saved`)})
    select ${answer} as answer from saved`;
  const [row] = await rowsOf(ctx.db, statement.compile(ctx.db));
  return row?.answer ?? null;
}
